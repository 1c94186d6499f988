import { csvText, isFormula } from '../batch/csv-text.ts';
import { OUTPUT_COLUMNS } from '../batch/outcome-fields.ts';

/** Writes rows as they come from the exported SELECT. */
export interface DuckDBText {
  readonly begin: string;
  /** `fields` are `level` to `rechecks`, in the order of the columns, lists as CSV has them. */
  readonly row: (id: string, fields: readonly string[], kept: readonly string[]) => string;
  /** How many copied texts a spreadsheet would have run. */
  readonly neutralized: number;
}

/** The columns of the output: those of the plain engine but `open`, which the SELECT does not work out. */
const DUCKDB_COLUMNS = OUTPUT_COLUMNS.filter((column) => column !== 'open');

/** Writes CSV, as the plain engine does. */
export class DuckDBCsv implements DuckDBText {
  readonly begin: string;
  readonly #identity: string;
  neutralized = 0;

  constructor(identity: string, keep: readonly string[]) {
    this.#identity = identity;
    this.begin = csvText([[...DUCKDB_COLUMNS, ...keep.map((name) => this.#copied(name))]]);
  }

  row(id: string, fields: readonly string[], kept: readonly string[]): string {
    const cells = [this.#copied(id), ...fields, this.#identity, ...kept.map((text) => this.#copied(text))];
    // Most cells need no quotation marks, and finding that out for all at once is quick.
    return /["\r\n]/.test(id + kept.join('')) || [id, ...kept].some((text) => text.includes(','))
      ? csvText([cells])
      : `${cells.join(',')}\n`;
  }

  #copied(text: string): string {
    if (!isFormula(text)) return text;
    this.neutralized++;
    return `'${text}`;
  }
}

/** Writes NDJSON, as the plain engine does. */
export function duckdbNdjson(identity: string, keep: readonly string[]): DuckDBText {
  return {
    begin: '',
    neutralized: 0,
    row: (id, [level = '', lowest, highest, alerts, reasons, advice, rechecks], kept) =>
      `${JSON.stringify({
        id,
        level: level === '' ? null : level,
        lowest,
        highest,
        alerts: listOf(alerts),
        reasons: listOf(reasons).map((rules) => rules.split('|')),
        advice: listOf(advice),
        rechecks: listOf(rechecks),
        rule_set: identity,
        ...(keep.length > 0 && {
          kept: Object.fromEntries(keep.map((name, index) => [name, kept[index] ?? ''])),
        }),
      })}\n`,
  };
}

function listOf(text = ''): string[] {
  return text === '' ? [] : text.split(';');
}
