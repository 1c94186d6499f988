/** Up to this length a loop copies faster than a call that sets up a copy. */
const LONGEST_BY_LOOP = 8;

/** Text as bytes that grows at its end. */
export class ByteText {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(2 ** 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(text: Uint8Array): void {
    const start = this.#length;
    const end = start + text.length;
    if (end > this.#bytes.length) this.#grow(end);
    if (text.length > LONGEST_BY_LOOP) this.#bytes.set(text, start);
    else for (let index = 0; index < text.length; index++) this.#bytes[start + index] = text[index] ?? 0;
    this.#length = end;
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
  }
}
