import { canonicalJson } from '../core/canonical-json.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { identityText } from '../render/identity.ts';
import type { ExamResult } from './exam-result.ts';
import type { RatedCase } from './rater-agreement.ts';

/** Results of exams that can be compared: the raters, and each case with where they put it. */
export interface ComparedExams {
  readonly raters: readonly string[];
  readonly cases: readonly RatedCase[];
}

/** Why results cannot be compared, in words for an error, and what to do. */
export interface IncomparableExams {
  readonly message: string;
  readonly help: string;
}

const SAME_SEED =
  'let every rater take the exam with the same `--seed`, the same number of cases and the same rules';

/** Puts the results of one exam by several raters side by side, or says why that cannot be done. Paths are printable. */
export function compareExams(
  ruleSet: RuleSet,
  results: readonly { readonly path: string; readonly result: ExamResult }[],
): ComparedExams | IncomparableExams {
  const [first, ...others] = results;
  if (first === undefined || others.length === 0) {
    return { message: 'agreement takes the results of two raters or more', help: 'name two files or more' };
  }
  for (const other of others) {
    const [one, two] = [first.result, other.result];
    if (one.rule_set.fingerprint !== two.rule_set.fingerprint) {
      const rules = `${identityText(one.rule_set)} and ${identityText(two.rule_set)}`;
      return {
        message: `\`${first.path}\` and \`${other.path}\` come from other rules: ${rules}`,
        help: SAME_SEED,
      };
    }
    if (caseSet(one) !== caseSet(two)) {
      return {
        message: `\`${first.path}\` and \`${other.path}\` are about different cases (seeds ${one.seed} and ${two.seed}, ${one.cases.length} and ${two.cases.length} cases)`,
        help: SAME_SEED,
      };
    }
  }
  const raters = results.map(({ path, result }) => result.rater ?? path);
  const twice = raters.find((rater, index) => raters.indexOf(rater) < index);
  if (twice !== undefined) {
    return { message: `two of the files are by rater \`${twice}\``, help: 'name one file for each rater' };
  }
  return ratedCases(
    ruleSet,
    first.result,
    results.map(({ result }) => result),
    raters,
  );
}

/** What the cases are, whoever placed them. */
function caseSet({ cases }: ExamResult): string {
  return canonicalJson(cases.map(({ id, answers, level }) => ({ id, answers, level })));
}

function ratedCases(
  { id: ruleSetId, levels }: RuleSet,
  { cases, rule_set }: ExamResult,
  results: readonly ExamResult[],
  raters: readonly string[],
): ComparedExams | IncomparableExams {
  const named = [
    ...cases.map(({ level }) => level),
    ...results.flatMap((result) => result.cases.flatMap(({ placed }) => placed ?? [])),
  ];
  const unknown = named.find((id) => !levels.some((level) => level.id === id));
  if (rule_set.id !== ruleSetId || unknown !== undefined) {
    return {
      message: `the exams were taken with the rule set \`${rule_set.id}\``,
      help: 'name that rule set with `--rules`',
    };
  }
  const indexOf = (id: string) => levels.findIndex((level) => level.id === id);
  return {
    raters,
    cases: cases.map(({ id, level }, index) => ({
      id,
      level: indexOf(level),
      placed: results.map((result) => {
        const placed = result.cases[index]?.placed ?? null;
        return placed === null ? undefined : indexOf(placed);
      }),
    })),
  };
}
