import type { InputFormat } from '../input-format.ts';
import type { CaseSource } from '../opened-file.ts';
import { unusableStarts } from '../read-cases.ts';
import type { Reading } from '../reading.ts';
import { lineIdOf } from './block-scorer.ts';
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
    yield { batch: { kind: 'rows', rows: unusable }, place: { path: '', idPrefix: '' } };
    return;
  }
  for (const source of sources) {
    const { path } = source;
    const place = { path, idPrefix: sources.length > 1 ? `${path}:` : '' };
    for await (const batch of readBlocks(source, reading, inputFormat, (line) => lineIdOf(place, line))) {
      yield { batch, place };
      if (batch.kind === 'rows' && batch.rows.at(-1)?.kind === 'unusable') return;
    }
  }
}
