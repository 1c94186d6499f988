import type { CaseRow, Place } from '../case-row.ts';
import { LINE_FEED, QUOTE } from './bytes.ts';
import type { CaseBlock } from './case-block.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** One row of a block by itself, as the full reader would have read it. */
export function rowOfBlock(
  block: CaseBlock,
  row: number,
  path: string,
  idOfLine: (line: number) => string,
): CaseRow {
  const { line, column } = placeOfId(block, row);
  return {
    kind: 'case',
    path,
    line,
    id: idOfRow(block, row) ?? idOfLine(line),
    idColumn: column,
    answers: answersOfRow(block, row).slice(),
    kept: keptOfRow(block, row),
  };
}

/** The answers of a row: a view of the codes of the block. */
export function answersOfRow({ codes, count }: CaseBlock, row: number): Int8Array {
  const questionCount = codes.length / count;
  return codes.subarray(row * questionCount, (row + 1) * questionCount);
}

/** The kept texts of a row. */
export function keptOfRow({ bytes, keptStart, keptEnd, count }: CaseBlock, row: number): string[] {
  const keptCount = keptStart.length / count;
  return Array.from({ length: keptCount }, (_, index) => {
    const place = row * keptCount + index;
    return decoder.decode(bytes.subarray(keptStart[place], keptEnd[place]));
  });
}

/** The id of a row; none where the line number is the id. */
export function idOfRow({ bytes, idStart, idEnd }: CaseBlock, row: number): string | undefined {
  const start = idStart[row] ?? -1;
  return start < 0 ? undefined : decoder.decode(bytes.subarray(start, idEnd[row]));
}

/** Where the id of a row stands in the file: with its quotation mark, if it has one. */
function placeOfId({ bytes, idStart, line }: CaseBlock, row: number): Place {
  const start = idStart[row] ?? -1;
  const place = { line: line[row] ?? 0, column: 1 };
  if (start < 0) return place;
  const end = bytes[start - 1] === QUOTE ? start - 1 : start;
  const lineStart = end === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
  return { ...place, column: decoder.decode(bytes.subarray(lineStart, end)).length + 1 };
}
