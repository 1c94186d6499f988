import type { CaseText, RowBatches } from './case-row.ts';
import { NdjsonRows } from './ndjson-rows.ts';
import type { Reading } from './reading.ts';
import { type TextLine, TextLines } from './text-lines.ts';

/** Reads cases from NDJSON, one a line, each either `{ id, answers }` or flat. Empty lines are passed over. */
export async function* readNdjson(
  { path, chunks }: CaseText,
  reading: Reading,
  idOfLine: (line: number) => string,
): RowBatches {
  const rowsOf = new NdjsonRows(path, reading, idOfLine);
  const lines = new TextLines();
  let line = 0;
  const readLines = (texts: readonly TextLine[]) => texts.flatMap((text) => rowsOf.takeLine(text, ++line));

  for await (const chunk of chunks) {
    const rows = readLines(lines.take(chunk));
    if (rows.length > 0) yield rows;
    if (rows.at(-1)?.kind === 'unusable') return;
  }
  yield readLines(lines.end());
}
