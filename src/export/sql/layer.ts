/** One column of a step of the SELECT: its quoted name, its SQL, and lines of comment above it. */
export interface Column {
  readonly name: string;
  readonly sql: string;
  readonly notes?: readonly string[];
}

/** One step of the SELECT: columns that are worked out from those of the steps before it. */
export interface Layer {
  readonly name: string;
  /** What the step does, in a sentence. */
  readonly note: string;
  readonly columns: readonly Column[];
}

/** The indentation of the columns of a step. */
export const COLUMN_INDENT = '    ';

/** The columns of a step, one below the other; `first` are written before them. */
export function columnsText(columns: readonly Column[], first: readonly string[] = []): string {
  const written = columns.map(({ name, sql, notes = [] }) => {
    const above = notes.map((note) => `-- ${note}\n${COLUMN_INDENT}`).join('');
    return `${above}${sql} AS ${name}`;
  });
  return [...first, ...written].map((text) => `${COLUMN_INDENT}${text}`).join(',\n');
}

/** Columns, each of which is worked out once however often it is asked for. */
export class ColumnSet {
  readonly #columns = new Map<string, Column>();

  get columns(): readonly Column[] {
    return [...this.#columns.values()];
  }

  /** INVARIANT: columns of the same name say the same; a RangeError tells of the mistake where they do not. */
  add(column: Column): void {
    const known = this.#columns.get(column.name);
    if (known === undefined) this.#columns.set(column.name, column);
    else if (known.sql !== column.sql) throw new RangeError(`two columns are called ${column.name}`);
  }
}
