import type { CaseBlock } from './case-block.ts';

/** The ids and kept texts of rows, as ranges of bytes. */
export type BlockTexts = Pick<CaseBlock, 'count' | 'bytes' | 'idStart' | 'idEnd' | 'keptStart' | 'keptEnd'>;

/** The bytes from the first of the texts to the end of the last one; none where there are no texts. */
export function textRange({ count, idStart, idEnd, keptStart, keptEnd }: BlockTexts): {
  first: number;
  end: number;
} {
  // Rows come in the order of their bytes: of all texts the first is in the first row, and the last in the last one.
  const kept = keptStart.length / count;
  const starts = [...idStart.subarray(0, 1), ...keptStart.subarray(0, kept)].filter((start) => start >= 0);
  const ends = [...idEnd.subarray(count - 1), ...keptEnd.subarray(keptEnd.length - kept)];
  return starts.length === 0 ? { first: 0, end: 0 } : { first: Math.min(...starts), end: Math.max(...ends) };
}
