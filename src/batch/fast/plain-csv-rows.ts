import type { CsvColumns } from '../read-csv-columns.ts';
import type { AskedQuestion, Reading } from '../reading.ts';
import { NOT_PLAIN, type PlainRows } from './block-reader.ts';
import type { ByteLines } from './byte-lines.ts';
import { COMMA, lineEndAt, QUOTE } from './bytes.ts';
import type { CasePage } from './case-page.ts';
import { type KnownText, KnownTexts } from './known-texts.ts';
import { endOfText, textBytes } from './plain-bytes.ts';
import { TextCheck } from './text-check.ts';

const BARE = textBytes(',"');
const QUOTED = textBytes('"');

/** What a column holds: the answers to a question by its index, the id, or a kept text. */
const ID = -1;
const KEPT = -2;

/**
 * Reads the rows of a CSV file whose cells are known answers, in quotation marks or not, and texts without a
 * quotation mark or a line end inside. The first row of a file is not for it: an id there is looked at more closely.
 */
export class PlainCsvRows implements PlainRows {
  readonly #answers: KnownTexts;
  /** By column what it holds, and for kept texts which of them. */
  readonly #holds: Int32Array;
  readonly #kept: Int32Array;
  readonly #check: TextCheck;

  private constructor(columns: CsvColumns, reading: Reading) {
    const { count, questions, kept } = columns;
    const groups: KnownText[][] = Array.from({ length: count }, () => []);
    this.#holds = new Int32Array(count).fill(KEPT);
    this.#kept = new Int32Array(count);
    for (const { position, question } of questions) {
      groups[position] = cellsOf(question, position === count - 1);
      this.#holds[position] = question.index;
    }
    kept.forEach((position, index) => {
      this.#kept[position] = index;
    });
    if (columns.id !== undefined) this.#holds[columns.id] = ID;
    this.#answers = new KnownTexts(groups);
    this.#check = new TextCheck(reading);
  }

  /** The reader for these columns; none where a column has several uses, which only the full reader can serve. */
  static of(columns: CsvColumns, reading: Reading): PlainCsvRows | undefined {
    const used = [...columns.questions.map(({ position }) => position), ...columns.kept];
    if (columns.id !== undefined) used.push(columns.id);
    const isOneUseEach = used.length === columns.count && new Set(used).size === used.length;
    return isOneUseEach ? new PlainCsvRows(columns, reading) : undefined;
  }

  read({ bytes, view }: ByteLines, from: number, page: CasePage, row: number): number {
    const holds = this.#holds;
    const answers = this.#answers;
    const firstCode = row * page.questionCount;
    let at = from;
    for (let column = 0; column < holds.length; column++) {
      const question = holds[column] ?? 0;
      if (question < 0) {
        at = this.#readText(bytes, at, column, page, row);
        if (at < 0) return NOT_PLAIN;
      } else {
        const found = answers.find(column, bytes, view, at);
        if (found < 0) return NOT_PLAIN;
        page.codes[firstCode + question] = answers.codes[found] ?? 0;
        at += answers.lengths[found] ?? 0;
      }
    }
    return at;
  }

  /** Reads the id or the kept text at `at` and returns where the next cell begins, or `NOT_PLAIN`. */
  #readText(bytes: Uint8Array, at: number, column: number, page: CasePage, row: number): number {
    const isQuoted = bytes[at] === QUOTE;
    const start = isQuoted ? at + 1 : at;
    const end = endOfText(bytes, start, isQuoted ? QUOTED : BARE);
    if (isQuoted && bytes[end] !== QUOTE) return NOT_PLAIN;
    if (this.#holds[column] === ID) {
      if (!this.#check.isUsableId(bytes, start, end)) return NOT_PLAIN;
      page.idStart[row] = start;
      page.idEnd[row] = end;
    } else {
      const kept = this.#kept[column] ?? 0;
      if (!this.#check.isUsableKept(kept, bytes, start, end)) return NOT_PLAIN;
      page.keptStart[row * page.keptCount + kept] = start;
      page.keptEnd[row * page.keptCount + kept] = end;
    }
    return this.#pastEnd(bytes, isQuoted ? end + 1 : end, column);
  }

  /** The place after what ends the cell. */
  #pastEnd(bytes: Uint8Array, end: number, column: number): number {
    if (column < this.#holds.length - 1) return bytes[end] === COMMA ? end + 1 : NOT_PLAIN;
    const ending = lineEndAt(bytes, end);
    return ending === 0 ? NOT_PLAIN : end + ending;
  }
}

/** What a cell may hold that answers the question, with what stands behind it. */
function cellsOf({ codes }: AskedQuestion, isLast: boolean): KnownText[] {
  const ends = isLast ? ['\n', '\r\n'] : [','];
  return [...codes]
    .filter(([text]) => !/[",\r\n]/.test(text))
    .flatMap(([text, code]) =>
      [text, `"${text}"`].flatMap((cell) => ends.map((end) => ({ text: cell + end, code }))),
    );
}
