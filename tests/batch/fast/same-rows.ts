import type { InputRow } from '../../../src/batch/case-row.ts';
import { rowOfBlock } from '../../../src/batch/fast/block-row.ts';
import type { FastBatch } from '../../../src/batch/fast/case-block.ts';
import { readBlocks } from '../../../src/batch/fast/read-blocks.ts';
import type { CaseSource } from '../../../src/batch/opened-file.ts';
import { readCases } from '../../../src/batch/read-cases.ts';
import { createReading, type Reading } from '../../../src/batch/reading.ts';
import { type ReadOptions, source } from '../read-text.ts';
import { tiny } from '../tiny-rule-set.ts';

/** The rows of a batch as the full reader gives them. They are copies: the next batch may overwrite the block. */
export function rowsOfBatch(batch: FastBatch, path: string): InputRow[] {
  if (batch.kind === 'rows') return [...batch.rows];
  return Array.from({ length: batch.count }, (_, row) => rowOfBlock(batch, row, path, String));
}

export interface BothReadings {
  readonly fast: InputRow[];
  readonly full: InputRow[];
  /** How many of the fast rows came in blocks. */
  readonly inBlocks: number;
}

/** A file read from its bytes and by the full reader, in chunks of the same sizes. */
export async function readBoth(
  file: CaseSource,
  reading: Reading,
  options: ReadOptions,
): Promise<BothReadings> {
  const full: InputRow[] = [];
  for await (const rows of readCases([file], reading, options.format)) full.push(...rows);
  const fast: InputRow[] = [];
  let inBlocks = 0;
  for await (const batch of readBlocks(file, reading, options.format, String)) {
    if (batch.kind === 'block') inBlocks += batch.count;
    fast.push(...rowsOfBatch(batch, file.path));
  }
  return { fast, full, inBlocks };
}

/** The same for a text under the tiny rule set. */
export function readTextBoth(
  path: string,
  text: string | Uint8Array,
  options: ReadOptions = {},
): Promise<BothReadings> {
  return readBoth(source(path, text, options.chunk), createReading(tiny, options), options);
}
