import { OPEN } from '../core/answers.ts';
import type { InputRow, Problem } from './case-row.ts';
import { type CsvRecord, placeOfField } from './csv-records.ts';
import { type CsvColumns, readColumns } from './read-csv-columns.ts';
import { codeOf, idProblem, keptProblem, type Reading, unknownAnswer } from './reading.ts';
import { rejectedRow, upToUnusable } from './rejected-row.ts';

/**
 * Turns the records of a CSV file into rows. The first record is the header; if it cannot be used, that is the one
 * thing to say, and no record after it is looked at.
 */
export class CsvRows {
  readonly #path: string;
  readonly #reading: Reading;
  readonly #idOfLine: (line: number) => string;
  #columns: CsvColumns | undefined;
  #isUnusable = false;
  #firstLine = 0;

  /** Without an `id` column `idOfLine` makes the ids. */
  constructor(path: string, reading: Reading, idOfLine: (line: number) => string) {
    this.#path = path;
    this.#reading = reading;
    this.#idOfLine = idOfLine;
  }

  /** What the header says, once it has been read and can be used. */
  get columns(): CsvColumns | undefined {
    return this.#columns;
  }

  /** The rows of the records that follow those taken before. */
  take(records: readonly CsvRecord[]): InputRow[] {
    if (this.#isUnusable) return [];
    if (this.#columns !== undefined) return this.#rows(records, this.#columns);
    const [header, ...others] = records;
    if (header === undefined) return [];
    const result = readColumns(header, this.#reading);
    if (!('count' in result)) {
      this.#isUnusable = true;
      return [{ kind: 'unusable', path: this.#path, problems: result }];
    }
    this.#columns = result;
    this.#firstLine = header.line + 1;
    return this.#rows(others, result);
  }

  #rows(records: readonly CsvRecord[], columns: CsvColumns): InputRow[] {
    const rows = records.map((record) => {
      const isFirst = record.line === this.#firstLine;
      return readRecord(record, this.#path, columns, this.#reading, this.#idOfLine, isFirst);
    });
    const usable = upToUnusable(rows);
    this.#isUnusable = usable.at(-1)?.kind === 'unusable';
    return usable;
  }
}

function readRecord(
  record: CsvRecord,
  path: string,
  columns: CsvColumns,
  reading: Reading,
  idOfLine: (line: number) => string,
  isFirst: boolean,
): InputRow {
  if (record.problem !== undefined) return { kind: 'rejected', path, problems: [record.problem] };
  const { fields } = record;
  if (fields.length !== columns.count) {
    return { kind: 'rejected', path, problems: [wrongCount(record, columns.count)] };
  }
  const answers = new Int8Array(reading.questionCount).fill(OPEN);
  let problems: Problem[] | undefined;
  for (const { position, question } of columns.questions) {
    const text = fields[position] ?? '';
    const code = codeOf(question, text);
    if (code === undefined) {
      problems ??= [];
      problems.push(unknownAnswer(question, text, placeOfField(record, position)));
    } else {
      answers[question.index] = code;
    }
  }
  const id = columns.id === undefined ? idOfLine(record.line) : (fields[columns.id] ?? '');
  const kept = columns.kept.map((position) => fields[position] ?? '');
  const textProblems = textsOf(record, columns, reading, id, kept, isFirst);
  if (problems !== undefined || textProblems.length > 0) {
    return rejectedRow(path, [...(problems ?? []), ...textProblems]);
  }
  const idPlace =
    columns.id === undefined ? { line: record.line, column: 1 } : placeOfField(record, columns.id);
  return { kind: 'case', path, line: idPlace.line, id, idColumn: idPlace.column, answers, kept };
}

/** What is wrong with the texts that are copied: the id and the kept columns. */
function textsOf(
  record: CsvRecord,
  columns: CsvColumns,
  reading: Reading,
  id: string,
  kept: readonly string[],
  isFirst: boolean,
): Problem[] {
  const problems: Problem[] = [];
  if (columns.id !== undefined) {
    const problem = idProblem(reading, id, isFirst, placeOfField(record, columns.id));
    if (problem !== undefined) problems.push(problem);
  }
  kept.forEach((text, index) => {
    const place = () => placeOfField(record, columns.kept[index] ?? 0);
    const problem = keptProblem(reading, index, text, place);
    if (problem !== undefined) problems.push(problem);
  });
  return problems;
}

/** The problem of a row that has more or fewer cells than the header. */
export function wrongCount(record: CsvRecord, expected: number): Problem {
  const found = record.fields.length;
  return {
    // The first field too many, or the last one where the row ends too early.
    ...placeOfField(record, Math.min(found - 1, expected)),
    code: 'column-count',
    reason: `the row has ${found} ${found === 1 ? 'column' : 'columns'} and the header ${expected}`,
    help: 'put values that hold commas in quotation marks',
  };
}
