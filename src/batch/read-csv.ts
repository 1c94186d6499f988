import type { CaseText, RowBatches } from './case-row.ts';
import { CsvRecords } from './csv-records.ts';
import { CsvRows } from './csv-rows.ts';
import type { Reading } from './reading.ts';

/**
 * Reads cases from CSV, one a row, the columns in any order. Without an `id` column `idOfLine` makes the ids. A
 * header that cannot be used ends the reading before the first row.
 */
export async function* readCsv(
  { path, chunks }: CaseText,
  reading: Reading,
  idOfLine: (line: number) => string,
): RowBatches {
  const records = new CsvRecords();
  const rowsOf = new CsvRows(path, reading, idOfLine);
  for await (const chunk of chunks) {
    const rows = rowsOf.take(records.take(chunk));
    if (rows.length > 0) yield rows;
    if (rows.at(-1)?.kind === 'unusable') return;
  }
  yield rowsOf.take(records.end());
}
