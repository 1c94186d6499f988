import type { InputRow } from '../case-row.ts';
import type { InputFormat } from '../input-format.ts';
import { type CaseSource, type OpenedFile, readOpened } from '../opened-file.ts';
import { READERS } from '../read-cases.ts';
import type { Reading } from '../reading.ts';
import type { BlockReader } from './block-reader.ts';
import type { FastBatch } from './case-block.ts';
import { csvBlockReader } from './csv-block-reader.ts';
import { ndjsonBlockReader } from './ndjson-block-reader.ts';

/** Bytes taken at once, however large the chunks are in which they come. */
const MOST_AT_ONCE = 2 ** 19;

/** The formats that are read from their bytes. */
const BLOCK_READERS: Partial<Record<InputFormat, typeof csvBlockReader>> = {
  csv: csvBlockReader,
  ndjson: ndjsonBlockReader,
};

/**
 * Reads the cases of one file as `readCases` does, but CSV and NDJSON from bytes into blocks. The last thing that a
 * file which cannot be used has to say is a batch of rows that ends in an unusable one.
 */
export async function* readBlocks(
  source: CaseSource,
  reading: Reading,
  inputFormat: InputFormat | undefined,
  idOfLine: (line: number) => string,
): AsyncGenerator<FastBatch, void> {
  const read = ({ format, text, chunks }: OpenedFile) => {
    // Bytes in another encoding mean nothing to a reader of bytes.
    const isUtf8 = new TextDecoder(source.encoding).encoding === 'utf-8';
    const blockReader = isUtf8 ? BLOCK_READERS[format]?.(source.path, reading, idOfLine) : undefined;
    return blockReader === undefined
      ? READERS[format]({ path: source.path, chunks: text }, reading, idOfLine)
      : batchesOf(blockReader, chunks);
  };
  const batches: AsyncIterable<FastBatch | readonly InputRow[]> =
    source.rows?.(reading, idOfLine) ??
    readOpened<FastBatch | readonly InputRow[]>(source, reading, inputFormat, read);
  for await (const batch of batches) {
    const handedOn: FastBatch = 'kind' in batch ? batch : { kind: 'rows', rows: batch };
    yield handedOn;
    if (handedOn.kind === 'rows' && handedOn.rows.at(-1)?.kind === 'unusable') return;
  }
}

async function* batchesOf(
  reader: BlockReader,
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<FastBatch, void> {
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    for (let from = 0; from < bytes.length; from += MOST_AT_ONCE) {
      yield* reader.take(bytes.subarray(from, from + MOST_AT_ONCE));
    }
  }
  yield* reader.end();
}
