/** The formats whose lines do not depend on each other. */
export type BlockFormat = 'csv' | 'ndjson';

/** Whether cases can be written in this format block by block. */
export function isBlockFormat(format: string): format is BlockFormat {
  return format === 'csv' || format === 'ndjson';
}
