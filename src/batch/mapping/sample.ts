import { BrokenInput } from '../broken-input.ts';
import type { Problem, UnusableInput } from '../case-row.ts';
import { type CsvRecord, CsvRecords } from '../csv-records.ts';
import { emptyFile } from '../empty-file.ts';
import { formatOfName, formatOfText, type InputFormat } from '../input-format.ts';
import { readJson } from '../json-tree.ts';
import type { CaseSource } from '../opened-file.ts';

/** What the first rows of a file say in one column. */
export interface SampledColumn {
  readonly name: string;
  /** What its cells say and how often, the most frequent first; blank cells are left out. */
  readonly values: readonly (readonly [text: string, count: number])[];
  readonly blanks: number;
}

/** The beginning of a file of another making. */
export interface Sample {
  readonly columns: readonly SampledColumn[];
  /** How many rows were looked at. */
  readonly rows: number;
  /** Given where it is not the usual one. */
  readonly delimiter?: string;
  readonly encoding?: string;
}

/** How many rows are looked at, in as many bytes at most. */
const SAMPLED_ROWS = 1000;
const SAMPLED_BYTES = 4 * 2 ** 20;

const DELIMITERS = [',', ';', '\t', '|'];

/** Looks at the first rows of CSV or flat NDJSON, whatever their delimiter and encoding. */
export async function sampleFile(
  { path, open }: CaseSource,
  inputFormat?: InputFormat,
): Promise<Sample | UnusableInput> {
  const beginning = await firstBytes(open());
  if ('problem' in beginning) return unusable(path, beginning.problem);
  const encoding = encodingOf(beginning.bytes);
  const whole = new TextDecoder(encoding).decode(beginning.bytes);
  const text = beginning.isAll ? whole : whole.slice(0, whole.lastIndexOf('\n') + 1);
  if (text.trim() === '') return emptyFile(path);
  const told = encoding === 'utf-8' ? {} : { encoding };
  const format = inputFormat ?? formatOfName(path) ?? formatOfText(text);
  if (format === 'ndjson') return { ...sampleObjects(text), ...told };
  if (format !== 'csv') return unusable(path, unmappable(format));
  const delimiter = delimiterOf(text.split(/\r?\n/, 1)[0] ?? '');
  const records = new CsvRecords(delimiter);
  const found = [...records.take(text), ...records.end()];
  return { ...sampleRecords(found), ...(delimiter === ',' ? {} : { delimiter }), ...told };
}

/** Looks at the first rows of a table, of which the first record is the header. */
export function sampleRecords(records: readonly CsvRecord[]): Sample {
  const [header, ...others] = records;
  const rows = others.filter(({ problem }) => problem === undefined).slice(0, SAMPLED_ROWS);
  const columns = (header?.fields ?? []).map((name, position) =>
    columnOf(
      name,
      rows.map(({ fields }) => fields[position] ?? ''),
    ),
  );
  return { columns, rows: rows.length };
}

function sampleObjects(text: string): Sample {
  const rows: Map<string, string>[] = [];
  for (const line of text.split('\n')) {
    if (rows.length === SAMPLED_ROWS) break;
    const result = readJson(line);
    if (!result.ok || result.tree.kind !== 'map') continue;
    const cells = result.tree.entries.map(({ key, value }): [string, string] => [
      key,
      'text' in value ? value.text : '',
    ]);
    rows.push(new Map(cells));
  }
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const columns = names.map((name) =>
    columnOf(
      name,
      rows.map((row) => row.get(name) ?? ''),
    ),
  );
  return { columns, rows: rows.length };
}

function columnOf(name: string, cells: readonly string[]): SampledColumn {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell.trim() !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const values = [...counts].sort(([, one], [, other]) => other - one);
  return { name, values, blanks: cells.filter((cell) => cell.trim() === '').length };
}

type Beginning = { readonly bytes: Uint8Array; readonly isAll: boolean } | { readonly problem: Problem };

async function firstBytes(chunks: AsyncIterable<Uint8Array | string>): Promise<Beginning> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunks) {
      const part = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
      parts.push(part);
      length += part.length;
      if (length >= SAMPLED_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    // A file that breaks off later still shows how it is made.
    if (length === 0) return { problem: error.problem };
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, isAll: length < SAMPLED_BYTES };
}

/** UTF-16 says so at its beginning; what is not UTF-8 is most likely from a spreadsheet on Windows. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return new TextDecoder().decode(bytes.subarray(0, -4)).includes('\uFFFD') ? 'windows-1252' : 'utf-8';
}

function delimiterOf(header: string): string {
  const counts = DELIMITERS.map((mark): [string, number] => [mark, header.split(mark).length]);
  return counts.reduce((most, candidate) => (candidate[1] > most[1] ? candidate : most))[0];
}

function unmappable(format: string): Problem {
  const reason = `a mapping reads CSV, Excel and flat NDJSON, and the file is ${format.toUpperCase()}`;
  return { line: 1, column: 1, code: 'not-a-case', reason, help: 'save it as CSV, or score it as it is' };
}

function unusable(path: string, problem: Problem): UnusableInput {
  return { kind: 'unusable', path, problems: [problem] };
}
