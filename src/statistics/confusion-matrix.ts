/**
 * How many cases two raters put where: `matrix[row][column]` counts those that the first put at `row` and the second
 * at `column`. Square, over the same categories in the same order. Where one of the two is the reference, such as a
 * reviewer, it is the first.
 */
export type ConfusionMatrix = readonly (readonly number[])[];

/** One cell with its count. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

/** Counts pairs of ratings, each the index of a category below `size`. */
export function confusionMatrix(
  size: number,
  pairs: Iterable<readonly [first: number, second: number]>,
): ConfusionMatrix {
  const counts = new Float64Array(size * size);
  for (const [first, second] of pairs) {
    const at = first * size + second;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return matrixOf(size, counts);
}

/** The matrix whose cells stand in `counts`, row after row. */
export function matrixOf(size: number, counts: ArrayLike<number>): ConfusionMatrix {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => counts[row * size + column] ?? 0),
  );
}

/** The cells, row after row. */
export function cellsOf(matrix: ConfusionMatrix): Cell[] {
  return matrix.flatMap((counts, row) => counts.map((count, column) => ({ row, column, count })));
}

export function caseCount(matrix: ConfusionMatrix): number {
  return sum(rowTotals(matrix));
}

/** How many cases the first rater put at each category. */
export function rowTotals(matrix: ConfusionMatrix): number[] {
  return matrix.map(sum);
}

/** How many cases the second rater put at each category. */
export function columnTotals(matrix: ConfusionMatrix): number[] {
  return matrix.map((_, column) => sum(matrix.map((row) => row[column] ?? 0)));
}

/** The share of cases that both raters put at the same category; undefined without a case. */
export function exactAgreement(matrix: ConfusionMatrix): number | undefined {
  return shareOf(matrix, ({ row, column }) => row === column);
}

/** The share of cases that the second rater put above the first; undefined without a case. */
export function overPlacement(matrix: ConfusionMatrix): number | undefined {
  return shareOf(matrix, ({ row, column }) => column > row);
}

/** The share of cases that the second rater put below the first; undefined without a case. */
export function underPlacement(matrix: ConfusionMatrix): number | undefined {
  return shareOf(matrix, ({ row, column }) => column < row);
}

function shareOf(matrix: ConfusionMatrix, counts: (cell: Cell) => boolean): number | undefined {
  const all = caseCount(matrix);
  if (all === 0) return undefined;
  return sum(cellsOf(matrix).map((cell) => (counts(cell) ? cell.count : 0))) / all;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
