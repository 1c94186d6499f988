import type { RuleSet } from '../core/rule-set.ts';
import { caseCount } from '../statistics/confusion-matrix.ts';
import type { PracticeStats } from './stats.ts';
import type { ScheduleState } from './stats-text.ts';

/** The figures of a trainee's practice for another program; what cannot be said is null. */
export function statsRecord(
  ruleSet: RuleSet,
  stats: PracticeStats,
  { due, memory, criteria }: ScheduleState,
): object {
  const { all, agreement, dimensions, stretches, pairs, missed } = stats;
  return {
    rule_set: ruleSet.id,
    all,
    agreement: {
      cases: caseCount(agreement.matrix),
      levels: ruleSet.levels.map(({ id }) => id),
      matrix: agreement.matrix,
      ...Object.fromEntries(
        agreement.estimates.map(({ figure, value, interval }) => [
          figure,
          { value: value ?? null, low: interval?.low ?? null, high: interval?.high ?? null },
        ]),
      ),
    },
    dimensions: dimensions.map(({ dimension, ...tally }) => ({
      dimension: dimension === undefined ? null : (ruleSet.dimensions[dimension]?.id ?? null),
      ...tally,
    })),
    stretches,
    pairs,
    criteria: {
      all: criteria,
      seen: memory.size,
      due,
      missed,
      memory: [...memory.values()].map(({ rule, due: next, reviews, lapses, isLearned }) => ({
        rule,
        due: next.toISOString(),
        reviews,
        lapses,
        known: isLearned,
      })),
    },
  };
}
