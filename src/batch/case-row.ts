import type { Answers } from '../core/answers.ts';

/** Where something stands in a text file: lines and columns count from 1, columns in UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a row, or a whole file, cannot be used. */
export type ProblemCode =
  | 'unknown-answer'
  | 'unmapped-value'
  | 'unknown-question'
  | 'answer-outside'
  | 'unknown-level'
  | 'missing-id'
  | 'duplicate-id'
  | 'unexpected-id'
  | 'not-text'
  | 'not-utf8'
  | 'not-a-case'
  | 'duplicate-key'
  | 'column-count'
  | 'broken-quotes'
  | 'row-too-long'
  | 'invalid-json'
  | 'invalid-yaml'
  | 'file-too-large'
  | 'broken-file'
  | 'not-a-text-file'
  | 'invalid-workbook'
  | 'empty-file'
  | 'line-ends'
  | 'no-question-column'
  | 'unknown-column'
  | 'duplicate-column'
  | 'missing-column'
  | 'identifier-column'
  | 'identifying-value';

/** A problem at its place. `reason` and `help` are lower-case sentences without a final period. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly reason: string;
  readonly help?: string;
  /** All of it as a person reads it, with the line in question; instead of the sentence where there is room. */
  readonly block?: string;
}

/** A row that was read: its id, its answers by question index, and the kept columns in the order of `--keep`. */
export interface CaseRow {
  readonly kind: 'case';
  readonly path: string;
  readonly line: number;
  readonly id: string;
  /** Where the id stands; the row's first column where the line number is the id. */
  readonly idColumn: number;
  readonly answers: Answers;
  readonly kept: readonly string[];
}

/** A row that is left out, and everything that is wrong with it; never an empty list. */
export interface RejectedRow {
  readonly kind: 'rejected';
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** A file that cannot be read, or cannot be read any further: the last thing its reader has to say. */
export interface UnusableInput {
  readonly kind: 'unusable';
  readonly path: string;
  readonly problems: readonly Problem[];
}

export type InputRow = CaseRow | RejectedRow | UnusableInput;

/** Rows in batches, about one a chunk of text, so that the cost of waiting is paid once a chunk and not once a row. */
export type RowBatches = AsyncIterable<readonly InputRow[]>;

/** A file as its readers see it: decoded text in chunks cut anywhere. */
export interface CaseText {
  readonly path: string;
  readonly chunks: AsyncIterable<string>;
}

/** The longest row that is read, in UTF-16 units: whatever a file holds, memory stays bounded. */
export const LONGEST_ROW = 2 ** 20;

/** The problem of a row longer than `LONGEST_ROW`. */
export function rowTooLong(line: number): Problem {
  return {
    line,
    column: 1,
    code: 'row-too-long',
    reason: 'the row is longer than 1 MiB',
    help: 'check that each case ends with a line break',
  };
}
