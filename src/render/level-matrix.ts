import stringWidth from 'string-width';

const GAP = '  ';

/** A matrix over levels in lines: a table, or a list of the cells that are not empty where a table would be too wide. */
export interface MatrixLines {
  readonly isTable: boolean;
  /** The words above the columns; absent in a list. */
  readonly head?: string;
  readonly lines: readonly string[];
}

/** Lays out a matrix whose rows and columns are named by `words`. An empty cell is `empty`. */
export function matrixLines(
  words: readonly string[],
  cells: readonly (readonly string[])[],
  empty: string,
  width: number,
): MatrixLines {
  const first = Math.max(...words.map((word) => stringWidth(word)));
  const column = Math.max(first, ...cells.flat().map((cell) => stringWidth(cell)));
  const padded = (text: string, to: number) => ' '.repeat(to - stringWidth(text)) + text;
  const line = (head: string, rest: readonly string[]) =>
    [head + ' '.repeat(first - stringWidth(head)), ...rest.map((text) => padded(text, column))].join(GAP);
  if (first + words.length * (column + GAP.length) <= width) {
    return {
      isTable: true,
      head: line('', words),
      lines: cells.map((row, from) => line(words[from] ?? '', row)),
    };
  }
  const lines = cells.flatMap((row, from) =>
    row.flatMap((cell, to) => (cell === empty ? [] : [`${words[from]} → ${words[to]}  ${cell}`])),
  );
  return { isTable: false, lines };
}
