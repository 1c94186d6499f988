import type { ScreeningRecord } from '../core/record.ts';
import type { RuleSet } from '../core/rule-set.ts';

const DAY_MS = 86_400_000;

/**
 * By which day the last of a case's records wants the placement reviewed, by the interval of its level. A screening
 * that left the person at the level they had been placed at before was a review itself.
 *
 * @param records of one case, earliest first.
 */
export function reviewDue(ruleSet: RuleSet, records: readonly ScreeningRecord[]): string | undefined {
  const last = records.at(-1);
  const interval = ruleSet.levels.find(({ id }) => id === last?.agreement.placed)?.reviewDays;
  if (last === undefined || interval === undefined) return undefined;
  const isReview = records.at(-2)?.agreement.placed === last.agreement.placed;
  // The day of the placement is the first day of the stay.
  return dayAfter(last.day, isReview ? interval.every : interval.first - 1);
}

function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS;
  return new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
