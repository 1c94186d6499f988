import type { Kernel } from './kernel.ts';

const BYTES_A_WORD = 4;
const FIRST_PLACES = 64;

/** Entries that are remembered at once: what is full is to be cleared. */
export const MOST_ENTRIES = 2 ** 15;

/** Remembers the place of something for a few words, to be found by the kernel: see `WordMemo` in kernel/word-memo.ts. */
export class WordMemo {
  readonly place: number;
  readonly #kernel: Kernel;
  readonly #width: number;
  #table: number;
  /** At most half of the places are taken. */
  #places = FIRST_PLACES;
  #size = 0;

  /** @param width how many words a key is */
  constructor(kernel: Kernel, width: number) {
    this.#kernel = kernel;
    this.#width = width;
    this.#table = kernel.allocate(FIRST_PLACES * this.#stride);
    this.place = kernel.place([width * BYTES_A_WORD, this.#table, FIRST_PLACES - 1]);
  }

  get isFull(): boolean {
    return this.#size >= MOST_ENTRIES;
  }

  /** Remembers a place for the words at `key`, for which there is none. */
  add(key: number, found: number): void {
    if (2 * this.#size === this.#places) this.#grow();
    this.#kernel.remember(this.place, key, found);
    this.#size++;
  }

  /** Forgets everything. */
  clear(): void {
    this.#kernel.bytes.fill(0, this.#table, this.#table + this.#places * this.#stride);
    this.#size = 0;
  }

  /** Bytes of a key and what is remembered for it. */
  get #stride(): number {
    return (this.#width + 1) * BYTES_A_WORD;
  }

  #grow(): void {
    const before = this.#table;
    const end = before + this.#places * this.#stride;
    this.#places *= 2;
    this.#table = this.#kernel.allocate(this.#places * this.#stride);
    this.#kernel.write(this.place + BYTES_A_WORD, [this.#table, this.#places - 1]);
    for (let key = before; key < end; key += this.#stride) {
      const [found = 0] = this.#kernel.words(key + this.#width * BYTES_A_WORD, 1);
      if (found !== 0) this.#kernel.remember(this.place, key, found);
    }
  }
}
