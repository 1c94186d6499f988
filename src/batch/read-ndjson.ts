import { caseFromTree, type TreeFile } from './case-from-tree.ts';
import { type CaseText, type InputRow, type RowBatches, rowTooLong } from './case-row.ts';
import { readJson, skipSpace } from './json-tree.ts';
import type { Reading } from './reading.ts';
import { type TextLine, TextLines } from './text-lines.ts';

/** Reads cases from NDJSON, one a line, each either `{ id, answers }` or flat. Empty lines are passed over. */
export async function* readNdjson(
  { path, chunks }: CaseText,
  reading: Reading,
  idOfLine: (line: number) => string,
): RowBatches {
  const file: TreeFile = { path, flat: true, idOfLine };
  const lines = new TextLines();
  let line = 0;

  function readLines(texts: readonly TextLine[]): InputRow[] {
    return texts.flatMap((text) => {
      line++;
      if (text !== null && text.trim() === '') return [];
      return [text === null ? tooLong(path, line) : readLine(text, line, file, reading)];
    });
  }

  for await (const chunk of chunks) {
    const rows = readLines(lines.take(chunk));
    if (rows.length > 0) yield rows;
  }
  yield readLines(lines.end());
}

function readLine(text: string, line: number, file: TreeFile, reading: Reading): InputRow {
  const placeOf = (at: number) => ({ line, column: at + 1 });
  const result = readJson(text);
  if (!result.ok) return invalidLine(file.path, line, result.at, result.reason);
  const end = skipSpace(text, result.end);
  if (end < text.length) return invalidLine(file.path, line, end, 'text follows the case');
  return caseFromTree(result.tree, placeOf, file, reading);
}

function tooLong(path: string, line: number): InputRow {
  return { kind: 'rejected', path, problems: [rowTooLong(line)] };
}

function invalidLine(path: string, line: number, at: number, reason: string): InputRow {
  const help = 'write one whole JSON object on each line';
  return { kind: 'rejected', path, problems: [{ line, column: at + 1, code: 'invalid-json', reason, help }] };
}
