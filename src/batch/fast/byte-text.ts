/** Bytes in a word. */
const WORD = 4;

/** A text that is written many times, as bytes in whole words. */
export interface Piece {
  /** How many bytes it has. */
  readonly length: number;
  /** The bytes, the first of each word the lowest; what the last has left is 0. */
  readonly words: Int32Array;
}

export function pieceOf(text: string): Piece {
  const bytes = new TextEncoder().encode(text);
  const words = new Int32Array(Math.ceil(bytes.length / WORD));
  const view = new DataView(words.buffer);
  for (const [place, byte] of bytes.entries()) view.setUint8(place, byte);
  return { length: bytes.length, words: words.map((_, index) => view.getInt32(index * WORD, true)) };
}

/** Text as bytes that grows at its end. */
export class ByteText {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(2 ** 16);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Copies whole words, which for short texts is several times quicker than a call that copies ranges. */
  append({ words, length }: Piece): void {
    const start = this.#length;
    // The last word may reach past the end of the text: what it has left is written over by what comes next.
    const needed = start + words.length * WORD;
    if (needed > this.#bytes.length) this.#grow(needed);
    const view = this.#view;
    for (let index = 0; index < words.length; index++) {
      view.setInt32(start + index * WORD, words[index] ?? 0, true);
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

  /** Takes back everything after the first so many bytes. */
  cut(length: number): void {
    this.#length = Math.min(this.#length, length);
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
