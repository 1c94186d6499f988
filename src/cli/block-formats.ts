import type { CaseWriter, Writing } from '../batch/case-writer.ts';
import { csvForm, ndjsonForm, type RowForm } from '../batch/fast/row-form.ts';
import { CsvWriter } from '../batch/write-csv.ts';
import { ndjsonWriter } from '../batch/write-json.ts';

/** How the formats are written whose lines do not depend on each other. */
export const BLOCK_FORMATS = {
  csv: { form: csvForm, writer: (writing: Writing): CaseWriter => new CsvWriter(writing) },
  ndjson: { form: ndjsonForm, writer: ndjsonWriter },
} as const satisfies Record<
  string,
  { form: (writing: Writing) => RowForm; writer: (writing: Writing) => CaseWriter }
>;

export type BlockFormat = keyof typeof BLOCK_FORMATS;

export function isBlockFormat(format: string): format is BlockFormat {
  return format in BLOCK_FORMATS;
}
