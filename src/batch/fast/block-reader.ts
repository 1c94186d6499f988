import { type InputRow, LONGEST_ROW } from '../case-row.ts';
import type { Reading } from '../reading.ts';
import type { TextLine } from '../text-lines.ts';
import { ByteLines } from './byte-lines.ts';
import { LINE_FEED, lineEndAt } from './bytes.ts';
import type { FastBatch } from './case-block.ts';
import { CasePage } from './case-page.ts';

/** What a reader of plain rows says of a line that is none. */
export const NOT_PLAIN = -1;

/** Reads lines that hold nothing unusual and are not empty, and leaves all others alone. */
export interface PlainRows {
  /** Reads the line at `at` into a row of the page and returns where the next line begins, or `NOT_PLAIN`. */
  read(lines: ByteLines, at: number, page: CasePage, row: number): number;
}

/** Reads any line, with all care, from its text. */
export interface FullRows {
  /** The reader that may try the next line before this one; none while that would change what the line means. */
  readonly plain: PlainRows | undefined;
  /** The rows that this line completes. Lines that the plain reader took are left out, but counted. */
  takeLine(line: TextLine, number: number): readonly InputRow[];
  /** The rows that the end of the file completes. */
  end(): readonly InputRow[];
}

/**
 * Reads the rows of a file from its bytes: each line by the plain reader where that can, else by the full one. What
 * comes out is what the full reader alone would have read.
 */
export class BlockReader {
  readonly #full: FullRows;
  readonly #newPage: () => CasePage;
  readonly #lines = new ByteLines();
  readonly #firstDecoder = new TextDecoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #line = 0;
  /** Whether a row has made the file unusable: nothing after it is read. */
  #isOver = false;
  #page: CasePage;
  /** The rows of the page that are taken, and how many of them have been handed on. */
  #row = 0;
  #handedOn = 0;
  #rows: InputRow[] = [];
  #batches: FastBatch[] = [];

  constructor(full: FullRows, { questionCount, keep }: Reading) {
    this.#full = full;
    this.#newPage = () => new CasePage(questionCount, keep.length);
    this.#page = this.#newPage();
  }

  /** The rows that this chunk completes. They overwrite the rows of the last one. */
  take(chunk: Uint8Array): FastBatch[] {
    if (this.#isOver) return [];
    this.#lines.add(chunk);
    this.#readLines();
    return this.#handOver();
  }

  /** The rows that the end of the file completes. */
  end(): FastBatch[] {
    this.#lines.close();
    this.#readLines();
    if (!this.#isOver) this.#rows.push(...this.#full.end());
    return this.#handOver();
  }

  #readLines(): void {
    const { bytes, end, startsTooLong } = this.#lines;
    this.#row = 0;
    this.#handedOn = 0;
    let at = 0;
    if (startsTooLong) {
      this.#readFully(null);
      at = 1;
    }
    while (at < end && !this.#isOver) {
      at = this.#readPlain(at, end);
      if (at < end) {
        const stop = bytes.indexOf(LINE_FEED, at);
        this.#readFully(this.#text(at, stop));
        at = stop + 1;
      }
    }
    this.#endBlock();
  }

  /** Reads plain rows from `from` on, up to a line that is none; empty lines are passed over. */
  #readPlain(from: number, end: number): number {
    const { plain } = this.#full;
    if (plain === undefined) return from;
    let at = from;
    while (at < end) {
      const ending = lineEndAt(this.#lines.bytes, at);
      if (ending > 0) {
        this.#line++;
        at += ending;
        continue;
      }
      if (this.#row === CasePage.ROWS) this.#turnPage();
      const next = plain.read(this.#lines, at, this.#page, this.#row);
      if (next === NOT_PLAIN || next - at > LONGEST_ROW) return at;
      this.#line++;
      this.#page.line[this.#row] = this.#line;
      this.#row++;
      at = next;
    }
    return at;
  }

  #readFully(line: TextLine): void {
    this.#endBlock();
    this.#line++;
    for (const row of this.#full.takeLine(line, this.#line)) this.#rows.push(row);
    this.#isOver = this.#rows.at(-1)?.kind === 'unusable';
  }

  /** The text of a line; `null` if it is longer than the longest row. */
  #text(start: number, end: number): TextLine {
    const decoder = this.#line === 0 ? this.#firstDecoder : this.#decoder;
    const text = decoder.decode(this.#lines.bytes.subarray(start, end));
    return text.length > LONGEST_ROW ? null : text;
  }

  #turnPage(): void {
    this.#endBlock();
    this.#page = this.#newPage();
    this.#row = 0;
    this.#handedOn = 0;
  }

  #endBlock(): void {
    if (this.#handedOn === this.#row) return;
    this.#endRows();
    this.#batches.push(this.#page.block(this.#handedOn, this.#row, this.#lines.bytes));
    this.#handedOn = this.#row;
  }

  #endRows(): void {
    if (this.#rows.length === 0) return;
    this.#batches.push({ kind: 'rows', rows: this.#rows });
    this.#rows = [];
  }

  #handOver(): FastBatch[] {
    this.#endRows();
    const batches = this.#batches;
    this.#batches = [];
    return batches;
  }
}
