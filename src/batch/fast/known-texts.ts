import { BYTES_A_WORD, wordsOf } from './byte-words.ts';

/** A text to be found in bytes, and the number that it stands for. */
export interface KnownText {
  readonly text: string;
  readonly code: number;
}

/** How far past a place in the bytes may be looked, whatever stands there. */
export const BYTES_BEYOND = 8;

/**
 * Finds which known text stands at a place in bytes, without making a string of it. Texts come in groups, as the
 * answers of a question do. One byte, the one at `sample`, singles out the few texts of the group that may stand
 * there; these are compared four bytes at a time.
 *
 * No text of a group may be the beginning of another one: give each its delimiter.
 */
export class KnownTexts {
  /** By text: the number that it stands for, and its length in bytes. */
  readonly codes: Int16Array;
  readonly lengths: Int32Array;
  readonly #sample: number;
  /** By group and sampled byte the first text, and by text the next one with the same byte; -1 at the end. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  /** By text where its words begin; the words themselves, and which of their bits count. */
  readonly #wordStart: Int32Array;
  readonly #words: Int32Array;
  readonly #masks: Int32Array;

  constructor(groups: readonly (readonly KnownText[])[], sample = 0) {
    const encoder = new TextEncoder();
    const texts = groups.flatMap((group, index) =>
      group.map(({ text, code }) => ({ group: index, bytes: encoder.encode(text), code })),
    );
    this.#sample = sample;
    this.codes = Int16Array.from(texts, ({ code }) => code);
    this.lengths = Int32Array.from(texts, ({ bytes }) => bytes.length);
    this.#heads = new Int32Array(256 * groups.length).fill(-1);
    this.#next = new Int32Array(texts.length);
    // From the last to the first, so that the texts of a group are tried in the order in which they were given.
    for (const [index, { group, bytes }] of [...texts.entries()].reverse()) {
      const head = 256 * group + (bytes[sample] ?? 0);
      this.#next[index] = this.#heads[head] ?? -1;
      this.#heads[head] = index;
    }
    const words = texts.map(({ bytes }) => wordsOf(bytes));
    const masks = texts.map(({ bytes }) => wordsOf(new Uint8Array(bytes.length).fill(0xff)));
    this.#wordStart = new Int32Array(texts.length + 1);
    words.forEach((own, index) => {
      this.#wordStart[index + 1] = (this.#wordStart[index] ?? 0) + own.length;
    });
    this.#words = Int32Array.from(words.flat());
    this.#masks = Int32Array.from(masks.flat());
  }

  /** The index of the text of this group that stands at `at`, or -1. */
  find(group: number, bytes: Uint8Array, view: DataView, at: number): number {
    let index = this.#heads[256 * group + (bytes[at + this.#sample] ?? 0)] ?? -1;
    while (index >= 0 && !this.standsAt(index, view, at)) index = this.#next[index] ?? -1;
    return index;
  }

  /** Whether this very text stands at `at`. */
  standsAt(index: number, view: DataView, at: number): boolean {
    const end = this.#wordStart[index + 1] ?? 0;
    let place = at;
    for (let word = this.#wordStart[index] ?? 0; word < end; word++) {
      if (((view.getInt32(place, true) ^ (this.#words[word] ?? 0)) & (this.#masks[word] ?? 0)) !== 0)
        return false;
      place += BYTES_A_WORD;
    }
    return true;
  }
}
