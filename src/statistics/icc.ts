import { type ConfusionMatrix, cellsOf } from './confusion-matrix.ts';

/** One row of ratings, one by each rater in the same order, and how many cases were rated so. */
interface RatedAlike {
  readonly ratings: readonly number[];
  readonly times: number;
}

/**
 * The intraclass correlation ICC(2,1) of Shrout and Fleiss (1979): raters drawn from many, each of whom rated every
 * case, absolute agreement, one rating. It is the share of all variance that lies between cases. `ratings[case][rater]`
 * are numbers; for levels, their indexes. Undefined with fewer than two cases or raters, if all ratings are equal, and
 * where the variance is estimated as nothing.
 */
export function intraclassCorrelation(ratings: readonly (readonly number[])[]): number | undefined {
  return correlationOf(ratings.map((row) => ({ ratings: row, times: 1 })));
}

/** The same for two raters whose ratings are counted in a matrix. */
export function intraclassCorrelationOfMatrix(matrix: ConfusionMatrix): number | undefined {
  const rows = cellsOf(matrix).map(({ row, column, count }) => ({ ratings: [row, column], times: count }));
  return correlationOf(rows.filter(({ times }) => times > 0));
}

/** Two-way analysis of variance without replication; names as in Shrout and Fleiss: b(etween), j(udges), e(rror). */
function correlationOf(rows: readonly RatedAlike[]): number | undefined {
  const raters = rows[0]?.ratings.length ?? 0;
  const cases = total(rows, () => 1);
  const [first] = rows[0]?.ratings ?? [];
  const isConstant = rows.every(({ ratings }) => ratings.every((rating) => rating === first));
  if (cases < 2 || raters < 2 || isConstant) return undefined;
  const grandMean = total(rows, ({ ratings }) => mean(ratings)) / cases;
  const whole = total(rows, ({ ratings }) => ratings.reduce((sum, one) => sum + (one - grandMean) ** 2, 0));
  const between = raters * total(rows, ({ ratings }) => (mean(ratings) - grandMean) ** 2);
  const judgeMeans = Array.from(
    { length: raters },
    (_, rater) => total(rows, ({ ratings }) => ratings[rater] ?? 0) / cases,
  );
  const judges = cases * judgeMeans.reduce((sum, one) => sum + (one - grandMean) ** 2, 0);
  const error = Math.max(0, whole - between - judges);
  const bms = between / (cases - 1);
  const jms = judges / (raters - 1);
  const ems = error / ((cases - 1) * (raters - 1));
  const variance = bms + (raters - 1) * ems + (raters * (jms - ems)) / cases;
  // What rounding leaves of zero.
  return variance > 1e-12 * (whole / cases) ? (bms - ems) / variance : undefined;
}

function total(rows: readonly RatedAlike[], of: (row: RatedAlike) => number): number {
  return rows.reduce((sum, row) => sum + row.times * of(row), 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
