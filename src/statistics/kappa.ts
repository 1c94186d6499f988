import {
  type ConfusionMatrix,
  caseCount,
  cellsOf,
  columnTotals,
  confusionMatrix,
  rowTotals,
} from './confusion-matrix.ts';

/** How grave it is that one rater says `row` and the other `column`: 0 where they agree, else more than 0. */
export type Disagreement = (row: number, column: number) => number;

/** How the gravity of a disagreement grows with its distance: in step with it, or with its square. */
export type KappaWeights = 'linear' | 'quadratic';

const DISAGREEMENT = {
  linear: (row, column) => Math.abs(row - column),
  quadratic: (row, column) => (row - column) ** 2,
} as const satisfies Record<KappaWeights, Disagreement>;

/**
 * Kappa with any weights (Cohen 1968): one minus the disagreement that was seen over the disagreement to be expected
 * if each rater kept to how often they use each category and had not seen the case. 1 is full agreement, 0 is what
 * chance gives. Undefined without a case, and where chance alone gives full agreement: both raters always said the same
 * one thing, and then nothing can be told.
 */
export function kappaWith(matrix: ConfusionMatrix, disagreement: Disagreement): number | undefined {
  const all = caseCount(matrix);
  const rows = rowTotals(matrix);
  const columns = columnTotals(matrix);
  let seen = 0;
  let expected = 0;
  for (const { row, column, count } of cellsOf(matrix)) {
    const weight = disagreement(row, column);
    seen += weight * count;
    expected += (weight * (rows[row] ?? 0) * (columns[column] ?? 0)) / all;
  }
  return expected > 0 ? 1 - seen / expected : undefined;
}

/** Cohen's kappa (1960): every disagreement is equally grave, so that the order of the categories plays no part. */
export function cohenKappa(matrix: ConfusionMatrix): number | undefined {
  return kappaWith(matrix, (row, column) => (row === column ? 0 : 1));
}

/**
 * Weighted kappa for ordered categories: two steps apart are twice as grave as one (`linear`, Cicchetti and Allison
 * 1971) or four times as grave (`quadratic`, Fleiss and Cohen 1973).
 */
export function weightedKappa(matrix: ConfusionMatrix, weights: KappaWeights): number | undefined {
  return kappaWith(matrix, DISAGREEMENT[weights]);
}

/** The weighted kappa of two of several raters, by their positions. */
export interface PairwiseKappa {
  readonly first: number;
  readonly second: number;
  readonly kappa: number | undefined;
}

/** Weighted kappa of each two raters. `ratings[case][rater]` is the index of a category below `size`. */
export function pairwiseKappas(
  ratings: readonly (readonly number[])[],
  size: number,
  weights: KappaWeights,
): PairwiseKappa[] {
  const raters = ratings[0]?.map((_, rater) => rater) ?? [];
  return raters.flatMap((first) =>
    raters.slice(first + 1).map((second) => {
      const pairs = ratings.map((row): [number, number] => [row[first] ?? 0, row[second] ?? 0]);
      return { first, second, kappa: weightedKappa(confusionMatrix(size, pairs), weights) };
    }),
  );
}
