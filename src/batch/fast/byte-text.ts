import { BYTES_A_WORD } from './byte-words.ts';
import type { Pieces } from './pieces.ts';

/** Text as bytes that grows at its end. */
export class ByteText {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(2 ** 16);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Appends the text at a place among the pieces. For short texts copying words is several times quicker than a call. */
  append(pieces: Pieces, place: number): void {
    const { words } = pieces;
    const length = words[place] ?? 0;
    const start = this.#length;
    const count = Math.ceil(length / BYTES_A_WORD);
    // The last word may reach past the end of the text: what it has left is written over by what comes next.
    const needed = start + count * BYTES_A_WORD;
    if (needed > this.#bytes.length) this.#grow(needed);
    const view = this.#view;
    for (let index = 0; index < count; index++) {
      view.setInt32(start + index * BYTES_A_WORD, words[place + 1 + index] ?? 0, true);
    }
    this.#length = start + length;
  }

  appendByte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(this.#length + 1);
    this.#bytes[this.#length++] = byte;
  }

  /** For short ranges: a loop that needs no view of the range. */
  appendRange(text: Uint8Array, from: number, to: number): void {
    const end = this.#length + to - from;
    if (end > this.#bytes.length) this.#grow(end);
    const bytes = this.#bytes;
    let place = this.#length;
    for (let index = from; index < to; index++) bytes[place++] = text[index] ?? 0;
    this.#length = end;
  }

  /** A copy of the bytes so far; begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #grow(atLeast: number): void {
    const larger = new Uint8Array(Math.max(atLeast, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
