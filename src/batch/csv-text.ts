import { stringify } from 'csv-stringify/sync';

const FORMULA = /^[=+\-@\t\r]/;

/** Lines of CSV, cells quoted where RFC 4180 asks for it. */
export function csvText(rows: readonly (readonly string[])[]): string {
  // Most rows need no quotes, and then the library would cost a start more than the scoring of a case.
  if (rows.every(isPlain)) return rows.map((row) => `${row.join(',')}\n`).join('');
  return stringify(rows.map((row) => [...row]));
}

/** A row of one empty cell would look like none. */
function isPlain(row: readonly string[]): boolean {
  return row.length > 1 && row.every((cell) => !/[",\r\n]/.test(cell));
}

/** Whether a spreadsheet would take this text for a formula and run it. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}
