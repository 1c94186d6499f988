import type { ContractRow } from './contract-cases.ts';

/** A DuckDB that lives in memory. */
export interface Database {
  readonly run: (sql: string) => Promise<void>;
  /** The rows as text, NULL as `null`. */
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, string | null>>[]>;
  readonly close: () => void;
}

/** Opens a DuckDB; undefined, with the reason printed, where it is not installed. */
export async function openDatabase(): Promise<Database | undefined> {
  const duckdb = await import('@duckdb/node-api').catch((error: unknown) => {
    process.stdout.write(`left out: DuckDB is not installed (${String(error)})\n`);
    return undefined;
  });
  if (duckdb === undefined) return undefined;
  const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const names = reader.columnNames();
      return reader
        .getRowsJson()
        .map((row) => Object.fromEntries(row.map((value, index) => [names[index] ?? '', textOf(value)])));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The columns in which two rows differ, as text to be read; empty where they are the same. */
export function differences(
  actual: Readonly<Record<string, string | null>> | undefined,
  expected: ContractRow,
): string[] {
  return Object.entries(expected).flatMap(([column, wanted]) => {
    const given = actual?.[column];
    return given === wanted ? [] : [`${expected.id} ${column}: expected ${wanted}, got ${given}`];
  });
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
