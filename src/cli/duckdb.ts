import { createReadStream } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CsvRecords } from '../batch/csv-records.ts';
import { UsageError } from './usage-error.ts';

/**
 * Does work in a DuckDB that lives as long as the work does, in memory alone.
 *
 * @throws UsageError where DuckDB, which is installed apart from carestep, is not there.
 */
export async function withDuckDB<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await loadDuckDB();
  const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'true' });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * The rows of a Parquet file as bytes of CSV with a header, in their order, every column as text: as it comes, so
 * that the whole file is never held. A missing value is an empty cell.
 *
 * @throws UsageError where DuckDB is not there.
 */
export async function* openParquet(path: string): AsyncIterable<Uint8Array> {
  const { DuckDBInstance } = await loadDuckDB();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const source = `read_parquet(${textLiteral(path)})`;
    const columns = (await connection.runAndReadAll(`SELECT * FROM ${source} LIMIT 0`)).columnNames();
    const cells = columns.map((name) => csvCell(`CAST(${quotedName(name)} AS VARCHAR)`));
    const encoder = new TextEncoder();
    yield encoder.encode(`${columns.map(quotedName).join(',')}\n`);
    const lines = await connection.stream(`SELECT concat_ws(',', ${cells.join(', ')}) FROM ${source}`);
    for await (const rows of lines.yieldRows()) {
      yield encoder.encode(rows.map(([line]) => `${line}\n`).join(''));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Writes the rows of a CSV file with a header as Parquet, every column as text; an empty `level`, which says that
 * several are left, becomes a missing value, other empty cells empty texts.
 *
 * @throws UsageError where DuckDB is not there.
 */
export async function writeParquet(csvPath: string, parquetPath: string): Promise<void> {
  await withDuckDB(async (connection) => {
    const columns = await headerOf(csvPath);
    const types = columns.map((name) => `${quotedName(name)}: 'VARCHAR'`);
    const source = `read_csv(${textLiteral(csvPath)}, columns = {${types.join(', ')}}, ${PLAIN_CSV})`;
    const cells = columns.map((name) =>
      name === 'level' ? quotedName(name) : `coalesce(${quotedName(name)}, '') AS ${quotedName(name)}`,
    );
    await connection.run(
      `COPY (SELECT ${cells.join(', ')} FROM ${source}) TO ${textLiteral(parquetPath)} (FORMAT parquet)`,
    );
  });
}

/** How carestep writes CSV: nothing has to be guessed, and cells may hold line breaks and be long. */
const PLAIN_CSV = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n',
  strict_mode = true, parallel = false, max_line_size = 16777216`;

/** The names of the columns of a CSV file. */
async function headerOf(path: string): Promise<readonly string[]> {
  const records = new CsvRecords();
  for await (const chunk of createReadStream(path, 'utf8')) {
    const [header] = records.take(String(chunk));
    if (header !== undefined) return header.fields;
  }
  return records.end()[0]?.fields ?? [];
}

/** The package is loaded only here, and only when it is needed: it is large, and not everybody has it. */
async function loadDuckDB() {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if (!isMissingModule(error)) throw error;
    throw new UsageError(
      'DuckDB, which reads and writes Parquet, is not installed',
      'install it with `npm install @duckdb/node-api`, or use CSV files and leave `--engine` out',
    );
  }
}

function isMissingModule(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}

/** SQL that quotes a text for CSV where RFC 4180 asks for it. */
function csvCell(text: string): string {
  const quoted = `'"' || replace(${text}, '"', '""') || '"'`;
  return `coalesce(CASE WHEN regexp_matches(${text}, '[",\\r\\n]') THEN ${quoted} ELSE ${text} END, '')`;
}

function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
