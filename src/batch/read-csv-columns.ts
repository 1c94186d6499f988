import { IDENTIFIER_WORDS } from '../core/identifying-text.ts';
import { nearest, suggestion } from '../rule-set/suggestion.ts';
import type { Problem, ProblemCode } from './case-row.ts';
import { type CsvRecord, placeOfField } from './csv-records.ts';
import { identifierProblem, looksLikeIdentifier } from './identifier-columns.ts';
import { identifierLikeId } from './identifying-value.ts';
import { quoted } from './quoted.ts';
import { type AskedQuestion, isDamaged, notUtf8, type Reading } from './reading.ts';

/** What the header of a CSV file says: where to find what. Positions count from 0. */
export interface CsvColumns {
  readonly count: number;
  /** Absent if the file has no `id` column. */
  readonly id?: number;
  readonly questions: readonly { readonly position: number; readonly question: AskedQuestion }[];
  /** The positions of the kept columns, in the order of `--keep`. */
  readonly kept: readonly number[];
}

/** As many columns as a spreadsheet can have: no table of cases has more. */
const MOST_COLUMNS = 16_384;

/** Reads a header, or says everything that is wrong with it. Column names match exactly. */
export function readColumns(header: CsvRecord, reading: Reading): CsvColumns | readonly Problem[] {
  const names = header.fields;
  const misread = misreadHeader(header, reading);
  if (misread !== undefined) return [misread];
  const problems = names.flatMap((name, position) => columnProblem(name, position, header, reading) ?? []);
  const questions = names.flatMap((name, position) => {
    const question = reading.questions.get(name);
    return question === undefined ? [] : [{ position, question }];
  });
  if (questions.length === 0 && problems.length === 0) {
    const reason = 'no column is a question of the rule set';
    const help = '`carestep score --template csv` prints the header';
    problems.push({ ...placeOfField(header, 0), code: 'no-question-column', reason, help });
  }
  for (const name of reading.keep.filter((kept) => !names.includes(kept))) {
    const reason = `there is no column ${quoted(name)} to keep`;
    problems.push({
      line: header.line,
      column: 1,
      code: 'missing-column',
      reason,
      help: suggestion(name, names, 'columns'),
    });
  }
  if (problems.length > 0) return problems;
  const id = names.indexOf('id');
  return {
    count: names.length,
    ...(id === -1 ? {} : { id }),
    questions,
    kept: reading.keep.map((name) => names.indexOf(name)),
  };
}

function columnProblem(
  name: string,
  position: number,
  header: CsvRecord,
  reading: Reading,
): Problem | undefined {
  const place = placeOfField(header, position);
  const problem = (code: ProblemCode, reason: string, help: string) => ({ ...place, code, reason, help });
  if (isDamaged(name)) return notUtf8('the header', place);
  if (header.fields.indexOf(name) < position) {
    return problem('duplicate-column', `the column ${quoted(name)} occurs twice`, 'keep one of them');
  }
  if (name === 'id' || reading.questions.has(name)) return undefined;
  if (looksLikeIdentifier(name) && !reading.allowIdentifier.has(name)) {
    return { ...place, ...identifierProblem(name) };
  }
  if (reading.keep.includes(name)) return undefined;
  if (name.trim() === '') {
    return problem('unknown-column', `column ${position + 1} has no name`, 'name it or take it out');
  }
  const kind = identifierLikeId(name, true);
  if (kind !== undefined) {
    const reason = `the name of column ${position + 1} looks like ${IDENTIFIER_WORDS[kind]}`;
    return problem('unknown-column', reason, 'put a header with the names of the columns on the first line');
  }
  const meant = nearest(name, ['id', ...reading.questions.keys()]);
  const copy = 'to copy the column, name it with `--keep`';
  const help = meant === undefined ? copy : `did you mean \`${meant}\`? ${copy}`;
  return problem('unknown-column', `the column ${quoted(name)} is neither a question nor \`id\``, help);
}

/** A header that shows that the file is not what it was taken for: one problem says more than one a column. */
function misreadHeader(header: CsvRecord, reading: Reading): Problem | undefined {
  if (header.problem !== undefined) return header.problem;
  const place = placeOfField(header, 0);
  if (header.fields.length > MOST_COLUMNS) {
    const reason = `the header has ${header.fields.length} columns, and at most ${MOST_COLUMNS} are read`;
    return { ...place, code: 'column-count', reason, help: 'keep the id and the questions' };
  }
  const text = header.fields.join(',');
  if (text.includes('\0')) return notUtf8('the header', place);
  if (/\r(?!\n)/.test(text)) {
    const reason = 'the lines end in carriage returns alone';
    return { ...place, code: 'line-ends', reason, help: 'save the file with LF or CRLF line ends' };
  }
  if (header.fields.some((name) => name === 'id' || reading.questions.has(name))) return undefined;
  const separator = [';', '\t', '|'].find((mark) =>
    text.split(mark).some((name) => reading.questions.has(name)),
  );
  if (separator === undefined) return undefined;
  const name = separator === '\t' ? 'tabs' : `\`${separator}\``;
  const reason = `the columns are separated by ${name} and not by commas`;
  return {
    ...place,
    code: 'unknown-column',
    reason,
    help: 'save the file with commas, or read it by a mapping',
  };
}
