import type { Place } from './case-row.ts';

/**
 * Turns offsets of a text into lines and columns. It walks from the last place asked for, so that asking for many
 * in roughly ascending order costs one pass.
 */
export class LinePlaces {
  readonly #text: string;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): Place {
    while (offset < this.#lineStart) {
      this.#line--;
      this.#lineStart = this.#text.lastIndexOf('\n', this.#lineStart - 2) + 1;
    }
    for (
      let end = this.#text.indexOf('\n', this.#lineStart);
      end !== -1 && end < offset;
      end = this.#text.indexOf('\n', this.#lineStart)
    ) {
      this.#line++;
      this.#lineStart = end + 1;
    }
    return { line: this.#line, column: offset - this.#lineStart + 1 };
  }
}
