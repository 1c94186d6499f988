const FIRST_SIZE = 2 ** 16;
/** A unit of UTF-16 takes no more bytes of UTF-8. */
const MOST_BYTES_A_UNIT = 3;

const encoder = new TextEncoder();

/** Lines as bytes, one after the other. */
export class LineBytes {
  #bytes = new Uint8Array(FIRST_SIZE);
  #length = 0;

  append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  appendText(text: string): void {
    this.#makeRoom(MOST_BYTES_A_UNIT * text.length);
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** A copy of all bytes so far, and of some more behind them; begins anew. */
  take(last: Uint8Array): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#length + last.length);
    all.set(this.#bytes.subarray(0, this.#length));
    all.set(last, this.#length);
    this.#length = 0;
    return all;
  }

  #makeRoom(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
