import type { ByteText } from './byte-text.ts';
import { CountedTexts } from './counted-texts.ts';
import type { RowForm } from './row-form.ts';
import { RuleBits, type Truths } from './rule-bits.ts';
import { NOT_KNOWN, WordMemo } from './word-memo.ts';

/** Rules of which a list names those that hold. */
export interface ListedRules {
  /** Id of each. */
  readonly ids: readonly string[];
  /** Where each holds. */
  readonly truths: Truths;
}

/** How the lists of a format are written. */
type ListForm = Pick<RowForm, 'separator' | 'item'>;

/**
 * Writes the list of the rules that hold for a row, in their order. It is written in stretches, one for each word of
 * what holds; what the rules of a stretch come to is worked out once.
 */
export class RuleList {
  readonly #ids: readonly string[];
  readonly #bits: RuleBits;
  readonly #form: ListForm;
  readonly #separator: number;
  readonly #count: (id: string, times: number) => void;
  /** By word: from its bits to the number of a stretch. */
  readonly #memos: readonly WordMemo[];
  /** The stretches, each with the ids in it. */
  readonly #stretches = new CountedTexts<readonly string[]>();

  /**
   * @param answerCounts how many answers each question has
   * @param count is told each rule by its id, and how often it was listed, once that is known
   */
  constructor(
    { ids, truths }: ListedRules,
    answerCounts: readonly number[],
    form: ListForm,
    count: (id: string, times: number) => void,
  ) {
    this.#ids = ids;
    this.#bits = new RuleBits(truths, answerCounts);
    this.#memos = Array.from(this.#bits.words, () => new WordMemo(1));
    this.#form = form;
    this.#separator = form.separator.charCodeAt(0);
    this.#count = count;
  }

  /** Appends and counts the list for the row whose codes begin at `row`. */
  append(codes: Int8Array, row: number, into: ByteText): void {
    const { words } = this.#bits;
    this.#bits.look(codes, row);
    let isFirst = true;
    for (let word = 0; word < words.length; word++) {
      if (words[word] === 0) continue;
      let stretch = this.#memos[word]?.find(words, word) ?? NOT_KNOWN;
      if (stretch === NOT_KNOWN) stretch = this.#learn(word);
      if (!isFirst) into.appendByte(this.#separator);
      this.#stretches.append(stretch, into);
      isFirst = false;
    }
  }

  /** Tells what has not been told of the counts, and begins anew. */
  endCount(): void {
    this.#stretches.clear((ids, times) => {
      for (const id of ids) this.#count(id, times);
    });
    for (const memo of this.#memos) memo.clear();
  }

  #learn(word: number): number {
    if (this.#memos[word]?.isFull === true) this.endCount();
    const ids = this.#bits.holdingIn(word).map((rule) => this.#ids[rule] ?? '');
    const text = ids.map(this.#form.item).join(this.#form.separator);
    const stretch = this.#stretches.add(text, ids);
    this.#memos[word]?.add(this.#bits.words, word, stretch);
    return stretch;
  }
}
