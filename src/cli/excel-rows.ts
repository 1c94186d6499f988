import {
  InvalidInputError,
  InvalidSpreadsheetError,
  readSheet,
  SheetNotFoundError,
} from 'read-excel-file/node';
import type { Problem, UnusableInput } from '../batch/case-row.ts';
import type { CsvRecord } from '../batch/csv-records.ts';
import { quoted } from '../batch/quoted.ts';
import { suggestion } from '../rule-set/suggestion.ts';
import type { Bytes } from './leading-bytes.ts';
import { zipListing, zipText } from './zip-listing.ts';

/** The sheet of an Excel file as records: line and column of a place are the row and the column of the sheet. */
export interface SheetRecords {
  /** `FILE!SHEET`, as Excel writes it. */
  readonly path: string;
  /** A few at a time, because all of them take more memory than the sheet; they can be gone through once. */
  readonly batches: Iterable<readonly CsvRecord[]>;
}

/** A workbook is held in memory as a whole, so it may not be of any size. */
const MOST_ROWS = 100_000;
const MOST_BYTES = 64 * 2 ** 20;
const MOST_UNPACKED = 512 * 2 ** 20;
const WORKBOOK_XML = 2 ** 20;
const BATCH = 500;

/** The first sheet of an Excel file, or the one that is named; blank rows are left out. */
export async function excelRows(
  path: string,
  bytes: Bytes,
  sheet: string | undefined,
): Promise<SheetRecords | UnusableInput> {
  const archive = await wholeFile(bytes);
  if (archive === undefined || unpackedSize(archive) > MOST_UNPACKED) return unusable(path, TOO_LARGE);
  try {
    const rows = await readSheet(archive, sheet ?? 1, {
      parseNumber: (text) => new SheetNumber(text),
      trim: false,
    });
    if (rows.length > MOST_ROWS + 1) return unusable(path, TOO_LARGE);
    const name = sheet ?? firstSheet(archive);
    return { path: name === undefined ? path : `${path}!${name}`, batches: recordsOf(rows) };
  } catch (error) {
    return unusable(path, problemOf(error, sheet));
  }
}

async function wholeFile(bytes: Bytes): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    const part = Buffer.from(chunk);
    length += part.length;
    if (length > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unpackedSize(archive: Buffer): number {
  return (zipListing(archive) ?? []).reduce((sum, { size }) => sum + size, 0);
}

/** What the first sheet is called; none where the workbook does not say it in the usual way. */
function firstSheet(archive: Buffer): string | undefined {
  const entry = zipListing(archive)?.find(({ name }) => name === 'xl/workbook.xml');
  const xml = entry && zipText(archive, entry, WORKBOOK_XML);
  const name = xml === undefined ? undefined : /<(?:\w+:)?sheet\b[^>]*?\sname="([^"]*)"/.exec(xml)?.[1];
  return name?.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** A number as the file writes it: reading it as one would lose what text keeps. */
class SheetNumber {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }

  /** As Excel shows it: whole numbers with all their digits, others with fifteen. */
  get text(): string {
    const value = Number(this.written);
    return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
  }

  /** Excel keeps fifteen digits: a longer number has lost some, and two of them may have become one. */
  get isRounded(): boolean {
    return Math.abs(Number(this.written)) >= 1e15;
  }
}

function* recordsOf(rows: readonly (readonly unknown[])[]): Generator<readonly CsvRecord[], void> {
  const width = widthOf(rows.find((cells) => cells.some(isFilled)) ?? []);
  for (let from = 0; from < rows.length; from += BATCH) {
    yield rows
      .slice(from, from + BATCH)
      .flatMap((cells, index) => (cells.some(isFilled) ? [recordOf(cells, from + index + 1, width)] : []));
  }
}

function recordOf(cells: readonly unknown[], line: number, width: number): CsvRecord {
  // The library fills every row up to the widest: what is empty beyond the header is no field.
  const filled = cells.slice(0, Math.max(width, widthOf(cells)));
  const fields = filled.map(cellText);
  const rounded = filled.findIndex((cell) => cell instanceof SheetNumber && cell.isRounded);
  if (rounded !== -1) return roundedNumber(line, rounded + 1);
  return { line, fields, places: fields.map((_, column) => ({ line, column: column + 1 })) };
}

function isFilled(cell: unknown): boolean {
  return cellText(cell) !== '';
}

function widthOf(cells: readonly unknown[]): number {
  return cells.findLastIndex(isFilled) + 1;
}

/** What a cell says. Booleans and dates become text that is no answer, so that none of them is taken for one. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof SheetNumber) return cell.text;
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, '');
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

function roundedNumber(line: number, column: number): CsvRecord {
  const reason = 'the number has more than 15 digits, of which Excel has lost some';
  const help = 'give the column the format Text and enter it again';
  return { line, fields: [], problem: { line, column, code: 'not-text', reason, help } };
}

type Refusal = Pick<Problem, 'code' | 'reason' | 'help'>;

const TOO_LARGE: Refusal = {
  code: 'file-too-large',
  reason: 'the Excel file is too large: at most 100,000 rows are read',
  help: 'save the sheet as CSV: that may be of any size',
};

function problemOf(error: unknown, sheet: string | undefined): Refusal {
  if (error instanceof SheetNotFoundError) {
    const named = 'sheets' in error && Array.isArray(error.sheets) ? error.sheets.map(String) : [];
    const reason = `there is no sheet ${quoted(sheet ?? '1')}`;
    return { code: 'invalid-workbook', reason, help: suggestion(sheet ?? '', named, 'sheets') };
  }
  if (error instanceof InvalidInputError && error.code === 'XLS_FILE_NOT_SUPPORTED') {
    const reason = 'the file is an Excel file of the old kind, or one with a password';
    return { code: 'invalid-workbook', reason, help: 'save it as .xlsx without a password, or as CSV' };
  }
  if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
    const help = 'open it in Excel and save it as .xlsx, or as CSV';
    return { code: 'invalid-workbook', reason: 'the file is no Excel file that can be read', help };
  }
  throw error;
}

function unusable(path: string, refusal: Refusal): UnusableInput {
  return { kind: 'unusable', path, problems: [{ line: 1, column: 1, ...refusal }] };
}
