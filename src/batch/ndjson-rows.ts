import { caseFromTree, type TreeFile } from './case-from-tree.ts';
import { type InputRow, rowTooLong } from './case-row.ts';
import { readJson, skipSpace } from './json-tree.ts';
import type { Reading } from './reading.ts';
import type { TextLine } from './text-lines.ts';

/** Turns the lines of an NDJSON file into rows. Empty lines are passed over. */
export class NdjsonRows {
  readonly #file: TreeFile;
  readonly #reading: Reading;
  #isUnusable = false;

  /** Where the first case has no id, `idOfLine` makes the ids. */
  constructor(path: string, reading: Reading, idOfLine: (line: number) => string) {
    this.#file = { path, flat: true, idOfLine };
    this.#reading = reading;
  }

  /** Whether the cases have ids, once the first of them has been read. */
  get hasIds(): boolean | undefined {
    return this.#file.hasIds;
  }

  /** The row of a line, if it holds one; no more rows after one that makes the file unusable. */
  takeLine(text: TextLine, line: number): InputRow[] {
    if (this.#isUnusable) return [];
    if (text === null) return [{ kind: 'rejected', path: this.#file.path, problems: [rowTooLong(line)] }];
    if (text.trim() === '') return [];
    const row = readLine(text, line, this.#file, this.#reading);
    this.#isUnusable = row.kind === 'unusable';
    return [row];
  }
}

function readLine(text: string, line: number, file: TreeFile, reading: Reading): InputRow {
  const placeOf = (at: number) => ({ line, column: at + 1 });
  const result = readJson(text);
  if (!result.ok) return invalidLine(file.path, line, result.at, result.reason);
  const end = skipSpace(text, result.end);
  if (end < text.length) return invalidLine(file.path, line, end, 'text follows the case');
  return caseFromTree(result.tree, placeOf, file, reading);
}

function invalidLine(path: string, line: number, at: number, reason: string): InputRow {
  const help = 'write one whole JSON object on each line';
  return { kind: 'rejected', path, problems: [{ line, column: at + 1, code: 'invalid-json', reason, help }] };
}
