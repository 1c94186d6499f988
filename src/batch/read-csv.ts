import { OPEN } from '../core/answers.ts';
import type { CaseText, InputRow, Problem, RowBatches } from './case-row.ts';
import { type CsvRecord, CsvRecords, placeOfField } from './csv-records.ts';
import { type CsvColumns, readColumns } from './read-csv-columns.ts';
import { codeOf, isDamaged, missingId, notUtf8, type Reading, unknownAnswer } from './reading.ts';

/**
 * Reads cases from CSV, one a row, the columns in any order. Without an `id` column `idOfLine` makes the ids. A
 * header that cannot be used ends the reading before the first row.
 */
export async function* readCsv(
  { path, chunks }: CaseText,
  reading: Reading,
  idOfLine: (line: number) => string,
): RowBatches {
  const records = new CsvRecords();
  let columns: CsvColumns | undefined;

  function readRecords(found: CsvRecord[]): InputRow[] {
    if (columns === undefined) {
      const header = found.shift();
      if (header === undefined) return [];
      const result = readColumns(header, reading);
      if (!('count' in result)) return [{ kind: 'unusable', path, problems: result }];
      columns = result;
    }
    const known = columns;
    return found.map((record) => readRecord(record, path, known, reading, idOfLine));
  }

  for await (const chunk of chunks) {
    const rows = readRecords(records.take(chunk));
    if (rows.length > 0) yield rows;
    if (rows[0]?.kind === 'unusable') return;
  }
  yield readRecords(records.end());
}

function readRecord(
  record: CsvRecord,
  path: string,
  columns: CsvColumns,
  reading: Reading,
  idOfLine: (line: number) => string,
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
  const textProblems = textsOf(record, columns, id, kept);
  if (problems !== undefined || textProblems.length > 0) {
    const all = [...(problems ?? []), ...textProblems].sort((a, b) => a.line - b.line || a.column - b.column);
    return { kind: 'rejected', path, problems: all };
  }
  const idPlace =
    columns.id === undefined ? { line: record.line, column: 1 } : placeOfField(record, columns.id);
  return { kind: 'case', path, line: idPlace.line, id, idColumn: idPlace.column, answers, kept };
}

/** What is wrong with the texts that are copied: the id and the kept columns. */
function textsOf(record: CsvRecord, columns: CsvColumns, id: string, kept: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  if (columns.id !== undefined) {
    if (id.trim() === '') problems.push(missingId(placeOfField(record, columns.id)));
    else if (isDamaged(id)) problems.push(notUtf8('the id', placeOfField(record, columns.id)));
  }
  kept.forEach((text, index) => {
    if (!isDamaged(text)) return;
    problems.push(notUtf8('a kept column', placeOfField(record, columns.kept[index] ?? 0)));
  });
  return problems;
}

function wrongCount(record: CsvRecord, expected: number): Problem {
  const found = record.fields.length;
  return {
    // The first field too many, or the last one where the row ends too early.
    ...placeOfField(record, Math.min(found - 1, expected)),
    code: 'column-count',
    reason: `the row has ${found} ${found === 1 ? 'column' : 'columns'} and the header ${expected}`,
    help: 'put values that hold commas in quotation marks',
  };
}
