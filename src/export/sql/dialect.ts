/** The databases for which SQL is written. */
export const SQL_DIALECTS = ['duckdb', 'postgres', 'spark'] as const;

export type SqlDialect = (typeof SQL_DIALECTS)[number];

/** In what the databases differ; everything else is written in SQL that all of them read alike. */
export interface Dialect {
  readonly title: string;
  /** A name as it is, whatever is in it. */
  readonly name: (name: string) => string;
  /** A text as it is, whatever is in it. */
  readonly text: (text: string) => string;
  /** A text of characters, each given by its code: written so that they can be seen. */
  readonly characters: (codes: readonly number[]) => string;
}

const doubleQuoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const singleQuoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const hex = (code: number) => code.toString(16).padStart(4, '0');

export const DIALECTS = {
  duckdb: {
    title: 'DuckDB',
    name: doubleQuoted,
    text: singleQuoted,
    characters: (codes) => `concat(${codes.map((code) => `chr(${code})`).join(', ')})`,
  },
  postgres: {
    title: 'PostgreSQL',
    name: doubleQuoted,
    text: singleQuoted,
    characters: (codes) => `U&'${codes.map((code) => `\\${hex(code)}`).join('')}'`,
  },
  spark: {
    title: 'Spark SQL',
    name: (name) => `\`${name.replaceAll('`', '``')}\``,
    text: (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
    characters: (codes) => `'${codes.map((code) => `\\u${hex(code)}`).join('')}'`,
  },
} as const satisfies Record<SqlDialect, Dialect>;
