import { stringify } from 'csv-stringify/sync';

const FORMULA = /^[=+\-@\t\r]/;

/** Lines of CSV, cells quoted where RFC 4180 asks for it. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => [...row]));
}

/** Whether a spreadsheet would take this text for a formula and run it. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}
