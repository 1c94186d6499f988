import { CsvRecords } from '../csv-records.ts';
import { CsvRows } from '../csv-rows.ts';
import type { Reading } from '../reading.ts';
import type { TextLine } from '../text-lines.ts';
import { BlockReader, type FullRows, type PlainRows } from './block-reader.ts';
import { PlainCsvRows } from './plain-csv-rows.ts';

/** Reads the cases of a CSV file from its bytes. Without an `id` column `idOfLine` makes the ids of rejected rows. */
export function csvBlockReader(
  path: string,
  reading: Reading,
  idOfLine: (line: number) => string,
): BlockReader {
  return new BlockReader(new FullCsvRows(new CsvRows(path, reading, idOfLine), reading), reading);
}

class FullCsvRows implements FullRows {
  readonly #records = new CsvRecords();
  readonly #rows: CsvRows;
  readonly #reading: Reading;
  #plain: PlainRows | undefined;
  #hasFirstRow = false;
  #isTried = false;

  constructor(rows: CsvRows, reading: Reading) {
    this.#rows = rows;
    this.#reading = reading;
  }

  /** None before the first row, whose id is looked at more closely. */
  get plain(): PlainRows | undefined {
    if (!this.#hasFirstRow || this.#records.isOpen) return undefined;
    if (!this.#isTried) {
      // Not made before a line asks for it: a file of one case has none.
      this.#isTried = true;
      const { columns } = this.#rows;
      this.#plain = columns && PlainCsvRows.of(columns, this.#reading);
    }
    return this.#plain;
  }

  takeLine(line: TextLine, number: number) {
    const rows = this.#rows.take(this.#records.takeLine(line, number));
    this.#hasFirstRow ||= rows.length > 0;
    return rows;
  }

  end() {
    return this.#rows.take(this.#records.end());
  }
}
