const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/** Longer numbers are not exact. */
const MOST_DIGITS = 15;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Ids that are numbered one after another, as `case-1`, `case-2` or `098`, `099`, `100`: however many there are, they are
 * known by the first and the last one.
 */
export class NumberedIds {
  /** What stands before the numbers, and how many digits they have at least. */
  #prefix = '';
  #width = 0;
  #first = 0;
  /** The number of the id that would come next, and that id; no bytes before the first one. */
  #next = 0;
  #nextBytes = new Uint8Array(0);

  /** Takes an id that comes next; the first one may have any number. False if it is none. */
  add(id: string): boolean {
    if (this.#nextBytes.length === 0) return this.#begin(id);
    if (id !== this.#textOf(this.#next)) return false;
    this.#advance();
    return true;
  }

  /** The same for an id that is a range of bytes in UTF-8. */
  addRange(bytes: Uint8Array, start: number, end: number): boolean {
    const next = this.#nextBytes;
    if (next.length === 0) return this.#begin(decoder.decode(bytes.subarray(start, end)));
    if (next.length !== end - start) return false;
    for (let at = 0; at < next.length; at++) if (next[at] !== bytes[start + at]) return false;
    this.#advance();
    return true;
  }

  /** All that were taken. */
  *ids(): Generator<string, void> {
    for (let number = this.#first; number < this.#next; number++) yield this.#textOf(number);
  }

  #begin(id: string): boolean {
    const [digits] = /[0-9]+$/.exec(id) ?? [''];
    if (digits.length === 0 || digits.length > MOST_DIGITS) return false;
    this.#prefix = id.slice(0, -digits.length);
    this.#width = digits.length;
    this.#first = Number(digits);
    this.#next = this.#first + 1;
    this.#nextBytes = encoder.encode(this.#textOf(this.#next));
    return true;
  }

  #advance(): void {
    this.#next++;
    const bytes = this.#nextBytes;
    let at = bytes.length - 1;
    while (bytes[at] === DIGIT_9) bytes[at--] = DIGIT_0;
    const digit = bytes[at] ?? 0;
    if (digit >= DIGIT_0 && digit < DIGIT_9) bytes[at] = digit + 1;
    else this.#nextBytes = encoder.encode(this.#textOf(this.#next));
  }

  #textOf(number: number): string {
    return `${this.#prefix}${String(number).padStart(this.#width, '0')}`;
  }
}
