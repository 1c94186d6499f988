import { drawBinomial } from './binomial.ts';
import { type ConfusionMatrix, caseCount, cellsOf, matrixOf } from './confusion-matrix.ts';
import type { Random } from './random.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How often the cases are drawn again. */
export const RESAMPLES = 2000;

/** In at least this share of the samples a figure must be defined, or else its interval is not. */
const DEFINED_SHARE = 0.95;

/**
 * 95 % intervals of several figures by the bootstrap, percentile method (Efron 1979; Efron and Tibshirani 1993, chapter
 * 13): each figure is worked out for `RESAMPLES` samples, and its interval leaves out the lowest and the highest 2.5 %
 * of what comes out. Samples for which a figure is not defined count neither way; if they are more than one in twenty,
 * the interval is undefined. In order of `figures`.
 */
export function bootstrapIntervals<Sample>(
  drawSample: () => Sample,
  figures: readonly ((sample: Sample) => number | undefined)[],
): (Interval | undefined)[] {
  const estimates = figures.map((): number[] => []);
  for (let round = 0; round < RESAMPLES; round++) {
    const sample = drawSample();
    figures.forEach((figure, index) => {
      const estimate = figure(sample);
      if (estimate !== undefined) estimates[index]?.push(estimate);
    });
  }
  return estimates.map((ofFigure) => {
    if (ofFigure.length < DEFINED_SHARE * RESAMPLES) return undefined;
    const sorted = Float64Array.from(ofFigure).sort();
    return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
  });
}

/**
 * As many cases as the matrix counts, drawn from its cells with replacement: a multinomial draw, made cell by cell as
 * binomials of what is left (Davis 1993), so that a million cases cost no more than a hundred.
 */
export function resampledMatrix(matrix: ConfusionMatrix, random: Random): ConfusionMatrix {
  let casesLeft = caseCount(matrix);
  let countsLeft = casesLeft;
  const counts = cellsOf(matrix).map(({ count }) => {
    if (count === 0) return 0;
    const drawn = drawBinomial(casesLeft, count / countsLeft, random);
    casesLeft -= drawn;
    countsLeft -= count;
    return drawn;
  });
  return matrixOf(matrix.length, counts);
}

/** As many cases as there are, drawn with replacement. */
export function resampledCases<Case extends object>(cases: readonly Case[], random: Random): Case[] {
  const drawn: Case[] = [];
  while (drawn.length < cases.length) {
    const one = cases[Math.floor(random() * cases.length)];
    if (one !== undefined) drawn.push(one);
  }
  return drawn;
}

/** Between the two nearest values in proportion, as R does unless told otherwise (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}
