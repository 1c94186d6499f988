import fc from 'fast-check';
import { OPEN } from '../src/core/answers.ts';
import type {
  AdviseCondition,
  AnswerCondition,
  Level,
  Question,
  Rule,
  RuleSet,
} from '../src/core/rule-set.ts';
import { applicability } from '../src/core/truth.ts';

/** Seed of every property test, so that a failure can be run again. */
const SEED = 20_261_122;

/** Run counts and seed for fast-check; the seed is printed with any failure. */
export function runs(numRuns: number): fc.Parameters<unknown> {
  return { seed: SEED, numRuns, verbose: fc.VerbosityLevel.None };
}

const common = { dimension: 0, because: 'because', sources: [], practice: false, accept: [] };

function level(id: string): Level {
  const text = {
    name: id,
    place: '',
    dose: '',
    suitedFor: '',
    length: '',
    week: '',
    review: '',
    nextStep: '',
  };
  return { id, ...text, sources: [] };
}

function question(id: string, answerCount: number, appliesWhen: AnswerCondition | undefined): Question {
  const text = { title: id, prompt: id, window: '', help: '' };
  const answers = Array.from({ length: answerCount }, (_, index) => ({
    id: `${id}_${index}`,
    label: '',
    means: '',
    phrase: '',
  }));
  const fixed = { id, dimension: 0, ...text, ordered: true, history: id === 'q0', answers, accept: [] };
  return appliesWhen === undefined ? fixed : { ...fixed, appliesWhen };
}

/** A rule set of the given questions and rules, with four levels. */
export function ruleSetOf(questions: readonly Question[], rules: readonly Rule[]): RuleSet {
  return {
    id: 'small',
    version: '1.0.0',
    title: '',
    intendedUsers: '',
    population: '',
    notFor: [],
    demographics: '',
    validation: '',
    timeFrame: '',
    emergency: '',
    levels: ['outpatient', 'iop', 'php', 'inpatient'].map(level),
    dimensions: [{ id: 'only', title: '', rulePrefix: 'only' }],
    questions,
    rules,
    sources: [],
    decisions: [],
    overrideReasons: [],
  };
}

const answerCounts = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 3, maxLength: 5 });

function answerTest(counts: readonly number[]): fc.Arbitrary<AnswerCondition> {
  return fc
    .nat({ max: counts.length - 1 })
    .chain((index) =>
      fc
        .integer({ min: 1, max: 2 ** (counts[index] ?? 2) - 2 })
        .map((answers): AnswerCondition => ({ kind: 'answer', question: index, answers })),
    );
}

function answerCondition(counts: readonly number[], depth: number): fc.Arbitrary<AnswerCondition> {
  const leaf = answerTest(counts);
  if (depth === 0) return leaf;
  const parts = fc.array(answerCondition(counts, depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    leaf,
    fc
      .record({ kind: fc.constantFrom('all', 'any', 'none'), of: parts })
      .map((condition): AnswerCondition => condition),
    parts.chain((of) =>
      fc
        .integer({ min: 1, max: of.length })
        .map((atLeast): AnswerCondition => ({ kind: 'count', atLeast, of })),
    ),
  );
}

function ruleBody(counts: readonly number[], index: number): fc.Arbitrary<Rule> {
  const id = `only.rule-${index}`;
  const fixed = { id, ...common };
  return answerCondition(counts, 2).chain((when) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .integer({ min: 1, max: 3 })
          .map((at): Rule => ({ ...fixed, kind: 'at_least', level: at, when })),
      },
      fc.constantFrom<Rule>(
        { ...fixed, kind: 'at_least', level: 3, alert: 'alert', when },
        { ...fixed, kind: 'alert', alert: 'alert', when },
        { ...fixed, kind: 'rule_out', levels: 0b0010, when },
        { ...fixed, kind: 'rule_out', levels: 0b0110, when },
        { ...fixed, kind: 'recheck', questions: [0, 1], when },
        { ...fixed, kind: 'advise', advise: 'advice', when: adviseWhen(when, index) },
      ),
    ),
  );
}

function adviseWhen(when: AnswerCondition, index: number): AdviseCondition {
  const test: AdviseCondition =
    index % 2 === 0
      ? { kind: 'level', levels: 0b0110 }
      : { kind: 'rests_on', rules: ['only.rule-0', 'only.rule-2'] };
  return { kind: 'all', of: [when, test] };
}

/** Rule sets small enough to try every case: 3 to 5 questions, the last of which may not always apply. */
export const arbitraryRuleSet: fc.Arbitrary<RuleSet> = answerCounts.chain((counts) => {
  const rules = fc
    .integer({ min: 2, max: 7 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => ruleBody(counts, index))));
  const appliesWhen = fc.option(answerTest(counts.slice(0, -1)), { nil: undefined });
  return fc.tuple(rules, appliesWhen).map(([ruleList, applies]) => {
    const last = counts.length - 1;
    const questions = counts.map((count, index) =>
      question(`q${index}`, count, index === last ? applies : undefined),
    );
    return ruleSetOf(questions, ruleList);
  });
});

/** A rule set and answers to it, of which each is open with even chance. */
export const ruleSetAndAnswers: fc.Arbitrary<readonly [RuleSet, Int8Array]> = arbitraryRuleSet.chain(
  (ruleSet) =>
    fc
      .tuple(
        ...ruleSet.questions.map(({ answers }) =>
          fc.integer({ min: -answers.length, max: answers.length - 1 }),
        ),
      )
      .map((codes): readonly [RuleSet, Int8Array] => [
        ruleSet,
        Int8Array.from(codes, (code) => Math.max(code, OPEN)),
      ]),
);

/** Numbers for how common answers are, more than any rule set of these has answers. */
export const commonness = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 20, maxLength: 20 });

/** The rule set with these numbers at its answers, one after the other. */
export function withCommonness(ruleSet: RuleSet, numbers: readonly number[]): RuleSet {
  let next = 0;
  const questions = ruleSet.questions.map((each) => ({
    ...each,
    answers: each.answers.map((answer) => ({ ...answer, usual: numbers[next++] ?? 1 })),
  }));
  return { ...ruleSet, questions };
}

/** Every way to answer the open questions. */
export function completions(ruleSet: RuleSet, answers: Int8Array): Int8Array[] {
  let found = [answers];
  ruleSet.questions.forEach((each, index) => {
    if (answers[index] !== OPEN) return;
    found = found.flatMap((partial) =>
      each.answers.map((_, answer) => partial.map((given, place) => (place === index ? answer : given))),
    );
  });
  return found;
}

/** A copy in which answers to questions that do not apply are set to the first, so that cases can be compared. */
export function withoutInapplicable(ruleSet: RuleSet, answers: Int8Array): Int8Array {
  return answers.map((given, index) => {
    const each = ruleSet.questions[index];
    return each !== undefined && applicability(ruleSet, each, answers) === 'cannot_hold' ? 0 : given;
  });
}
