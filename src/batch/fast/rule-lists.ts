import type { Kernel } from './kernel.ts';
import { TextsOfTruths } from './placed-text.ts';
import { RuleBits, type Truths } from './rule-bits.ts';

/** Rules of which a list names those that hold. */
export interface ListedRules {
  /** Id of each. */
  readonly ids: readonly string[];
  /** Where each holds. */
  readonly truths: Truths;
}

/** The two lists of a line. */
export type ListKind = 'advice' | 'rechecks';

const BYTES_A_WORD = 4;
const BITS_A_WORD = 32;

/** Lays out for the kernel the lists of a level, each in the order of its rules: see `RuleLists` in kernel/row-plan.ts. */
export class RuleLists {
  readonly place: number;
  /** Bytes of both lists where all rules hold. */
  readonly longest: number;
  readonly #lists: Readonly<Record<ListKind, ListedRules>>;
  readonly #texts: TextsOfTruths;

  /**
   * @param answerCounts how many answers each question has
   * @param item how a rule is written
   */
  constructor(
    kernel: Kernel,
    lists: Readonly<Record<ListKind, ListedRules>>,
    answerCounts: readonly number[],
    item: (id: string) => string,
  ) {
    const { advice, rechecks } = lists;
    const ids = [...advice.ids, ...rechecks.ids];
    const bits = new RuleBits(kernel, [advice.truths, rechecks.truths], answerCounts);
    this.#lists = lists;
    this.#texts = new TextsOfTruths(kernel, bits, (truth) => item(ids[truth] ?? ''));
    this.longest = this.#texts.length;
    const firstRecheck = bits.firstWords[1] ?? 0;
    const texts = kernel.place(this.#texts.places);
    this.place = kernel.place([
      bits.place,
      bits.words + firstRecheck * BYTES_A_WORD,
      bits.words + bits.size,
      texts,
      texts + firstRecheck * BITS_A_WORD * BYTES_A_WORD,
    ]);
  }

  /** Tells of each rule by its id how often it was listed. */
  count(tell: (kind: ListKind, id: string, times: number) => void): void {
    const { advice, rechecks } = this.#lists;
    this.#texts.count((truth, times) => {
      const isAdvice = truth < advice.ids.length;
      const id = isAdvice ? advice.ids[truth] : rechecks.ids[truth - advice.ids.length];
      tell(isAdvice ? 'advice' : 'rechecks', id ?? '', times);
    });
  }
}
