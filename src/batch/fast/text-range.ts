import type { CaseBlock } from './case-block.ts';

/** The ids and kept texts of rows, as ranges of bytes. */
export type BlockTexts = Pick<CaseBlock, 'bytes' | 'idStart' | 'idEnd' | 'keptStart' | 'keptEnd'>;

/** The bytes from the first of the texts to the end of the last one; none where there are no texts. */
export function textRange({ idStart, idEnd, keptStart, keptEnd }: BlockTexts): {
  first: number;
  end: number;
} {
  let first = Infinity;
  let end = 0;
  for (const starts of [idStart, keptStart]) {
    for (const start of starts) if (start >= 0 && start < first) first = start;
  }
  for (const ends of [idEnd, keptEnd]) {
    for (const one of ends) if (one > end) end = one;
  }
  return first < end ? { first, end } : { first: 0, end: 0 };
}
