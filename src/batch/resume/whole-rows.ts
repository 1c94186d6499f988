import { LINE_FEED, QUOTE } from '../fast/bytes.ts';

/** Cuts the bytes of an output that broke off into text of whole rows. What follows the last of them is left out. */
export class WholeRows {
  readonly #isCsv: boolean;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #encoder = new TextEncoder();
  #rest = new Uint8Array();
  #isQuoted = false;
  #length = 0;

  /** In CSV a line feed within quotation marks ends no row; in NDJSON there is none within a row. */
  constructor(isCsv: boolean) {
    this.#isCsv = isCsv;
  }

  /** How many bytes the rows so far take. */
  get length(): number {
    return this.#length;
  }

  /** The rows that this chunk completes. */
  take(chunk: Uint8Array | string): string {
    const bytes = typeof chunk === 'string' ? this.#encoder.encode(chunk) : chunk;
    const end = this.#isCsv ? this.#endOfCsv(bytes) : bytes.lastIndexOf(LINE_FEED) + 1;
    const rows = joined(this.#rest, bytes.subarray(0, end));
    if (end === 0) {
      this.#rest = rows.length === 0 ? bytes.slice() : joined(rows, bytes);
      return '';
    }
    this.#rest = bytes.slice(end);
    this.#length += rows.length;
    return this.#decoder.decode(rows);
  }

  /** Where the last row that ends within the bytes ends: at a line feed with an even number of marks before it. */
  #endOfCsv(bytes: Uint8Array): number {
    let end = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) this.#isQuoted = !this.#isQuoted;
      else if (byte === LINE_FEED && !this.#isQuoted) end = at + 1;
    }
    return end;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
