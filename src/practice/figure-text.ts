import type { Interval } from '../statistics/bootstrap.ts';

/** A figure of agreement with its interval: `0.82 (95% interval 0.74 to 0.89)`, or why there is none. */
export function figureText({
  value,
  interval,
}: {
  readonly value?: number;
  readonly interval?: Interval;
}): string {
  if (value === undefined) return 'too few different placements to say';
  if (interval === undefined) return value.toFixed(2);
  return `${value.toFixed(2)} (95% interval ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`;
}

/** A share in whole percent, rounded. */
export function percentText(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.round((part / whole) * 100)}%`;
}
