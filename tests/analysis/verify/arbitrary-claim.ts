import fc from 'fast-check';
import type { AlikeAnswers, Claim } from '../../../src/core/guarantee.ts';
import type { AnswerCondition, RuleSet } from '../../../src/core/rule-set.ts';
import { arbitraryRuleSet } from '../../arbitrary-rule-set.ts';
import { tryEveryCase } from './brute-force.ts';

/** A small rule set of which some questions are nominal, and a claim about it that may hold or not. */
export const ruleSetAndClaim: fc.Arbitrary<readonly [RuleSet, Claim]> = arbitraryRuleSet
  .chain((ruleSet) =>
    fc
      .array(fc.boolean(), { minLength: ruleSet.questions.length, maxLength: ruleSet.questions.length })
      .map((ordered) => ({
        ...ruleSet,
        questions: ruleSet.questions.map((question, index) => ({
          ...question,
          ordered: ordered[index] ?? true,
        })),
      })),
  )
  .chain((ruleSet) => claimAbout(ruleSet).map((claim): readonly [RuleSet, Claim] => [ruleSet, claim]));

function claimAbout(ruleSet: RuleSet): fc.Arbitrary<Claim> {
  const indexes = ruleSet.questions.map((_, index) => index);
  const someQuestions = fc.subarray(indexes);
  const levels = fc.integer({ min: 1, max: 2 ** ruleSet.levels.length - 2 });
  const maybeAlert = fc.option(fc.boolean(), { nil: undefined });
  const expected = fc
    .record({
      when: fc.option(conditionAbout(ruleSet), { nil: undefined }),
      whenAlert: maybeAlert,
      best: someQuestions,
      levels: fc.option(levels, { nil: undefined }),
      alert: maybeAlert,
    })
    .map(
      ({ when, whenAlert, best, levels: wanted, alert }): Claim => ({
        kind: 'expected_outcome',
        ...(when && { when }),
        ...(whenAlert !== undefined && { whenAlert }),
        best,
        expect: { ...(wanted !== undefined && { levels: wanted }), ...(alert !== undefined && { alert }) },
      }),
    );
  return fc.oneof(
    { weight: 4, arbitrary: expected },
    someQuestions.map((questions): Claim => ({ kind: 'never_lowers', questions })),
    someQuestions.map((questions): Claim => ({ kind: 'never_matters', questions })),
    fc
      .record({ levels, whatever: someQuestions })
      .map(({ levels: at, whatever }): Claim => ({ kind: 'stays', levels: at, whatever })),
    fc.constantFrom<Claim>({ kind: 'always_one_level' }, { kind: 'each_rule_can_matter' }),
    alikeIn(ruleSet).map((alike): Claim => ({ kind: 'each_answer_can_matter', alike })),
  );
}

function conditionAbout(ruleSet: RuleSet): fc.Arbitrary<AnswerCondition> {
  const answerTest = fc
    .nat({ max: ruleSet.questions.length - 1 })
    .chain((question) =>
      fc
        .integer({ min: 1, max: 2 ** (ruleSet.questions[question]?.answers.length ?? 2) - 1 })
        .map((answers): AnswerCondition => ({ kind: 'answer', question, answers })),
    );
  return fc
    .array(answerTest, { minLength: 1, maxLength: 3 })
    .chain((of) =>
      fc
        .constantFrom<'all' | 'any' | 'none'>('all', 'any', 'none')
        .map((kind): AnswerCondition => ({ kind, of })),
    );
}

/** No answers, any two of a question, or exactly those that are alike. */
function alikeIn(ruleSet: RuleSet): fc.Arbitrary<readonly AlikeAnswers[]> {
  const entry = (question: number, answers: number): AlikeAnswers => ({
    question,
    answers,
    because: 'because',
  });
  const exactly = () =>
    tryEveryCase(ruleSet, { kind: 'each_answer_can_matter', alike: [] }).wrongPairs.map((pair) => {
      const [question = 0, a = 0, b = 0] = pair.split(' ').map(Number);
      return entry(question, (1 << a) | (1 << b));
    });
  return fc.oneof(
    fc.constant([]),
    fc.nat({ max: ruleSet.questions.length - 1 }).map((question) => [entry(question, 0b11)]),
    fc.constant(null).map(exactly),
  );
}
