const FIRST_PLACES = 64;

/** Entries that are remembered at once. */
const MOST = 2 ** 15;

/** Remembers what was worked out for a few words, at most so much at once: what is full begins anew. */
export class WordMemo<T> {
  readonly #width: number;
  readonly #forget: (value: T) => void;
  /** Open addressing, at most half full. */
  #keys: Int32Array;
  #values: (T | undefined)[];
  #size = 0;

  /**
   * @param width how many words a key is
   * @param forget is told each value that is no longer remembered
   */
  constructor(width: number, forget: (value: T) => void) {
    this.#width = width;
    this.#forget = forget;
    this.#keys = new Int32Array(FIRST_PLACES * width);
    this.#values = new Array(FIRST_PLACES);
  }

  /** What is remembered for the words from `from` on. */
  find(words: Int32Array, from: number): T | undefined {
    return this.#values[this.#place(words, from)];
  }

  /** Remembers a value for words for which there is none. */
  add(words: Int32Array, from: number, value: T): void {
    if (this.#size === MOST) this.clear();
    if (2 * this.#size === this.#values.length) this.#grow();
    const place = this.#place(words, from);
    this.#values[place] = value;
    this.#keys.set(words.subarray(from, from + this.#width), place * this.#width);
    this.#size++;
  }

  /** Forgets everything. */
  clear(): void {
    for (const value of this.#values) if (value !== undefined) this.#forget(value);
    this.#values.fill(undefined);
    this.#size = 0;
  }

  /** Where the value for these words is, or would be. */
  #place(words: Int32Array, from: number): number {
    const width = this.#width;
    const last = this.#values.length - 1;
    let hash = 0;
    for (let index = 0; index < width; index++) {
      hash = Math.imul(hash ^ (words[from + index] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let place = hash & last;
    while (this.#values[place] !== undefined && !this.#isAt(place, words, from)) place = (place + 1) & last;
    return place;
  }

  #isAt(place: number, words: Int32Array, from: number): boolean {
    const width = this.#width;
    for (let index = 0; index < width; index++) {
      if (this.#keys[place * width + index] !== words[from + index]) return false;
    }
    return true;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Int32Array(keys.length * 2);
    this.#values = new Array(values.length * 2);
    values.forEach((value, place) => {
      if (value === undefined) return;
      const at = this.#place(keys, place * this.#width);
      this.#values[at] = value;
      this.#keys.set(keys.subarray(place * this.#width, (place + 1) * this.#width), at * this.#width);
    });
  }
}
