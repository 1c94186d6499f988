import type { Answers } from './answers.ts';

/** What an example says of a list of ids: that it is exactly these, or what must and must not be in it. */
export type ExpectedIds =
  | { readonly kind: 'exactly'; readonly ids: readonly string[] }
  | { readonly kind: 'among'; readonly includes: readonly string[]; readonly excludes: readonly string[] };

/** The lists of an outcome that an example can speak of. */
export const EXPECTED_LISTS = ['reasons', 'alerts', 'advice', 'rechecks', 'open'] as const;

export type ExpectedList = (typeof EXPECTED_LISTS)[number];

/** What an example expects. Only what is named is compared. Ids are those of rules; in `open`, of questions. */
export interface Expectation extends Readonly<Partial<Record<ExpectedList, ExpectedIds>>> {
  /** Indexes of levels; equal where one level is expected. */
  readonly levels?: { readonly lowest: number; readonly highest: number };
}

/** A case with its expected outcome, written by an author of the rules. */
export interface Example {
  readonly id: string;
  /** The case in a sentence. */
  readonly story?: string;
  readonly answers: Answers;
  /** Absent where nobody claims to know the right outcome: the case must then only be readable. */
  readonly expect?: Expectation;
  readonly path: string;
  readonly line: number;
}

/** Whether the expectation says if `id` is in the list. */
export function speaksOf(expected: ExpectedIds | undefined, id: string): boolean {
  if (expected === undefined) return false;
  return expected.kind === 'exactly' || expected.includes.includes(id) || expected.excludes.includes(id);
}
