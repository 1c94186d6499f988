import type { Interval } from '../statistics/bootstrap.ts';

/** With fewer cases a figure of agreement says nothing. */
const FEWEST_CASES = 10;

/** A figure of agreement with its interval: `0.82 (95% interval 0.74 to 0.89)`, or why there is none. */
export function figureText(
  { value, interval }: { readonly value?: number; readonly interval?: Interval },
  cases: number,
  weights?: 'quadratic',
): string {
  if (cases < FEWEST_CASES) return `needs ${FEWEST_CASES} cases, has ${cases}`;
  if (value === undefined) return 'too few different placements to say';
  const notes = [
    ...(interval === undefined
      ? []
      : [`95% interval ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`]),
    ...(weights === undefined ? [] : [`${weights} weights`]),
  ];
  return notes.length === 0 ? value.toFixed(2) : `${value.toFixed(2)} (${notes.join('; ')})`;
}

/** A share in whole percent, rounded. */
export function percentText(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.round((part / whole) * 100)}%`;
}
