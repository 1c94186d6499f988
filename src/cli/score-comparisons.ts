import { ExpectedComparison } from '../batch/expected-comparison.ts';
import { expectedLevel } from '../batch/expected-level.ts';
import type { Reading } from '../batch/reading.ts';
import type { AnsweredCase } from '../batch/score.ts';
import type { PlacementDifference } from '../core/placement-difference.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { identityText } from '../render/identity.ts';
import { printable } from '../render/printable.ts';
import type { ListedDifferences, SummaryPage } from '../render/summary-page.ts';
import type { ScoreOptions } from './command-options.ts';
import { openRuleSet } from './open-rule-set.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** The seed of the intervals: fixed, so that the same files give the same figures. */
const SEED = 1;

/** Something that the outcomes of a scoring run are held against. */
export interface Comparison {
  /** Its name in the file of differences. */
  readonly against: string;
  readonly add: (one: AnsweredCase) => PlacementDifference | undefined;
  /** Its part of the summary, once all cases were added. */
  readonly part: (differences: ListedDifferences) => Promise<Pick<SummaryPage, 'expected' | 'comparison'>>;
}

/** What `--expect` and `--compare` ask for; what they need is loaded only then. */
export async function openComparisons(
  { expect, compare }: ScoreOptions,
  ruleSet: RuleSet,
  reading: Reading,
  world: World,
): Promise<Comparison[]> {
  return [
    ...(expect === undefined ? [] : [withReviewer(expect, ruleSet, reading)]),
    ...(compare === undefined ? [] : [await withRuleSet(compare, ruleSet, reading, world)]),
  ];
}

function withReviewer(column: string, ruleSet: RuleSet, { expected }: Reading): Comparison {
  const comparison = new ExpectedComparison(ruleSet.levels.length);
  return {
    against: 'reviewer',
    add: ({ id, outcome, kept }) =>
      comparison.add(id, outcome, expected === undefined ? undefined : expectedLevel(expected, kept)),
    part: async (differences) => {
      const { raterAgreement } = await import('../statistics/agreement.ts');
      const { matrix, ...counts } = comparison.result();
      return { expected: { column, agreement: raterAgreement(matrix, SEED), ...counts, differences } };
    },
  };
}

/** @throws UsageError where the other rule set is on another ladder. */
async function withRuleSet(
  given: string,
  ruleSet: RuleSet,
  reading: Reading,
  world: World,
): Promise<Comparison> {
  const { compiled, identity } = await openRuleSet(given, world);
  const [own, other] = [ruleSet, compiled.ruleSet].map(({ levels }) => levels.map(({ id }) => id).join(', '));
  if (own !== other) {
    throw new UsageError(
      `\`${printable(given)}\` has other levels: ${other} instead of ${own}`,
      'compare rule sets whose levels have the same ids in the same order',
    );
  }
  const { RuleSetComparison } = await import('../batch/rule-set-comparison.ts');
  const comparison = new RuleSetComparison(ruleSet, compiled, reading.keep);
  return {
    against: identityText(identity),
    add: (one) => comparison.add(one),
    part: async (differences) => {
      const { unasked } = comparison;
      return { comparison: { identity, ...comparison.result(), unasked, differences } };
    },
  };
}
