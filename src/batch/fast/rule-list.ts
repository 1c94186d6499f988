import { type ByteText, type Piece, pieceOf } from './byte-text.ts';
import { RuleBits, type Truths } from './rule-bits.ts';
import { WordMemo } from './word-memo.ts';

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

/** Writes the list of the rules that hold for a row, in their order. What several rules come to is worked out once. */
export class RuleList {
  readonly #ids: readonly string[];
  readonly #bits: RuleBits;
  readonly #memos: readonly WordMemo<Stretch>[];
  readonly #form: ListForm;
  readonly #separator: number;

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
    const forget = (stretch: Stretch) => {
      for (const id of stretch.ids) count(id, stretch.times);
    };
    this.#memos = Array.from(this.#bits.words, () => new WordMemo(1, forget));
    this.#form = form;
    this.#separator = form.separator.charCodeAt(0);
  }

  /** Appends and counts the list for the row whose codes begin at `row`. */
  append(codes: Int8Array, row: number, into: ByteText): void {
    const { words } = this.#bits;
    this.#bits.look(codes, row);
    let isFirst = true;
    for (let word = 0; word < words.length; word++) {
      if (words[word] === 0) continue;
      const stretch = this.#memos[word]?.find(words, word) ?? this.#learn(word);
      stretch.times++;
      if (!isFirst) into.appendByte(this.#separator);
      into.append(stretch.text);
      isFirst = false;
    }
  }

  /** Tells what has not been told of the counts. */
  endCount(): void {
    for (const memo of this.#memos) memo.clear();
  }

  #learn(word: number): Stretch {
    const ids = this.#bits.holdingIn(word).map((rule) => this.#ids[rule] ?? '');
    const text = pieceOf(ids.map(this.#form.item).join(this.#form.separator));
    const stretch = { ids, text, times: 0 };
    this.#memos[word]?.add(this.#bits.words, word, stretch);
    return stretch;
  }
}

/** A part of a list, and how often it was written. */
interface Stretch {
  readonly ids: readonly string[];
  readonly text: Piece;
  times: number;
}
