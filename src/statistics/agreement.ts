import { bootstrapIntervals, type Interval, resampledMatrix } from './bootstrap.ts';
import {
  type ConfusionMatrix,
  caseCount,
  exactAgreement,
  overPlacement,
  underPlacement,
} from './confusion-matrix.ts';
import { intraclassCorrelationOfMatrix } from './icc.ts';
import { cohenKappa, weightedKappa } from './kappa.ts';
import { seededRandom } from './random.ts';

/** The figures of agreement between two raters, in the order in which they are shown. */
export const AGREEMENT_FIGURES = [
  { id: 'exact', of: exactAgreement },
  { id: 'over', of: overPlacement },
  { id: 'under', of: underPlacement },
  { id: 'kappa', of: cohenKappa },
  { id: 'linear', of: (matrix: ConfusionMatrix) => weightedKappa(matrix, 'linear') },
  { id: 'quadratic', of: (matrix: ConfusionMatrix) => weightedKappa(matrix, 'quadratic') },
  { id: 'icc', of: intraclassCorrelationOfMatrix },
] as const;

export type AgreementFigure = (typeof AGREEMENT_FIGURES)[number]['id'];

/** A figure with its 95 % interval; each is absent where it is not defined. */
export interface Estimate {
  readonly figure: AgreementFigure;
  readonly value?: number;
  readonly interval?: Interval;
}

/** How far two raters agree over cases that both have rated. */
export interface RaterAgreement {
  readonly matrix: ConfusionMatrix;
  readonly cases: number;
  /** In the order of `AGREEMENT_FIGURES`. */
  readonly estimates: readonly Estimate[];
  /** The intervals follow from the matrix and this seed alone. */
  readonly seed: number;
}

/** Works out every figure of agreement; `random` for the intervals is started with `seed`. */
export function raterAgreement(matrix: ConfusionMatrix, seed: number): RaterAgreement {
  const random = seededRandom(seed);
  const intervals = bootstrapIntervals(
    () => resampledMatrix(matrix, random),
    AGREEMENT_FIGURES.map(({ of }) => of),
  );
  const estimates = AGREEMENT_FIGURES.map(({ id, of }, index) => {
    const value = of(matrix);
    const interval = intervals[index];
    return {
      figure: id,
      ...(value !== undefined && { value }),
      ...(value !== undefined && interval !== undefined && { interval }),
    };
  });
  return { matrix, cases: caseCount(matrix), estimates, seed };
}
