import { EXPECTED_LISTS, type Expectation, type ExpectedIds, type ExpectedList } from '../../core/example.ts';
import type { Difference } from '../../core/example-report.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { RuleSet } from '../../core/rule-set.ts';

/** Where an outcome differs from the expected one, in what the expectation names. */
export function compareOutcome(expect: Expectation, outcome: Outcome, ruleSet: RuleSet): Difference[] {
  const { lowest, highest } = outcome;
  const differences: Difference[] = [];
  const { levels } = expect;
  if (levels !== undefined && (levels.lowest !== lowest || levels.highest !== highest)) {
    differences.push({ kind: 'levels', expected: levels, actual: { lowest, highest } });
  }
  for (const list of EXPECTED_LISTS) {
    const expected = expect[list];
    if (expected === undefined) continue;
    const { missing, unexpected } = compareIds(expected, idsOf(list, outcome, ruleSet));
    if (missing.length + unexpected.length > 0) differences.push({ kind: list, missing, unexpected });
  }
  return differences;
}

/** The ids of one list of an outcome; rules of which one must hold are one entry, joined by `|`. */
function idsOf(list: ExpectedList, outcome: Outcome, ruleSet: RuleSet): readonly string[] {
  switch (list) {
    case 'reasons':
      return outcome.reasons.map((reason) => reason.rules.join('|'));
    case 'open':
      return outcome.open.map((question) => ruleSet.questions[question]?.id ?? '');
    case 'alerts':
    case 'advice':
    case 'rechecks':
      return outcome[list];
    default:
      return list satisfies never;
  }
}

function compareIds(expected: ExpectedIds, actual: readonly string[]) {
  const isActual = (id: string) => actual.includes(id);
  if (expected.kind === 'among') {
    return {
      missing: expected.includes.filter((id) => !isActual(id)),
      unexpected: expected.excludes.filter(isActual),
    };
  }
  return {
    missing: expected.ids.filter((id) => !isActual(id)),
    unexpected: actual.filter((id) => !expected.ids.includes(id)),
  };
}
