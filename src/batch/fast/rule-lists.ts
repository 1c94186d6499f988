import { CountedTexts } from './counted-texts.ts';
import type { Kernel } from './kernel.ts';
import type { RowForm } from './row-form.ts';
import { RuleBits, type Truths, wordsOfTruths } from './rule-bits.ts';
import { WordMemo } from './word-memo.ts';

/** Rules of which a list names those that hold. */
export interface ListedRules {
  /** Id of each. */
  readonly ids: readonly string[];
  /** Where each holds. */
  readonly truths: Truths;
}

/** How the lists of a format are written. */
type ListForm = Pick<RowForm, 'separator' | 'item'>;

/** The two lists of a line. */
export type ListKind = 'advice' | 'rechecks';

/** A text that rules of one list come to where they hold. */
interface Stretch {
  readonly kind: ListKind;
  readonly ids: readonly string[];
}

const BYTES_A_WORD = 4;

/**
 * Lays out for the kernel the lists of the rules that hold for a row, each in their order: see `RuleLists` in
 * kernel/row-plan.ts. A list is written in stretches, one for each word of what holds; what the rules of a stretch come
 * to is worked out once.
 */
export class RuleLists {
  readonly place: number;
  /** The most stretches of both lists. */
  readonly stretchCount: number;
  readonly #kernel: Kernel;
  readonly #ids: readonly string[];
  readonly #bits: RuleBits;
  readonly #form: ListForm;
  readonly #count: (kind: ListKind, id: string, times: number) => void;
  /** By word: from its bits to a stretch. */
  readonly #memos: readonly WordMemo[];
  /** The first word of the rechecks. */
  readonly #firstRecheck: number;
  readonly #stretches: CountedTexts<Stretch>;

  /**
   * @param answerCounts how many answers each question has
   * @param count is told each rule by its id, and how often it was listed, once that is known
   */
  constructor(
    kernel: Kernel,
    { advice, rechecks }: Readonly<Record<ListKind, ListedRules>>,
    answerCounts: readonly number[],
    form: ListForm,
    count: (kind: ListKind, id: string, times: number) => void,
  ) {
    this.#kernel = kernel;
    this.#ids = [...advice.ids, ...rechecks.ids];
    this.#bits = new RuleBits(kernel, [advice.truths, rechecks.truths], answerCounts);
    this.#memos = Array.from({ length: this.#bits.wordCount }, () => new WordMemo(kernel, 1));
    this.#firstRecheck = wordsOfTruths(advice.truths);
    this.#stretches = new CountedTexts(kernel);
    this.#form = form;
    this.#count = count;
    this.stretchCount = this.#memos.length;
    const memos = kernel.place(this.#memos.map(({ place }) => place));
    const after = (words: number) => memos + words * BYTES_A_WORD;
    this.place = kernel.place([
      this.#bits.place,
      memos,
      after(this.#firstRecheck),
      after(this.#memos.length),
    ]);
  }

  /** Works out what the kernel has asked a memo for in vain; false if that memo is none of these. */
  learn(memo: number, key: number): boolean {
    const word = this.#memos.findIndex(({ place }) => place === memo);
    const asked = this.#memos[word];
    if (asked === undefined) return false;
    const [bits = 0] = this.#kernel.words(key, 1);
    if (asked.isFull) this.endCount();
    const ids = this.#bits.holdingIn(word, bits).map((rule) => this.#ids[rule] ?? '');
    const kind = word < this.#firstRecheck ? 'advice' : 'rechecks';
    asked.add(key, this.#stretches.add(ids.map(this.#form.item).join(this.#form.separator), { kind, ids }));
    return true;
  }

  /** Tells what has not been told of the counts, and begins anew. */
  endCount(): void {
    this.#stretches.clear(({ kind, ids }, times) => {
      for (const id of ids) this.#count(kind, id, times);
    });
    for (const memo of this.#memos) memo.clear();
  }
}
