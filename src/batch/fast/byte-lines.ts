import { LONGEST_ROW } from '../case-row.ts';
import { LINE_FEED } from './bytes.ts';
import { BYTES_BEYOND } from './known-texts.ts';

/** A line of more bytes is too long whatever stands in it: three bytes make at least one UTF-16 unit. The byte order mark makes none. */
const LONGEST_IN_BYTES = 3 * LONGEST_ROW + 3;
const FIRST_SIZE = 2 ** 17;

/**
 * Collects bytes until they make whole lines. The lines of one chunk stand in `bytes` from 0 to `end`, each with its
 * line feed; the next chunk overwrites them. No more than one line is held beyond them.
 */
export class ByteLines {
  bytes = new Uint8Array(FIRST_SIZE);
  /** The same bytes; it may be read a little beyond any line. */
  view = new DataView(this.bytes.buffer);
  end = 0;
  /** Whether the first of the lines was too long to be held: only its line feed is there. */
  startsTooLong = false;
  /** Where the beginning of a line ends that is not yet whole. */
  #filled = 0;
  /** Whether that line is already too long. */
  #skipping = false;

  /** Replaces the lines by those that this chunk completes. */
  add(chunk: Uint8Array): void {
    this.bytes.copyWithin(0, this.end, this.#filled);
    this.#filled -= this.end;
    this.end = 0;
    this.startsTooLong = false;
    const from = this.#skipping ? chunk.indexOf(LINE_FEED) : 0;
    if (from === -1) return;
    this.startsTooLong = this.#skipping;
    this.#skipping = false;
    this.#append(chunk.subarray(from));
  }

  /** Completes the last line, if the bytes did not end with a line feed. */
  close(): void {
    const isWhole = this.#filled === this.end && !this.#skipping;
    this.add(isWhole ? new Uint8Array(0) : Uint8Array.of(LINE_FEED));
  }

  #append(chunk: Uint8Array): void {
    const rest = this.#filled;
    this.#filled += chunk.length;
    this.#makeRoom();
    this.bytes.set(chunk, rest);
    const last = chunk.lastIndexOf(LINE_FEED);
    this.end = last === -1 ? 0 : rest + last + 1;
    if (this.#filled - this.end > LONGEST_IN_BYTES) {
      this.#filled = this.end;
      this.#skipping = true;
    }
  }

  #makeRoom(): void {
    const needed = this.#filled + BYTES_BEYOND;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}
