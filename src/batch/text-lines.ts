import { LONGEST_ROW } from './case-row.ts';

/** A line without its line feed (a carriage return stays), or `null` for one longer than `LONGEST_ROW`. */
export type TextLine = string | null;

/** Cuts text that comes in chunks into lines. It holds no more than one line. */
export class TextLines {
  #rest = '';
  #skipping = false;

  /** The lines that this chunk completes. */
  take(chunk: string): TextLine[] {
    const lines: TextLine[] = [];
    const text = this.#rest + chunk;
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const tooLong = this.#skipping || end - from > LONGEST_ROW;
      lines.push(tooLong ? null : text.slice(from, end));
      this.#skipping = false;
      from = end + 1;
    }
    this.#rest = this.#skipping ? '' : text.slice(from);
    if (this.#rest.length > LONGEST_ROW) {
      this.#skipping = true;
      this.#rest = '';
    }
    return lines;
  }

  /** The last line, if the text did not end with a line feed. */
  end(): TextLine[] {
    if (this.#skipping) return [null];
    return this.#rest === '' ? [] : [this.#rest];
  }
}
