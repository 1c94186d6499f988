import { hash64, hashOfAscii } from './hash64.ts';
import { NumberedIds } from './numbered-ids.ts';

const SEGMENTS = 256;
const FIRST_SLOTS = 8;
const FULLEST = 0.8;
const GROWTH = 1.5;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Remembers which ids have been seen. As long as they are numbered one after another, their numbers are enough; from the
 * first one on that is not, all are known by their 64-bit hashes. Two different ids with the same hash would be taken for
 * duplicates: among a million ids the chance of one such pair is about one in 37 million.
 *
 * The table is 256 small ones that grow one at a time, each when four fifths full and by half: so it holds at most
 * 8 / (0.8 / 1.5) = 15 bytes an id (and the one segment that is growing), beside 16 KiB at the start.
 */
export class IdTable {
  /** Each segment holds pairs of high and low halves; a pair of zeros is a free slot. */
  readonly #segments = Array.from({ length: SEGMENTS }, () => new Int32Array(2 * FIRST_SLOTS));
  readonly #counts = new Uint32Array(SEGMENTS);
  readonly #hash = new Int32Array(2);
  /** All ids so far; none where they are in the table. */
  #numbered: NumberedIds | undefined = new NumberedIds();

  /** Adds an id; false if it was there already. */
  add(id: string): boolean {
    if (this.#numbered?.add(id) === true) return true;
    this.#enterNumbered();
    hash64(id, this.#hash);
    return this.#addHashed();
  }

  /** Adds an id that is a range of bytes in UTF-8. */
  addRange(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#numbered?.addRange(bytes, start, end) === true) return true;
    this.#enterNumbered();
    if (!hashOfAscii(bytes, start, end, this.#hash))
      return this.add(decoder.decode(bytes.subarray(start, end)));
    return this.#addHashed();
  }

  #enterNumbered(): void {
    if (this.#numbered === undefined) return;
    for (const id of this.#numbered.ids()) {
      hash64(id, this.#hash);
      this.#addHashed();
    }
    this.#numbered = undefined;
  }

  #addHashed(): boolean {
    const high = this.#hash[0] ?? 0;
    // A hash of all zeros would look like a free slot.
    const low = this.#hash[1] || 1;
    const index = high >>> 24;
    let segment = this.#segments[index] ?? new Int32Array(0);
    if (!place(segment, high, low)) return false;
    const count = (this.#counts[index] ?? 0) + 1;
    this.#counts[index] = count;
    if (count > FULLEST * (segment.length / 2)) {
      segment = grown(segment);
      this.#segments[index] = segment;
    }
    return true;
  }

  /** What the table holds at present. */
  get bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.byteLength, 0);
  }
}

/** Puts a hash into a free slot; false if it is there already. INVARIANT: at least one slot is free. */
function place(segment: Int32Array, high: number, low: number): boolean {
  const slots = segment.length / 2;
  // Slots in the order of the low half: it is even, needs no division, and works for any number of slots.
  let slot = Math.floor(((low >>> 0) / 2 ** 32) * slots);
  for (;;) {
    const foundHigh = segment[2 * slot];
    const foundLow = segment[2 * slot + 1];
    if (foundHigh === 0 && foundLow === 0) {
      segment[2 * slot] = high;
      segment[2 * slot + 1] = low;
      return true;
    }
    if (foundHigh === high && foundLow === low) return false;
    slot = slot + 1 === slots ? 0 : slot + 1;
  }
}

function grown(segment: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * Math.ceil((segment.length / 2) * GROWTH));
  for (let index = 0; index < segment.length; index += 2) {
    const high = segment[index] ?? 0;
    const low = segment[index + 1] ?? 0;
    if (high !== 0 || low !== 0) place(larger, high, low);
  }
  return larger;
}
