import type { ByteText } from './byte-text.ts';
import { Pieces } from './pieces.ts';

/** Texts that are written many times, each known by its number: what it says, and how often it was written. */
export class CountedTexts<T> {
  readonly #pieces = new Pieces();
  #says: T[] = [];
  #places: number[] = [];
  #times: number[] = [];

  /** Adds a text and returns its number. */
  add(text: string, says: T): number {
    this.#places.push(this.#pieces.add(text));
    this.#times.push(0);
    return this.#says.push(says) - 1;
  }

  /** What the text with this number says. */
  at(number: number): T | undefined {
    return this.#says[number];
  }

  /** Appends the text with this number, and counts it. */
  append(number: number, into: ByteText): void {
    this.#times[number] = (this.#times[number] ?? 0) + 1;
    into.append(this.#pieces, this.#places[number] ?? 0);
  }

  /** Tells of each text how often it was written, and removes all. */
  clear(tell: (says: T, times: number) => void): void {
    for (const [number, says] of this.#says.entries()) tell(says, this.#times[number] ?? 0);
    this.#pieces.clear();
    this.#says = [];
    this.#places = [];
    this.#times = [];
  }
}
