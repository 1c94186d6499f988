import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { InputRow } from '../../src/batch/case-row.ts';
import { IdTable } from '../../src/batch/id-table.ts';
import { createReading } from '../../src/batch/reading.ts';
import { scoreRow } from '../../src/batch/score.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { readBoth } from './fast/same-rows.ts';
import type { HostileFile } from './hostile-file.ts';
import { type ExpectedRecord, expectedRecords } from './plain-oracle.ts';
import { source } from './read-text.ts';
import { compiledTiny, tiny } from './tiny-rule-set.ts';

/** What became of the rows of a file. */
export interface Fates {
  readonly scored: number;
  readonly rejected: number;
  readonly unusable: number;
  /** Whether the rows were those that an independent reader finds, or none of those could read the file. */
  readonly isCompared: boolean;
}

/** Ids of any form, so that no file is refused because a fuzzed one looks like a phone number. */
const reading = createReading(tiny, { allowIdentifier: ['id'] });

/**
 * Reads and scores a file in both ways and expects the same of them, each row counted, and what an oracle expects
 * where it is asked.
 */
export async function checkHostile(file: HostileFile, asksOracle = true): Promise<Fates> {
  const { fast, full } = await readBoth(source(file.path, file.bytes, file.chunk), reading, {});
  expectSame(fast, full, file.path);
  const tally = { scored: 0, open: 0, alerted: 0, rejected: 0 };
  const ids = new IdTable();
  for (const row of fast) scoreRow(row, (answers) => evaluate(compiledTiny, answers), ids, tally);
  const unusable = fast.filter(({ kind }) => kind === 'unusable').length;
  expect(tally.scored + tally.rejected + unusable).toBe(fast.length);
  return { ...tally, unusable, isCompared: asksOracle && isComparedWithOracle(file, fast) };
}

/** Equality of values that may be large: only where their texts differ are they compared part by part. */
function expectSame(found: unknown, expected: unknown, path: string): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found, path).toEqual(expected);
}

function isComparedWithOracle({ path, bytes }: HostileFile, rows: readonly InputRow[]): boolean {
  if (rows.at(-1)?.kind === 'unusable') return false;
  const text = new TextDecoder().decode(bytes);
  if (path.endsWith('.csv')) compareCsv(path, text, rows);
  else if (path.endsWith('.ndjson')) compareNdjson(path, text, rows);
  else return false;
  return true;
}

function compareCsv(path: string, text: string, rows: readonly InputRow[]): void {
  const [header = [], ...records] = expectedRecords(text);
  expectSame(
    rows.map(inWords),
    records.map((record) => expectedWords(record, header)),
    path,
  );
  // Cut off within its last line end, or with broken quotes, it is not a valid file.
  if (text.endsWith('\r') || [header, ...records].includes('broken')) return;
  const options = { relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] };
  expectSame([header, ...records], parse(text, options), path);
}

/** `id: codes` of a case, or `rejected`. */
function inWords(row: InputRow): string {
  return row.kind === 'case' ? `${row.id}: ${Array.from(row.answers).join(' ')}` : row.kind;
}

function expectedWords(record: ExpectedRecord, header: ExpectedRecord): string {
  if (record === 'broken' || header === 'broken' || record.length !== header.length) return 'rejected';
  const id = record[header.indexOf('id')] ?? '';
  const codes = tiny.questions.map((question) => {
    const cell = record[header.indexOf(question.id)] ?? '';
    if (cell.trim() === '' || cell === 'unknown') return 'open';
    return question.answers.findIndex((answer) => answer.id === cell);
  });
  const isUsable = id.trim() !== '' && !id.includes('\ufffd') && !codes.includes(-1);
  return isUsable ? `${id}: ${codes.map((code) => (code === 'open' ? -1 : code)).join(' ')}` : 'rejected';
}

/** Each line that is not blank is one row, and one that is no JSON is never a case. */
function compareNdjson(path: string, text: string, rows: readonly InputRow[]): void {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  expect(rows.length, path).toBe(lines.length);
  lines.forEach((line, index) => {
    const row = rows[index];
    if (row?.kind !== 'case') return;
    const value: unknown = JSON.parse(line);
    expect(value, path).toMatchObject({});
    if (typeof value === 'object' && value !== null && 'id' in value)
      expect(row.id, path).toBe(String(value.id));
  });
}
