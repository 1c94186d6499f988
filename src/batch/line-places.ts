import type { Place } from './case-row.ts';

/**
 * Turns offsets of a text into lines and columns. It walks from the last place asked for, so that asking for many
 * in roughly ascending order costs one pass.
 */
export class LinePlaces {
  readonly #text: string;
  #line = 1;
  #lineStart = 0;
  /** Where the line feed of that line stands: looked for once, because a whole file may be one line. */
  #lineEnd: number;

  constructor(text: string) {
    this.#text = text;
    this.#lineEnd = this.#endOfLine(0);
  }

  at(offset: number): Place {
    while (offset < this.#lineStart) {
      this.#line--;
      this.#lineEnd = this.#lineStart - 1;
      this.#lineStart = this.#lineEnd === 0 ? 0 : this.#text.lastIndexOf('\n', this.#lineEnd - 1) + 1;
    }
    while (this.#lineEnd < offset) {
      this.#line++;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.#endOfLine(this.#lineStart);
    }
    return { line: this.#line, column: offset - this.#lineStart + 1 };
  }

  #endOfLine(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end === -1 ? Number.POSITIVE_INFINITY : end;
  }
}
