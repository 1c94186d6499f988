import { cut } from '../render/text-lines.ts';
import type { ConfusionMatrix } from '../statistics/confusion-matrix.ts';

/** A table of counts, a row for each level that the criteria give and a column for each that was chosen. */
export function matrixLines(words: readonly string[], matrix: ConfusionMatrix, width: number): string[] {
  const counts = matrix.map((row) => row.map(String));
  const first = Math.max(...words.map((word) => word.length));
  const columns = words.map((word, column) =>
    Math.max(word.length, ...counts.map((row) => row[column]?.length ?? 0)),
  );
  const line = (head: string, cells: readonly string[]) =>
    cut(
      `  ${head.padEnd(first)}  ${cells.map((cell, column) => cell.padStart(columns[column] ?? 0)).join('  ')}`,
      width,
    );
  return [line('', words), ...counts.map((cells, row) => line(words[row] ?? '', cells))];
}
