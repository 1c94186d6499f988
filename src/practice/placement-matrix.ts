import { matrixLines } from '../render/level-matrix.ts';
import type { ConfusionMatrix } from '../statistics/confusion-matrix.ts';

const INDENT = '  ';

/** Counts of placements, a row for each level that the criteria give and a column for each that was chosen. */
export function placementLines(words: readonly string[], matrix: ConfusionMatrix, width: number): string[] {
  const cells = matrix.map((row) => row.map(String));
  const { head, lines } = matrixLines(words, cells, '0', width - INDENT.length);
  return [...(head === undefined ? [] : [head]), ...lines].map((line) => `${INDENT}${line}`);
}
