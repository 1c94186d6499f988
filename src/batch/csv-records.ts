import { LONGEST_ROW, type Place, type Problem, rowTooLong } from './case-row.ts';
import { type TextLine, TextLines } from './text-lines.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line on which it begins. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Where each field begins; left out where no field is quoted, because then the fields tell. */
  readonly places?: readonly Place[];
  /** Why the record cannot be read; it then has no fields. */
  readonly problem?: Problem;
}

/** Where a field of a record begins. */
export function placeOfField(record: CsvRecord, index: number): Place {
  const place = record.places?.[index];
  if (place !== undefined) return place;
  let column = 1;
  for (let before = 0; before < index; before++) column += (record.fields[before]?.length ?? 0) + 1;
  return { line: record.line, column };
}

/** A quoted field that has begun: the text so far, and the place of its opening quotation mark. */
interface OpenField extends Place {
  text: string;
}

/**
 * Splits CSV text into records as RFC 4180 has it, with line feeds alone allowed too and empty lines passed over.
 *
 * Most records hold no quotation mark and are split at once. A record that breaks the rules of quoting is given up
 * at its first line and reading goes on at the next, so that one stray mark costs one row and not the file.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #lines = new TextLines();
  #line = 0;
  #records: CsvRecord[] = [];
  /** The record that spans several lines, while it is read: its lines, their length with line feeds, its fields. */
  #pending: { lines: string[]; length: number; line: number; fields: string[]; places: Place[] } | undefined;
  #open: OpenField | undefined;

  /** One mark stands between the fields. */
  constructor(delimiter = ',') {
    this.#delimiter = delimiter;
  }

  /** The records that this chunk completes. */
  take(chunk: string): CsvRecord[] {
    for (const line of this.#lines.take(chunk)) this.#add(line);
    return this.#handOver();
  }

  /** The records that the end of the text completes. */
  end(): CsvRecord[] {
    for (const line of this.#lines.end()) this.#add(line);
    while (this.#open !== undefined) this.#giveUp(unclosed(this.#open));
    return this.#handOver();
  }

  /** The records that a line completes; for those who cut the text into lines themselves and know their numbers. */
  takeLine(line: TextLine, number: number): CsvRecord[] {
    this.#line = number - 1;
    this.#add(line);
    return this.#handOver();
  }

  /** Whether a quoted field is open, so that the next line belongs to the same record. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  #handOver(): CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #add(line: TextLine): void {
    this.#line++;
    if (this.#open !== undefined) {
      this.#continue(line, this.#open);
    } else if (line === null) {
      this.#records.push({ line: this.#line, fields: [], problem: rowTooLong(this.#line) });
    } else if (line.includes('"')) {
      this.#pending = { lines: [line], length: line.length + 1, line: this.#line, fields: [], places: [] };
      this.#readFields(line, 0);
    } else {
      const text = line.endsWith('\r') ? line.slice(0, -1) : line;
      if (text !== '') this.#records.push({ line: this.#line, fields: text.split(this.#delimiter) });
    }
  }

  /** One more line of a record whose quoted field is still open. */
  #continue(line: TextLine, open: OpenField): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    if (line === null || pending.length + line.length > LONGEST_ROW) {
      this.#giveUp(unclosed(open), line);
      return;
    }
    pending.lines.push(line);
    pending.length += line.length + 1;
    open.text += '\n';
    this.#readQuoted(line, 0);
  }

  /** Reads fields from `from`, where one begins, to the end of the line or of the record. */
  #readFields(line: string, from: number): void {
    const end = line.endsWith('\r') ? line.length - 1 : line.length;
    for (let start = from; ; ) {
      const place = { line: this.#line, column: start + 1 };
      this.#pending?.places.push(place);
      if (line[start] === '"') {
        this.#open = { ...place, text: '' };
        this.#readQuoted(line, start + 1);
        return;
      }
      const comma = line.indexOf(this.#delimiter, start);
      const stop = comma === -1 ? end : comma;
      const mark = line.indexOf('"', start);
      if (mark !== -1 && mark < stop) {
        this.#giveUp(strayMark(this.#line, mark + 1));
        return;
      }
      this.#pending?.fields.push(line.slice(start, stop));
      if (comma === -1) {
        this.#finish();
        return;
      }
      start = comma + 1;
    }
  }

  /** Reads on inside the open quoted field. */
  #readQuoted(line: string, from: number): void {
    const open = this.#open;
    if (open === undefined) return;
    for (let start = from; ; ) {
      const mark = line.indexOf('"', start);
      if (mark === -1) {
        open.text += line.slice(start);
        return;
      }
      open.text += line.slice(start, mark);
      if (line[mark + 1] !== '"') {
        this.#close(line, mark + 1, open);
        return;
      }
      open.text += '"';
      start = mark + 2;
    }
  }

  /** The quoted field has ended before `after`: only a comma or the end of the line may follow. */
  #close(line: string, after: number, open: OpenField): void {
    const rest = line.slice(after, after + 2);
    const isLast = rest === '' || (rest === '\r' && after + 1 === line.length);
    if (!isLast && !rest.startsWith(this.#delimiter)) {
      this.#giveUp(textAfterMark(this.#line, after + 1, open));
      return;
    }
    this.#pending?.fields.push(open.text);
    this.#open = undefined;
    if (isLast) this.#finish();
    else this.#readFields(line, after + 1);
  }

  #finish(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending === undefined) return;
    const { line, fields, places } = pending;
    this.#records.push({ line, fields, places });
  }

  /** Gives the pending record up at its first line, and reads the lines after it once more. */
  #giveUp(problem: Problem, ...unread: TextLine[]): void {
    const pending = this.#pending;
    this.#pending = undefined;
    this.#open = undefined;
    if (pending === undefined) return;
    this.#records.push({ line: pending.line, fields: [], problem });
    this.#line = pending.line;
    for (const line of [...pending.lines.slice(1), ...unread]) this.#add(line);
  }
}

function unclosed(open: Place): Problem {
  return {
    line: open.line,
    column: open.column,
    code: 'broken-quotes',
    reason: 'this quotation mark is never closed',
    help: 'close it, or write two for a mark inside a value',
  };
}

function strayMark(line: number, column: number): Problem {
  return {
    line,
    column,
    code: 'broken-quotes',
    reason: 'a quotation mark stands inside a value that does not begin with one',
    help: 'put the whole value in quotation marks and write two for a mark inside it',
  };
}

function textAfterMark(line: number, column: number, open: Place): Problem {
  const isSameLine = open.line === line;
  return {
    line: isSameLine ? line : open.line,
    column: isSameLine ? column : open.column,
    code: 'broken-quotes',
    reason: isSameLine
      ? 'text follows the quotation mark that closes the value'
      : `the quotation mark opened here is closed on line ${line} with text after it`,
    help: 'close each value before the comma, and write two marks for one inside a value',
  };
}
