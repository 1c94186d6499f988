/** What `find` gives where nothing is remembered. */
export const NOT_KNOWN = -1;

const FIRST_PLACES = 64;

/** Entries that are remembered at once: what is full is to be cleared. */
export const MOST_ENTRIES = 2 ** 15;

/** Remembers a number, 0 or more, for a few words. */
export class WordMemo {
  readonly #width: number;
  /** Open addressing, at most half full: the words, then the number or `NOT_KNOWN`. */
  #table: Int32Array;
  #places = FIRST_PLACES;
  #size = 0;

  /** @param width how many words a key is */
  constructor(width: number) {
    this.#width = width;
    this.#table = new Int32Array(FIRST_PLACES * (width + 1)).fill(NOT_KNOWN);
  }

  get isFull(): boolean {
    return this.#size >= MOST_ENTRIES;
  }

  /** The number for the words from `from` on, or `NOT_KNOWN`. */
  find(words: Int32Array, from: number): number {
    return this.#table[this.#startOf(words, from) + this.#width] ?? NOT_KNOWN;
  }

  /** Remembers a number for words for which there is none. */
  add(words: Int32Array, from: number, value: number): void {
    if (2 * this.#size === this.#places) this.#grow();
    const start = this.#startOf(words, from);
    this.#table.set(words.subarray(from, from + this.#width), start);
    this.#table[start + this.#width] = value;
    this.#size++;
  }

  /** Forgets everything. */
  clear(): void {
    this.#table.fill(NOT_KNOWN);
    this.#size = 0;
  }

  /** Where in the table these words are, or would be. */
  #startOf(words: Int32Array, from: number): number {
    const table = this.#table;
    const width = this.#width;
    const last = this.#places - 1;
    let hash = 0;
    for (let index = 0; index < width; index++) {
      hash = Math.imul(hash ^ (words[from + index] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let place = hash & last;
    for (;;) {
      const start = place * (width + 1);
      if (table[start + width] === NOT_KNOWN) return start;
      let same = 0;
      while (same < width && table[start + same] === words[from + same]) same++;
      if (same === width) return start;
      place = (place + 1) & last;
    }
  }

  #grow(): void {
    const before = this.#table;
    const stride = this.#width + 1;
    this.#places *= 2;
    this.#table = new Int32Array(this.#places * stride).fill(NOT_KNOWN);
    for (let start = 0; start < before.length; start += stride) {
      if (before[start + this.#width] === NOT_KNOWN) continue;
      this.#table.set(before.subarray(start, start + stride), this.#startOf(before, start));
    }
  }
}
