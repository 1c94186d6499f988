import { createReadStream } from 'node:fs';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { CsvRecords } from '../batch/csv-records.ts';
import { UsageError } from './usage-error.ts';

/** What a column of a result may hold here: a text, several, or nothing. */
export type TextValue = string | null | readonly (string | null)[];

/**
 * The rows of a query in their order, in chunks as they come, so that the result is never held. `setup` is run before
 * it. Every column must be text or a list of texts.
 *
 * @throws UsageError where DuckDB, which is installed apart from carestep, is not there.
 */
export async function* queryRows(
  setup: readonly string[],
  query: string,
): AsyncGenerator<readonly (readonly TextValue[])[], void> {
  const { connection, close } = await openDuckDB();
  try {
    for (const statement of setup) await connection.run(statement);
    const result = await connection.stream(query);
    for await (const rows of result.yieldRows()) yield rows.map((row) => row.map(textValue));
  } finally {
    close();
  }
}

/** The names of the columns of a Parquet file. */
export async function parquetColumns(path: string): Promise<readonly string[]> {
  const { connection, close } = await openDuckDB();
  try {
    return (await connection.runAndReadAll(`SELECT * FROM ${parquetSource(path)} LIMIT 0`)).columnNames();
  } finally {
    close();
  }
}

/**
 * The rows of a Parquet file as bytes of CSV with a header, in their order, every column as text: as it comes, so
 * that the whole file is never held. A missing value is an empty cell.
 *
 * @throws UsageError where DuckDB is not there.
 */
export async function* openParquet(path: string): AsyncIterable<Uint8Array> {
  const columns = await parquetColumns(path);
  const cells = columns.map((name) => csvCell(`CAST(${quotedName(name)} AS VARCHAR)`));
  const encoder = new TextEncoder();
  yield encoder.encode(`${columns.map(quotedName).join(',')}\n`);
  const query = `SELECT concat_ws(',', ${cells.join(', ')}) FROM ${parquetSource(path)}`;
  for await (const rows of queryRows([], query)) {
    yield encoder.encode(rows.map(([line]) => `${line}\n`).join(''));
  }
}

/**
 * Writes the rows of a CSV file with a header as Parquet, every column as text; an empty `level`, which says that
 * several are left, becomes a missing value, other empty cells empty texts.
 *
 * @throws UsageError where DuckDB is not there.
 */
export async function writeParquet(csvPath: string, parquetPath: string): Promise<void> {
  const columns = await headerOf(csvPath);
  const cells = columns.map((name) =>
    name === 'level' ? quotedName(name) : `coalesce(${quotedName(name)}, '') AS ${quotedName(name)}`,
  );
  const { connection, close } = await openDuckDB();
  try {
    const source = csvSource(csvPath, columns);
    await connection.run(
      `COPY (SELECT ${cells.join(', ')} FROM ${source}) TO ${textLiteral(parquetPath)} (FORMAT parquet)`,
    );
  } finally {
    close();
  }
}

/**
 * SQL that reads a CSV file with a header whose columns are known, every column as text: nothing is guessed but the
 * line end. Rows that break the format end the reading with an error.
 */
export function csvSource(path: string, columns: readonly string[]): string {
  const types = columns.map((name) => `${quotedName(name)}: 'VARCHAR'`);
  return `read_csv(${fileLiteral(path)}, columns = {${types.join(', ')}}, auto_detect = false, header = true,
    delim = ',', quote = '"', escape = '"', strict_mode = true, hive_partitioning = false, max_line_size = 16777216)`;
}

/** SQL that reads a Parquet file as it is. */
export function parquetSource(path: string): string {
  return `read_parquet(${fileLiteral(path)}, hive_partitioning = false)`;
}

/** A name in SQL, whatever is in it. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Nothing is fetched from anywhere, and nothing of the cases is left on the disk. */
const CONFIGURATION = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  preserve_insertion_order: 'true',
  temp_directory: '',
};

/** A DuckDB in memory. The package is loaded only when it is needed: it is large, and not everybody has it. */
async function openDuckDB(): Promise<{ readonly connection: DuckDBConnection; readonly close: () => void }> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((error: unknown) => {
    if (!isMissingModule(error)) throw error;
    throw new UsageError(
      'DuckDB is not installed',
      'install it with `npm install @duckdb/node-api`, or use CSV files and leave `--engine` out',
    );
  });
  const instance = await DuckDBInstance.create(':memory:', CONFIGURATION);
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
}

function isMissingModule(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}

function textValue(value: DuckDBValue): TextValue {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'object' && 'items' in value && Array.isArray(value.items)) {
    return value.items.map((item: unknown) => (item === null ? null : String(item)));
  }
  return String(value);
}

/** The names of the columns of a CSV file. */
async function headerOf(path: string): Promise<readonly string[]> {
  const records = new CsvRecords();
  for await (const chunk of createReadStream(path, 'utf8')) {
    const [header] = records.take(String(chunk));
    if (header !== undefined) return header.fields;
  }
  return records.end()[0]?.fields ?? [];
}

/** SQL that quotes a text for CSV where RFC 4180 asks for it. */
function csvCell(text: string): string {
  const quoted = `'"' || replace(${text}, '"', '""') || '"'`;
  return `coalesce(CASE WHEN regexp_matches(${text}, '[",\\r\\n]') THEN ${quoted} ELSE ${text} END, '')`;
}

function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The name of one file, in which the marks of patterns stand for themselves. */
function fileLiteral(path: string): string {
  return textLiteral(path.replace(/[*?[]/g, '[$&]'));
}
