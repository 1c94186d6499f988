import type { ScreeningRecord } from './record.ts';

/** One file of a folder of records. */
export type ListedRecord =
  | {
      readonly kind: 'record';
      readonly path: string;
      readonly record: ScreeningRecord;
      /** Of the case's last record only, where its level has an interval. */
      readonly reviewDue: string | undefined;
    }
  | { readonly kind: 'unreadable'; readonly path: string };
