import { wordsOf } from './byte-words.ts';

/**
 * Texts that are written many times, as bytes in whole words, side by side: what is strewn over the memory takes longer
 * to fetch than to copy. A text is known by its place.
 */
export class Pieces {
  /** At the place of a text its length in bytes; after it the bytes, the first of each word the lowest. */
  words = new Int32Array(2 ** 10);
  #end = 0;

  /** Adds a text and returns its place. */
  add(text: string): number {
    const bytes = new TextEncoder().encode(text);
    const place = this.#end;
    const own = wordsOf(bytes);
    const end = place + 1 + own.length;
    if (end > this.words.length) this.#grow(end);
    this.words[place] = bytes.length;
    this.words.set(own, place + 1);
    this.#end = end;
    return place;
  }

  /** Removes all texts. */
  clear(): void {
    this.#end = 0;
  }

  #grow(atLeast: number): void {
    const larger = new Int32Array(Math.max(atLeast, this.words.length * 2));
    larger.set(this.words);
    this.words = larger;
  }
}
