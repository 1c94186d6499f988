import type { InputFormat } from '../input-format.ts';
import type { CaseSource } from '../opened-file.ts';
import { unusableStarts } from '../read-cases.ts';
import type { Reading } from '../reading.ts';
import { readBlocks } from './read-blocks.ts';
import type { PlacedBatch } from './score-blocks.ts';

/** Reads the cases of several files as `readCases` does, but CSV and NDJSON into blocks. */
export async function* readAllBlocks(
  sources: readonly CaseSource[],
  reading: Reading,
  inputFormat?: InputFormat,
): AsyncGenerator<PlacedBatch, void> {
  const unusable = sources.length > 1 ? await unusableStarts(sources, reading, inputFormat) : [];
  if (unusable.length > 0) {
    yield { batch: { kind: 'rows', rows: unusable }, place: { path: '', idOfLine: String } };
    return;
  }
  for (const source of sources) {
    const { path } = source;
    const idOfLine = (line: number) => (sources.length > 1 ? `${path}:${line}` : String(line));
    for await (const batch of readBlocks(source, reading, inputFormat, idOfLine)) {
      yield { batch, place: { path, idOfLine } };
      if (batch.kind === 'rows' && batch.rows.at(-1)?.kind === 'unusable') return;
    }
  }
}
