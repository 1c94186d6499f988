import type { Kernel } from './kernel.ts';
import type { RuleBits } from './rule-bits.ts';

/** Words before the bytes of a text. */
const HEADER = 2;
const BYTES_A_WORD = 4;

const encoder = new TextEncoder();

/** The place of a text that the kernel writes, and counts: see `CountedText` in kernel/texts.ts. */
export function placedText(kernel: Kernel, text: string): number {
  const bytes = encoder.encode(text);
  const place = kernel.allocate(HEADER * BYTES_A_WORD + bytes.length);
  kernel.write(place, [0, bytes.length]);
  kernel.bytes.set(bytes, place + HEADER * BYTES_A_WORD);
  return place;
}

/** How often the kernel has written the text at a place. */
export function timesWritten(kernel: Kernel, place: number): number {
  const [times = 0] = kernel.words(place, 1);
  return times >>> 0;
}

/** The texts of truths that are listed where they hold. */
export class TextsOfTruths {
  /** By bit the place of its text. */
  readonly places: readonly number[];
  /** Bytes of all texts, and of what separates them. */
  readonly length: number;
  readonly #kernel: Kernel;
  readonly #truths: ReadonlyMap<number, number>;

  /** @param textOf the text of a truth; none for those that are not listed */
  constructor(kernel: Kernel, bits: RuleBits, textOf: (truth: number) => string | undefined) {
    const truths = new Map<number, number>();
    const places = new Map<number, number>();
    let length = 0;
    for (let truth = 0; truth < bits.truthCount; truth++) {
      const text = textOf(truth);
      if (text === undefined) continue;
      const place = placedText(kernel, text);
      length += encoder.encode(text).length + 1;
      places.set(truth, place);
      truths.set(place, truth);
    }
    this.places = bits.byBit((truth) => places.get(truth) ?? 0);
    this.length = length;
    this.#kernel = kernel;
    this.#truths = truths;
  }

  /** Tells of each truth that was listed how often. */
  count(tell: (truth: number, times: number) => void): void {
    for (const [place, truth] of this.#truths) {
      const times = timesWritten(this.#kernel, place);
      if (times > 0) tell(truth, times);
    }
  }
}
