import type { CaseBlock } from './case-block.ts';
import { CasePage } from './case-page.ts';
import { BYTES_BEYOND, type Kernel } from './kernel.ts';
import { type BlockTexts, textRange } from './text-range.ts';

const BYTES_A_WORD = 4;
const FIRST_TEXT_ROOM = 2 ** 18;

/** The words of `RowBlock` in kernel/row-plan.ts. */
const TEXTS_WORD = 2;

/** A block where the kernel finds it: see `RowBlock` in kernel/row-plan.ts. Each one overwrites the one before. */
export class PlacedBlock {
  readonly place: number;
  rows = 0;
  readonly #kernel: Kernel;
  readonly #codes: number;
  readonly #leftOut: number;
  readonly #idStart: number;
  readonly #idEnd: number;
  readonly #keptStart: number;
  readonly #keptEnd: number;
  #texts = 0;
  #textRoom = 0;

  constructor(kernel: Kernel, questionCount: number, keptCount: number) {
    const wordsARow = (count: number) => kernel.allocate(CasePage.ROWS * count * BYTES_A_WORD);
    this.#kernel = kernel;
    this.#codes = kernel.allocate(CasePage.ROWS * questionCount);
    this.#leftOut = kernel.allocate(CasePage.ROWS);
    this.#idStart = wordsARow(1);
    this.#idEnd = wordsARow(1);
    this.#keptStart = wordsARow(keptCount);
    this.#keptEnd = wordsARow(keptCount);
    this.place = kernel.place([
      this.#codes,
      this.#leftOut,
      0,
      this.#idStart,
      this.#idEnd,
      this.#keptStart,
      this.#keptEnd,
      keptCount,
    ]);
    this.#makeRoom(FIRST_TEXT_ROOM);
  }

  /** Puts a block there, of no more rows than a page has. A row without an id gets that of its line. */
  put(block: CaseBlock, leftOut: Uint8Array, idOfLine: (line: number) => string): void {
    const texts = (block.idStart[0] ?? 0) < 0 ? withIdsOfLines(block, idOfLine) : block;
    const { first, end } = textRange(texts);
    this.#makeRoom(end - first + BYTES_BEYOND);
    this.rows = block.count;
    const kernel = this.#kernel;
    kernel.bytes.set(
      new Uint8Array(block.codes.buffer, block.codes.byteOffset, block.codes.length),
      this.#codes,
    );
    kernel.bytes.set(leftOut, this.#leftOut);
    kernel.bytes.set(texts.bytes.subarray(first, end), this.#texts);
    // Ranges count from the beginning of all bytes, of which only a part is there.
    kernel.write(this.place + TEXTS_WORD * BYTES_A_WORD, [this.#texts - first]);
    kernel.write(this.#idStart, texts.idStart);
    kernel.write(this.#idEnd, texts.idEnd);
    kernel.write(this.#keptStart, texts.keptStart);
    kernel.write(this.#keptEnd, texts.keptEnd);
  }

  #makeRoom(needed: number): void {
    if (needed <= this.#textRoom) return;
    this.#textRoom = Math.max(needed, 2 * this.#textRoom);
    this.#texts = this.#kernel.allocate(this.#textRoom);
  }
}

/** The texts of a block with ids that are made of line numbers, before the kept ones. */
function withIdsOfLines(block: CaseBlock, idOfLine: (line: number) => string): BlockTexts {
  const encoder = new TextEncoder();
  const ids = Array.from(block.line, (line) => encoder.encode(idOfLine(line)));
  const { first, end } = textRange(block);
  const length = ids.reduce((sum, id) => sum + id.length, 0);
  const bytes = new Uint8Array(length + end - first);
  const idStart = new Int32Array(block.count);
  const idEnd = new Int32Array(block.count);
  let at = 0;
  for (const [row, id] of ids.entries()) {
    bytes.set(id, at);
    idStart[row] = at;
    at += id.length;
    idEnd[row] = at;
  }
  bytes.set(block.bytes.subarray(first, end), length);
  const moved = (place: number) => place - first + length;
  const { count } = block;
  return {
    count,
    bytes,
    idStart,
    idEnd,
    keptStart: block.keptStart.map(moved),
    keptEnd: block.keptEnd.map(moved),
  };
}
