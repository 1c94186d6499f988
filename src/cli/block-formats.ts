import type { CaseWriter, Writing } from '../batch/case-writer.ts';
import { csvForm, ndjsonForm, type RowForm } from '../batch/fast/row-form.ts';
import { CsvWriter } from '../batch/write-csv.ts';
import { ndjsonWriter } from '../batch/write-json.ts';
import type { BlockFormat } from './block-format.ts';

/** How they are written. */
export const BLOCK_FORMATS = {
  csv: { form: csvForm, writer: (writing: Writing): CaseWriter => new CsvWriter(writing) },
  ndjson: { form: ndjsonForm, writer: ndjsonWriter },
} as const satisfies Record<
  BlockFormat,
  { form: (writing: Writing) => RowForm; writer: (writing: Writing) => CaseWriter }
>;
