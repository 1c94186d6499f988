import { OPEN } from '../../core/answers.ts';
import type { AskedQuestion, Reading } from '../reading.ts';
import { NOT_PLAIN, type PlainRows } from './block-reader.ts';
import type { ByteLines } from './byte-lines.ts';
import {
  BRACE_CLOSE,
  BRACE_OPEN,
  CARRIAGE_RETURN,
  COMMA,
  DIGIT_0,
  DIGIT_9,
  LINE_FEED,
  QUOTE,
  SPACE,
  TAB,
} from './bytes.ts';
import { CasePage } from './case-page.ts';
import { type KnownText, KnownTexts } from './known-texts.ts';
import { endOfText, textBytes } from './plain-bytes.ts';
import { TextCheck } from './text-check.ts';

const TEXT = textBytes('"\\');

/** What a key may mean that is not the index of a question. */
const ID = -1;
const ANSWERS = -2;

/** Every known text begins with a quotation mark (or is `null`): the byte after it tells more. */
const SAMPLE = 1;

/** Reads lines of NDJSON that hold a case with known keys and answers, each once and without escapes. */
export class PlainNdjsonRows implements PlainRows {
  readonly #keys: KnownTexts;
  readonly #answers: KnownTexts;
  readonly #hasIds: boolean;
  readonly #check: TextCheck;
  /** The keys of the row before in their order, which is likely to be that of the next one too; -1 for none. */
  readonly #order: Int32Array;
  /** By question the number of the row in which it was answered last: a second time is a mistake. */
  readonly #answeredIn: Float64Array;
  #rowNumber = 0;
  #bytes = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);
  #page: CasePage;
  #row = 0;
  /** How many keys of the row have been read, and what was among them. */
  #keyCount = 0;
  #idCount = 0;
  #answersCount = 0;
  #isFlat = false;

  private constructor(reading: Reading, hasIds: boolean) {
    const { questions, questionCount } = reading;
    const known = [...questions.values()];
    const keys = known.map(({ id, index }) => ({ text: `${JSON.stringify(id)}:`, code: index }));
    this.#keys = new KnownTexts(
      [[{ text: '"id":', code: ID }, { text: '"answers":', code: ANSWERS }, ...keys]],
      SAMPLE,
    );
    const groups: KnownText[][] = Array.from({ length: questionCount }, () => []);
    for (const question of known) groups[question.index] = valuesOf(question);
    this.#answers = new KnownTexts(groups, SAMPLE);
    this.#hasIds = hasIds;
    this.#check = new TextCheck(reading);
    this.#order = new Int32Array(questionCount + 2).fill(-1);
    this.#answeredIn = new Float64Array(questionCount);
    this.#page = new CasePage(questionCount, 0);
  }

  /** The reader for these questions; none where only the full reader will do. */
  static of(reading: Reading, hasIds: boolean): PlainNdjsonRows | undefined {
    const { questions, keep } = reading;
    const isPlain = keep.length === 0 && !questions.has('id') && !questions.has('answers');
    return isPlain ? new PlainNdjsonRows(reading, hasIds) : undefined;
  }

  read(lines: ByteLines, from: number, page: CasePage, row: number): number {
    this.#bytes = lines.bytes;
    this.#view = lines.view;
    this.#page = page;
    this.#row = row;
    this.#rowNumber++;
    this.#keyCount = 0;
    this.#idCount = 0;
    this.#answersCount = 0;
    this.#isFlat = false;
    page.codes.fill(OPEN, row * page.questionCount, (row + 1) * page.questionCount);
    if (this.#bytes[from] !== BRACE_OPEN) return NOT_PLAIN;
    const end = this.#readObject(from, true);
    if (end < 0) return NOT_PLAIN;
    if (this.#idCount !== (this.#hasIds ? 1 : 0)) return NOT_PLAIN;
    if (this.#answersCount > (this.#isFlat ? 0 : 1)) return NOT_PLAIN;
    const stop = this.#pastSpace(end);
    return this.#bytes[stop] === LINE_FEED ? stop + 1 : NOT_PLAIN;
  }

  /** Reads the members of the object that opens at `from` and returns the place after its brace, or `NOT_PLAIN`. */
  #readObject(from: number, isOuter: boolean): number {
    const bytes = this.#bytes;
    let at = this.#pastSpace(from + 1);
    if (bytes[at] === BRACE_CLOSE) return at + 1;
    for (;;) {
      at = this.#readMember(at, isOuter);
      if (at < 0) return NOT_PLAIN;
      at = this.#pastSpace(at);
      if (bytes[at] === BRACE_CLOSE) return at + 1;
      if (bytes[at] !== COMMA) return NOT_PLAIN;
      at = this.#pastSpace(at + 1);
    }
  }

  #readMember(from: number, isOuter: boolean): number {
    const key = this.#findKey(from);
    if (key < 0) return NOT_PLAIN;
    const at = this.#pastSpace(from + (this.#keys.lengths[key] ?? 0));
    const meaning = this.#keys.codes[key] ?? 0;
    if (meaning >= 0) {
      this.#isFlat ||= isOuter;
      return this.#readAnswer(meaning, at);
    }
    if (!isOuter) return NOT_PLAIN;
    if (meaning === ID) return this.#readId(at);
    this.#answersCount++;
    return this.#bytes[at] === BRACE_OPEN ? this.#readObject(at, false) : NOT_PLAIN;
  }

  #findKey(at: number): number {
    const place = this.#keyCount++;
    const expected = this.#order[place] ?? -1;
    if (expected >= 0 && this.#keys.standsAt(expected, this.#view, at)) return expected;
    const found = this.#keys.find(0, this.#bytes, this.#view, at);
    this.#order[place] = found;
    return found;
  }

  #readAnswer(question: number, at: number): number {
    const found = this.#answers.find(question, this.#bytes, this.#view, at);
    if (found < 0 || this.#answeredIn[question] === this.#rowNumber) return NOT_PLAIN;
    this.#answeredIn[question] = this.#rowNumber;
    this.#page.codes[this.#row * this.#page.questionCount + question] = this.#answers.codes[found] ?? OPEN;
    return at + (this.#answers.lengths[found] ?? 0);
  }

  #readId(at: number): number {
    const bytes = this.#bytes;
    this.#idCount++;
    const isText = bytes[at] === QUOTE;
    const start = isText ? at + 1 : at;
    const end = isText ? endOfText(bytes, start, TEXT) : endOfDigits(bytes, start);
    if (!this.#hasIds || !this.#check.isUsableId(bytes, start, end)) return NOT_PLAIN;
    this.#page.idStart[this.#row] = start;
    this.#page.idEnd[this.#row] = end;
    if (!isText) return end;
    return bytes[end] === QUOTE ? end + 1 : NOT_PLAIN;
  }

  #pastSpace(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (let byte = bytes[at]; byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN; byte = bytes[at])
      at++;
    return at;
  }
}

/** Where a whole number ends that begins at `at`; `at` itself where none does, or one with a zero in front. */
function endOfDigits(bytes: Uint8Array, at: number): number {
  let end = at;
  for (let byte = bytes[end] ?? 0; byte >= DIGIT_0 && byte <= DIGIT_9; byte = bytes[end] ?? 0) end++;
  return bytes[at] === DIGIT_0 && end > at + 1 ? at : end;
}

/** What may stand for an answer to the question. */
function valuesOf({ codes }: AskedQuestion): KnownText[] {
  const texts = [...codes].map(([text, code]) => ({ text: JSON.stringify(text), code }));
  return [...texts, { text: 'null', code: OPEN }];
}
