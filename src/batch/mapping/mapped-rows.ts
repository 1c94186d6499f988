import { OPEN } from '../../core/answers.ts';
import type { InputRow, Place, Problem } from '../case-row.ts';
import { type CsvRecord, placeOfField } from '../csv-records.ts';
import { wrongCount } from '../csv-rows.ts';
import { shownValue } from '../identifying-value.ts';
import {
  type AskedQuestion,
  codeOf,
  idProblem,
  keptProblem,
  type Reading,
  unknownAnswer,
} from '../reading.ts';
import { rejectedRow, upToUnusable } from '../rejected-row.ts';
import { type BoundColumns, bindMapping } from './bind-mapping.ts';
import { type AnswerSource, columnsOf, type Mapping } from './mapping.ts';

/** One row of a file of another making, by the names of its columns. */
export interface RawRow {
  readonly line: number;
  readonly isFirst: boolean;
  /** Empty where the row has no such column. */
  readonly text: (column: string) => string;
  readonly place: (column: string) => Place;
}

/** What a file is read with. */
export interface MappedFile {
  readonly path: string;
  readonly mapping: Mapping;
  readonly reading: Reading;
  /** Makes the ids where the mapping names no column for them. */
  readonly idOfLine: (line: number) => string;
}

/** Turns the records of a table into rows by a mapping. The first record is the header. */
export class MappedRows {
  readonly #file: MappedFile;
  #columns: BoundColumns | undefined;
  #firstLine = 0;
  #isUnusable = false;

  constructor(file: MappedFile) {
    this.#file = file;
  }

  /** The rows of the records that follow those taken before. */
  take(records: readonly CsvRecord[]): InputRow[] {
    const [header] = records;
    if (this.#isUnusable || header === undefined) return [];
    if (this.#columns !== undefined) return this.#rows(records, this.#columns);
    const { path, mapping, reading } = this.#file;
    const bound = bindMapping(mapping, header, path, reading);
    if ('kind' in bound) {
      this.#isUnusable = true;
      return [bound];
    }
    this.#columns = bound;
    this.#firstLine = header.line + 1;
    return this.#rows(records.slice(1), bound);
  }

  #rows(records: readonly CsvRecord[], columns: BoundColumns): InputRow[] {
    const rows = upToUnusable(records.map((record) => this.#row(record, columns)));
    this.#isUnusable = rows.at(-1)?.kind === 'unusable';
    return rows;
  }

  #row(record: CsvRecord, { count, positions }: BoundColumns): InputRow {
    const { line, fields, problem } = record;
    if (problem !== undefined) return rejectedRow(this.#file.path, [problem]);
    if (fields.length !== count) return rejectedRow(this.#file.path, [wrongCount(record, count)]);
    const raw: RawRow = {
      line,
      isFirst: line === this.#firstLine,
      text: (column) => fields[positions.get(column) ?? -1] ?? '',
      place: (column) => placeOfField(record, positions.get(column) ?? 0),
    };
    return mappedRow(raw, this.#file);
  }
}

/** One case by a mapping. A value for which the mapping has no answer rejects the row: nothing is guessed. */
export function mappedRow(raw: RawRow, { path, mapping, reading, idOfLine }: MappedFile): InputRow {
  const answers = new Int8Array(reading.questionCount).fill(OPEN);
  const problems: Problem[] = [];
  for (const question of reading.questions.values()) {
    const source = mapping.sources.get(question.index);
    const found = source === undefined ? OPEN : answerOf(source, question, raw);
    if (typeof found === 'number') answers[question.index] = found;
    else problems.push(found);
  }
  const { id: column } = mapping;
  const place = column === undefined ? { line: raw.line, column: 1 } : raw.place(column.text);
  const id = column === undefined ? idOfLine(raw.line) : raw.text(column.text);
  const wrongId = column === undefined ? undefined : idProblem(reading, id, raw.isFirst, place);
  if (wrongId !== undefined) problems.push(wrongId);
  const kept = reading.keep.map((name, position) => {
    const text = raw.text(name);
    const problem = keptProblem(reading, position, text, () => raw.place(name));
    if (problem !== undefined) problems.push(problem);
    return text;
  });
  if (problems.length > 0) return rejectedRow(path, problems);
  return { kind: 'case', path, line: place.line, id, idColumn: place.column, answers, kept };
}

function answerOf(source: AnswerSource, question: AskedQuestion, raw: RawRow): number | Problem {
  switch (source.kind) {
    case 'constant':
      return source.answer;
    case 'column': {
      const name = source.column.text;
      const text = raw.text(name);
      return codeOf(question, text) ?? unknownAnswer(question, text, raw.place(name));
    }
    case 'recoded': {
      const text = raw.text(source.column.text);
      const answer = source.answers.get(text) ?? (text.trim() === '' ? source.blank : source.other);
      return answer ?? unmapped(source.column.text, text, question, raw);
    }
    case 'first-of': {
      const choice = source.choices.find(({ when }) =>
        when.every(({ column, values }) => holds(raw.text(column.text), values)),
      );
      if (choice !== undefined) return choice.answer;
      const columns = [...new Set(columnsOf(source).map(({ text }) => text))];
      const isBlank = columns.every((name) => raw.text(name).trim() === '');
      return (isBlank ? source.blank : source.other) ?? unmatched(columns, question, raw);
    }
    default:
      return source satisfies never;
  }
}

function holds(text: string, values: ReadonlySet<string>): boolean {
  return values.has(text) || (text.trim() === '' && values.has(''));
}

function unmapped(column: string, text: string, { id }: AskedQuestion, raw: RawRow): Problem {
  const reason = `${shownValue(text)} in the column \`${column}\` has no answer to \`${id}\``;
  const help = 'add it to `answers` in the mapping, or say with `other` what any other value means';
  return { ...raw.place(column), code: 'unmapped-value', reason, help };
}

function unmatched(columns: readonly string[], { id }: AskedQuestion, raw: RawRow): Problem {
  const [first = ''] = columns;
  const values = columns.map((name) => `\`${name}\` is ${shownOrBlank(raw.text(name))}`).join(', ');
  const reason = `no entry of \`first_of\` for \`${id}\` holds: ${values}`;
  const help = 'add an entry to the mapping, or say with `other` what is meant where none holds';
  return { ...raw.place(first), code: 'unmapped-value', reason, help };
}

function shownOrBlank(text: string): string {
  return text.trim() === '' ? 'blank' : shownValue(text);
}
