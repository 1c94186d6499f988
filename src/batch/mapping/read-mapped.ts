import { type CaseText, type InputRow, type Problem, type RowBatches, rowTooLong } from '../case-row.ts';
import type { CaseTree } from '../case-tree.ts';
import { CsvRecords } from '../csv-records.ts';
import { identifierProblem, looksLikeIdentifier } from '../identifier-columns.ts';
import { shownValue } from '../identifying-value.ts';
import type { InputFormat } from '../input-format.ts';
import { readJson, skipSpace } from '../json-tree.ts';
import { type CaseSource, readOpened } from '../opened-file.ts';
import { rejectedRow } from '../rejected-row.ts';
import { TextLines } from '../text-lines.ts';
import { readColumnsOf } from './bind-mapping.ts';
import { type MappedFile, MappedRows, mappedRow } from './mapped-rows.ts';

/** Reads CSV or flat NDJSON by a mapping. */
export function readMapped(
  source: CaseSource,
  file: MappedFile,
  inputFormat: InputFormat | undefined,
): RowBatches {
  const { encoding } = file.mapping;
  const opened = encoding === undefined ? source : { ...source, encoding };
  return readOpened(opened, file.reading, inputFormat, ({ format, text }) => {
    const cases = { path: source.path, chunks: text };
    switch (format) {
      case 'csv':
        return readMappedCsv(cases, file);
      case 'ndjson':
        return readMappedNdjson(cases, file);
      case 'json':
      case 'yaml':
        return unmappable(source.path, format);
      default:
        return format satisfies never;
    }
  });
}

async function* readMappedCsv({ chunks }: CaseText, file: MappedFile): RowBatches {
  const records = new CsvRecords(file.mapping.delimiter);
  const rowsOf = new MappedRows(file);
  for await (const chunk of chunks) {
    const rows = rowsOf.take(records.take(chunk));
    if (rows.length > 0) yield rows;
    if (rows.at(-1)?.kind === 'unusable') return;
  }
  yield rowsOf.take(records.end());
}

/** A key that a line leaves out is a blank cell; a key that the mapping does not name is a mistake as in a header. */
async function* readMappedNdjson({ chunks }: CaseText, file: MappedFile): RowBatches {
  const lines = new TextLines();
  const read = new Set([...readColumnsOf(file.mapping).map(({ text }) => text), ...file.reading.keep]);
  let line = 0;
  let isFirst = true;
  const rowsOf = (texts: readonly (string | null)[]): InputRow[] =>
    texts.flatMap((text) => {
      line++;
      if (text === null) return [rejectedRow(file.path, [rowTooLong(line)])];
      if (text.trim() === '') return [];
      const row = mappedLine(text, line, isFirst, read, file);
      isFirst = false;
      return [row];
    });
  for await (const chunk of chunks) {
    for (const row of rowsOf(lines.take(chunk))) {
      yield [row];
      if (row.kind === 'unusable') return;
    }
  }
  yield rowsOf(lines.end());
}

function mappedLine(
  text: string,
  line: number,
  isFirst: boolean,
  read: ReadonlySet<string>,
  file: MappedFile,
): InputRow {
  const result = readJson(text);
  const end = result.ok ? skipSpace(text, result.end) : 0;
  if (!result.ok || end < text.length || result.tree.kind !== 'map') {
    const help = 'write one whole JSON object on each line';
    const reason = result.ok ? 'the line is not one JSON object' : result.reason;
    const column = (result.ok ? end : result.at) + 1;
    return rejectedRow(file.path, [{ line, column, code: 'invalid-json', reason, help }]);
  }
  const cells = new Map<string, { readonly text: string; readonly column: number }>();
  const problems: Problem[] = [];
  for (const { key, at, value } of result.tree.entries) {
    const problem = cells.has(key) ? DUPLICATE : keyProblem(key, value, read, file);
    if (problem !== undefined) problems.push({ line, column: at + 1, ...problem });
    cells.set(key, {
      text: value.kind === 'map' || value.kind === 'list' || value.kind === 'nothing' ? '' : value.text,
      column: value.at + 1,
    });
  }
  if (problems.length > 0) return rejectedRow(file.path, problems);
  return mappedRow(
    {
      line,
      isFirst,
      text: (column) => cells.get(column)?.text ?? '',
      place: (column) => ({ line, column: cells.get(column)?.column ?? 1 }),
    },
    file,
  );
}

const DUPLICATE = {
  code: 'duplicate-key',
  reason: 'a key occurs twice',
  help: 'keep one of them',
} as const satisfies Omit<Problem, 'line' | 'column'>;

function keyProblem(
  key: string,
  { kind }: CaseTree<number>,
  read: ReadonlySet<string>,
  { mapping: { ignore }, reading }: MappedFile,
): Omit<Problem, 'line' | 'column'> | undefined {
  if (!read.has(key)) {
    if (ignore !== 'others' && ignore.some(({ text }) => text === key)) return undefined;
    if (looksLikeIdentifier(key) && !reading.allowIdentifier.has(key)) return identifierProblem(key);
    if (ignore === 'others') return undefined;
    const help = 'to leave it out, name it under `ignore`';
    return { code: 'unknown-column', reason: `the key ${shownValue(key)} is not in the mapping`, help };
  }
  if (looksLikeIdentifier(key) && !reading.allowIdentifier.has(key)) return identifierProblem(key);
  if (kind !== 'map' && kind !== 'list') return undefined;
  return {
    code: 'not-text',
    reason: `${shownValue(key)} holds more than one value`,
    help: 'write one text or number',
  };
}

async function* unmappable(path: string, format: string): RowBatches {
  const reason = `a mapping reads CSV, Excel and flat NDJSON, and the file is ${format.toUpperCase()}`;
  const help = 'leave `--map` out, or save the file as CSV';
  yield [{ kind: 'unusable', path, problems: [{ line: 1, column: 1, code: 'not-a-case', reason, help }] }];
}
