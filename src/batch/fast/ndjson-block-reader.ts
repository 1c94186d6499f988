import { NdjsonRows } from '../ndjson-rows.ts';
import type { Reading } from '../reading.ts';
import type { TextLine } from '../text-lines.ts';
import { BlockReader, type FullRows, type PlainRows } from './block-reader.ts';
import { PlainNdjsonRows } from './plain-ndjson-rows.ts';

/** Reads the cases of an NDJSON file from its bytes, each `{ id, answers }` or flat. */
export function ndjsonBlockReader(
  path: string,
  reading: Reading,
  idOfLine: (line: number) => string,
): BlockReader {
  return new BlockReader(new FullNdjsonRows(new NdjsonRows(path, reading, idOfLine), reading), reading);
}

class FullNdjsonRows implements FullRows {
  readonly #rows: NdjsonRows;
  readonly #reading: Reading;
  #plain: PlainRows | undefined;

  constructor(rows: NdjsonRows, reading: Reading) {
    this.#rows = rows;
    this.#reading = reading;
  }

  /** None before the first case, which decides whether the file has ids. */
  get plain(): PlainRows | undefined {
    return this.#plain;
  }

  takeLine(line: TextLine, number: number) {
    const before = this.#rows.hasIds;
    const rows = this.#rows.takeLine(line, number);
    const { hasIds } = this.#rows;
    if (before === undefined && hasIds !== undefined) this.#plain = PlainNdjsonRows.of(this.#reading, hasIds);
    return rows;
  }

  end() {
    return [];
  }
}
