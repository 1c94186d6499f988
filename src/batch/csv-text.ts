const NEEDS_QUOTES = /[",\r\n]/;
const FORMULA = /^[=+\-@\t\r]/;

/** One cell of CSV, quoted where RFC 4180 asks for it. */
function csvCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of CSV with its line end. A line of one empty cell is quoted, so that it is not an empty line. */
export function csvLine(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === '' ? '""\n' : `${cells.map(csvCell).join(',')}\n`;
}

/** Whether a spreadsheet would take this text for a formula and run it. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}
