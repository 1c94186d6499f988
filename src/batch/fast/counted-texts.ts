import type { Kernel } from './kernel.ts';

/** Texts are laid out side by side in rooms of so many bytes: what is strewn over the memory takes longer to fetch. */
const ROOM = 2 ** 16;

/** Words before the bytes of a text. */
const HEADER = 4;
const BYTES_A_WORD = 4;

const encoder = new TextEncoder();

/** What the kernel is to know of a text. */
export interface TextMarks {
  readonly level: number;
  readonly alerts: number;
}

const NO_MARKS: TextMarks = { level: 0, alerts: 0 };

/** The place of a text by itself, which is not counted. */
export function placedText(kernel: Kernel, text: string): number {
  const bytes = encoder.encode(text);
  const place = kernel.allocate(sizeOf(bytes));
  writeText(kernel, place, bytes, NO_MARKS);
  return place;
}

/** Texts that the kernel writes many times, and counts: see `CountedText` in kernel/counted-text.ts. */
export class CountedTexts<T> {
  readonly #kernel: Kernel;
  /** What each text says, by its place. */
  readonly #says = new Map<number, T>();
  readonly #rooms: { readonly place: number; readonly end: number }[] = [];
  #room = -1;
  #next = 0;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** Adds a text and returns its place. */
  add(text: string, says: T, marks = NO_MARKS): number {
    const bytes = encoder.encode(text);
    const size = sizeOf(bytes);
    while (this.#next + size > (this.#rooms[this.#room]?.end ?? 0)) this.#enterRoom(size);
    const place = this.#next;
    this.#next += size;
    writeText(this.#kernel, place, bytes, marks);
    this.#says.set(place, says);
    return place;
  }

  /** Tells of each text how often it was written, and removes all. */
  clear(tell: (says: T, times: number) => void): void {
    for (const [place, says] of this.#says) {
      const [times = 0] = this.#kernel.words(place, 1);
      if (times !== 0) tell(says, times);
    }
    this.#says.clear();
    this.#room = -1;
    this.#next = 0;
  }

  /** Goes on in the next room, a new one if there is none, which has space for `size` bytes at least. */
  #enterRoom(size: number): void {
    this.#room++;
    if (this.#room === this.#rooms.length) {
      const length = Math.max(ROOM, size);
      const place = this.#kernel.allocate(length);
      this.#rooms.push({ place, end: place + length });
    }
    this.#next = this.#rooms[this.#room]?.place ?? 0;
  }
}

/** Bytes that a text takes. */
function sizeOf({ length }: Uint8Array): number {
  return BYTES_A_WORD * (HEADER + Math.ceil(length / BYTES_A_WORD));
}

function writeText(kernel: Kernel, place: number, bytes: Uint8Array, { level, alerts }: TextMarks): void {
  kernel.write(place, [0, bytes.length, level, alerts]);
  kernel.bytes.set(bytes, place + HEADER * BYTES_A_WORD);
}
