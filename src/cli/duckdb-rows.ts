import { resolve } from 'node:path';
import { CsvRecords } from '../batch/csv-records.ts';
import { uncompressedName } from '../batch/input-format.ts';
import type { Reading } from '../batch/reading.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { exportSql } from '../export/sql/export-sql.ts';
import { decompressed } from './decompressed.ts';
import { csvSource, parquetColumns, parquetSource, queryRows, quotedName, type TextValue } from './duckdb.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** A row of a file as the exported SELECT scores it. */
export interface DuckDBRow {
  /** Empty where the file has no ids. */
  readonly id: string;
  /** `level`, `lowest`, `highest`, `alerts`, `reasons`, `advice`, `rechecks`, as CSV has them. */
  readonly fields: readonly string[];
  readonly kept: readonly string[];
  /** All cells of the row, there only where the SELECT cannot say everything: no answer in a column, or no reasons. */
  readonly cells?: readonly string[];
  readonly hasProblem: boolean;
}

/** What a file of cases is read with. */
export interface DuckDBReading {
  readonly compiled: CompiledRuleSet;
  readonly reading: Reading;
}

/** The names of the columns of a file: the first record of a CSV file, or those of a Parquet file. */
export async function columnsOf(path: string, world: World): Promise<readonly string[]> {
  if (isParquetFile(path)) return parquetColumns(resolve(world.cwd, path));
  const records = new CsvRecords();
  const decoder = new TextDecoder();
  for await (const chunk of decompressed(world.openRead(path))) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [header] = records.take(text);
    if (header !== undefined) return header.fields;
  }
  return records.end()[0]?.fields ?? [];
}

/**
 * The rows of a file, scored by DuckDB, in their order. The names of the columns have been read and can be used.
 *
 * @throws UsageError where the rule set cannot be written as SQL, or DuckDB is not there.
 */
export async function* duckdbRows(
  path: string,
  columns: readonly string[],
  { compiled, reading }: DuckDBReading,
  world: World,
): AsyncGenerator<readonly DuckDBRow[], void> {
  const { questions } = compiled.ruleSet;
  const kept = reading.keep.map((_, index) => `kept ${index}`);
  const given = questions.map((_, index) => `given ${index}`);
  const exported = exportSql(compiled, {
    dialect: 'duckdb',
    table: 'cases',
    identity: '',
    idColumn: 'case',
    keep: [...kept, ...given],
  });
  if ('refused' in exported) throw new UsageError(exported.refused.reason, exported.refused.help);
  const fields = FIELDS.map((name) => `coalesce(${quotedName(name)}, '')`);
  const isUnclear = `problem IS NOT NULL OR reasons IS NULL`;
  const query = `SELECT id, ${fields.join(', ')}, problem, ${[
    ...kept.map((name) => `coalesce(${quotedName(name)}, '')`),
    `CASE WHEN ${isUnclear} THEN [${given.map(quotedName).join(', ')}] END`,
  ].join(', ')} FROM (${exported.sql.replace(/;\s*$/, '')})`;
  const keptFrom = 1 + FIELDS.length + 1;
  for await (const rows of queryRows([casesView(path, columns, compiled, reading, world)], query)) {
    yield rows.map((row): DuckDBRow => {
      const id = textOf(row[0]);
      const keptTexts = row.slice(keptFrom, -1).map(textOf);
      const answers = row.at(-1);
      const base = {
        id,
        fields: row.slice(1, 1 + FIELDS.length).map(textOf),
        kept: keptTexts,
        hasProblem: row[1 + FIELDS.length] !== null,
      };
      if (answers === null || answers === undefined || typeof answers === 'string') return base;
      const textAt = new Map(questions.map((question, index) => [question.id, answers[index] ?? '']));
      const cells = columns.map((name) =>
        name === 'id' ? id : (textAt.get(name) ?? keptTexts[reading.keep.indexOf(name)] ?? ''),
      );
      return { ...base, cells };
    });
  }
}

const FIELDS = ['level', 'lowest', 'highest', 'alerts', 'reasons', 'advice', 'rechecks'] as const;

/** A view of the file with every column that the SELECT wants; questions that the file does not ask are open. */
function casesView(
  path: string,
  columns: readonly string[],
  { ruleSet }: CompiledRuleSet,
  { keep }: Reading,
  world: World,
): string {
  const file = resolve(world.cwd, path);
  // Names that differ in case alone are one name to DuckDB, so the file's columns are numbered.
  const names = columns.map((_, position) => `column ${position}`);
  const source = isParquetFile(path)
    ? `(SELECT ${columns.map((name, at) => `CAST(${quotedName(name)} AS VARCHAR) AS ${quotedName(names[at] ?? '')}`).join(', ')} FROM ${parquetSource(file)})`
    : csvSource(file, names);
  const column = (name: string) => {
    const position = columns.indexOf(name);
    return position === -1 ? 'CAST(NULL AS VARCHAR)' : quotedName(names[position] ?? '');
  };
  const wanted = [
    `coalesce(${column('id')}, '') AS "case"`,
    ...keep.map((name, index) => `${column(name)} AS "kept ${index}"`),
    ...ruleSet.questions.map(({ id }) => `${column(id)} AS ${quotedName(id)}`),
    ...ruleSet.questions.map(({ id }, index) => `${column(id)} AS "given ${index}"`),
  ];
  return `CREATE VIEW cases AS SELECT ${wanted.join(', ')} FROM ${source}`;
}

/** Whether a file's name says that it is Parquet; every other is read as CSV, compressed or not. */
function isParquetFile(path: string): boolean {
  return /\.parquet$/i.test(path);
}

/** Whether DuckDB can read a file, as far as its name tells. */
export function isReadByDuckDB(path: string): boolean {
  return path !== '-' && (isParquetFile(path) || /\.(?:csv|txt)$/i.test(uncompressedName(path)));
}

function textOf(value: TextValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
