import type { InputRow } from '../case-row.ts';

/** Rows read from bytes: codes by row and question, ids as byte ranges. Reused by the reader: use it before asking for the next. */
export interface CaseBlock {
  readonly kind: 'block';
  /** Number of rows. */
  readonly count: number;
  /** Per row and question: the code of the answer, or OPEN; row-major, `questionCount` a row. */
  readonly codes: Int8Array;
  /** The bytes the ids are ranges of. */
  readonly bytes: Uint8Array;
  /** Per row where its id begins and ends in `bytes`; begin = -1 where the file has no ids: the line number is then the id. */
  readonly idStart: Int32Array;
  readonly idEnd: Int32Array;
  /** Per row and kept column where its text begins and ends in `bytes`; row-major, in the order of `--keep`. */
  readonly keptStart: Int32Array;
  readonly keptEnd: Int32Array;
  /** Per row the line number in the file (1-based; a double holds any). */
  readonly line: Float64Array;
}

/** What the fast reader hands on, in file order: a block of plain rows, or rows that the full reader read. */
export type FastBatch = CaseBlock | { readonly kind: 'rows'; readonly rows: readonly InputRow[] };
