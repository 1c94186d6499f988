import type { AlikeAnswers, Claim, ExpectedOutcomeClaim, StaysClaim } from '../../../src/core/guarantee.ts';
import { interpret } from '../../../src/core/interpret.ts';
import { isLevelRule, type RuleSet } from '../../../src/core/rule-set.ts';
import { truthOf } from '../../../src/core/truth.ts';
import { everyCase, exchanged, type TriedCase } from './every-case.ts';

/** What trying every case says of a claim. */
export interface BruteVerdict {
  readonly cases: bigint;
  /** The cases (for claims that compare, the cases before) that refute it. */
  readonly refuting: readonly TriedCase[];
  /** Indexes of rules that matter nowhere. */
  readonly idleRules: readonly number[];
  /** `question first second` of answers that are alike though not listed, or listed though not alike. */
  readonly wrongPairs: readonly string[];
}

const NOTHING_WRONG = { refuting: [], idleRules: [], wrongPairs: [] };

export function tryEveryCase(ruleSet: RuleSet, claim: Claim): BruteVerdict {
  const cases = everyCase(ruleSet);
  const all = [...cases.values()];
  const verdict = (spokenOf: readonly TriedCase[], refuting: readonly TriedCase[]): BruteVerdict => ({
    ...NOTHING_WRONG,
    cases: BigInt(spokenOf.filter(({ counts }) => counts).length),
    refuting,
  });
  switch (claim.kind) {
    case 'expected_outcome': {
      const spokenOf = all.filter((each) => isSpokenOf(ruleSet, claim, each));
      return verdict(
        spokenOf,
        spokenOf.filter((each) => !isExpected(claim, each)),
      );
    }
    case 'never_lowers':
      return verdict(
        all.filter((each) => claim.questions.some((question) => applies(ruleSet, question, each))),
        all.filter((each) =>
          claim.questions.some((question) =>
            others(ruleSet, cases, each, question).some(
              (other) =>
                (other.answers[question] ?? 0) > (each.answers[question] ?? 0) && other.level < each.level,
            ),
          ),
        ),
      );
    case 'never_matters':
      return verdict(
        all.filter((each) => claim.questions.some((question) => applies(ruleSet, question, each))),
        all.filter((each) =>
          claim.questions.some((question) =>
            others(ruleSet, cases, each, question).some(
              (other) => other.level !== each.level || other.alerts.join() !== each.alerts.join(),
            ),
          ),
        ),
      );
    case 'stays': {
      const spokenOf = all.filter((each) => staysSpeaksOf(ruleSet, claim, each, all));
      return verdict(
        spokenOf,
        spokenOf.filter(({ level }) => !includes(claim.levels, level)),
      );
    }
    case 'always_one_level':
      return verdict(all, []);
    case 'each_rule_can_matter':
      return {
        ...verdict(ruleSet.rules.some(isLevelRule) ? all : [], []),
        idleRules: idleRules(ruleSet, all),
      };
    case 'each_answer_can_matter':
      return { ...verdict(all, []), wrongPairs: wrongPairs(ruleSet, cases, claim.alike) };
    default:
      return claim satisfies never;
  }
}

export function includes(set: number, member: number): boolean {
  return (set & (1 << member)) !== 0;
}

function isSpokenOf(
  ruleSet: RuleSet,
  { when, whenAlert, best }: ExpectedOutcomeClaim,
  each: TriedCase,
): boolean {
  return (
    (when === undefined || truthOf(when, ruleSet, each.answers) === 'holds') &&
    (whenAlert === undefined || whenAlert === each.alerts.length > 0) &&
    best.every((question) => each.answers[question] === 0)
  );
}

function isExpected({ expect }: ExpectedOutcomeClaim, each: { level: number; alerts: readonly string[] }) {
  return (
    (expect.levels === undefined || includes(expect.levels, each.level)) &&
    (expect.alert === undefined || expect.alert === each.alerts.length > 0)
  );
}

function applies(ruleSet: RuleSet, question: number, { answers }: TriedCase): boolean {
  const appliesWhen = ruleSet.questions[question]?.appliesWhen;
  return appliesWhen === undefined || truthOf(appliesWhen, ruleSet, answers) === 'holds';
}

/** The cases with another answer to one question. */
function others(
  ruleSet: RuleSet,
  cases: ReadonlyMap<string, TriedCase>,
  each: TriedCase,
  question: number,
): TriedCase[] {
  const answers = ruleSet.questions[question]?.answers ?? [];
  return answers.flatMap((_, answer) =>
    answer === each.answers[question] ? [] : [exchanged(cases, each, question, answer)],
  );
}

function staysSpeaksOf(
  ruleSet: RuleSet,
  { levels, whatever }: StaysClaim,
  each: TriedCase,
  all: readonly TriedCase[],
): boolean {
  return all.some(
    ({ answers, level }) =>
      includes(levels, level) &&
      ruleSet.questions.every(({ ordered }, question) => {
        if (!whatever.includes(question)) return answers[question] === each.answers[question];
        return !ordered || answers[question] === 0;
      }),
  );
}

function idleRules(ruleSet: RuleSet, all: readonly TriedCase[]): number[] {
  return ruleSet.rules.flatMap((rule, index) => {
    if (!isLevelRule(rule)) return [];
    const without = { ...ruleSet, rules: ruleSet.rules.filter((other) => other !== rule) };
    return all.every(({ answers, level }) => interpret(without, answers).level === level) ? [index] : [];
  });
}

function wrongPairs(
  ruleSet: RuleSet,
  cases: ReadonlyMap<string, TriedCase>,
  alike: readonly AlikeAnswers[],
): string[] {
  return ruleSet.questions.flatMap(({ answers }, question) =>
    answers.flatMap((_, a) =>
      answers.flatMap((__, b) => {
        if (b <= a) return [];
        const withFirst = [...cases.values()].filter((each) => each.answers[question] === a);
        const isAlike = withFirst.every(
          (each) => outcome(each) === outcome(exchanged(cases, each, question, b)),
        );
        const isListed = alike.some(
          (entry) => entry.question === question && includes(entry.answers, a) && includes(entry.answers, b),
        );
        return isAlike === isListed ? [] : [`${question} ${a} ${b}`];
      }),
    ),
  );
}

export function outcome({ level, alerts, advice, rechecks }: TriedCase): string {
  return JSON.stringify([level, alerts, advice, rechecks]);
}
