import type { ByteText } from './byte-text.ts';
import { Pieces } from './pieces.ts';
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
export interface ListForm {
  /** One character, between two items. */
  readonly separator: string;
  readonly item: (id: string) => string;
}

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
  /** The stretches: the place of each, the ids in it, and how often it was written. */
  readonly #pieces = new Pieces();
  #places: number[] = [];
  #idsIn: (readonly string[])[] = [];
  #times: number[] = [];

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
      this.#times[stretch] = (this.#times[stretch] ?? 0) + 1;
      if (!isFirst) into.appendByte(this.#separator);
      into.append(this.#pieces, this.#places[stretch] ?? 0);
      isFirst = false;
    }
  }

  /** Tells what has not been told of the counts. */
  endCount(): void {
    this.#idsIn.forEach((ids, stretch) => {
      for (const id of ids) this.#count(id, this.#times[stretch] ?? 0);
    });
    this.#places = [];
    this.#idsIn = [];
    this.#times = [];
    this.#pieces.clear();
    for (const memo of this.#memos) memo.clear();
  }

  #learn(word: number): number {
    if (this.#memos[word]?.isFull === true) this.endCount();
    const ids = this.#bits.holdingIn(word).map((rule) => this.#ids[rule] ?? '');
    const text = ids.map(this.#form.item).join(this.#form.separator);
    const stretch = this.#places.push(this.#pieces.add(text)) - 1;
    this.#idsIn.push(ids);
    this.#times.push(0);
    this.#memos[word]?.add(this.#bits.words, word, stretch);
    return stretch;
  }
}
