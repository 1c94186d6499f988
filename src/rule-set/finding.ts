import type { Place, Severity } from './diagnostic.ts';

/** The parts of a file that have `accept`. */
export type AcceptingPart = 'rule' | 'question';

/**
 * Every kind of finding of the checker. An error means that the rules do not do what they say; a warning, that they
 * say something twice or for nothing. `acceptedOn` lists the parts of a file that
 * can accept it with a reason.
 */
const FINDINGS = {
  'never-holds': { severity: 'error', acceptedOn: ['rule'] },
  'always-holds': { severity: 'warning', acceptedOn: ['rule', 'question'] },
  'never-decides': { severity: 'warning', acceptedOn: ['rule'] },
  implied: { severity: 'warning', acceptedOn: ['rule'] },
  'alert-without-last-level': { severity: 'warning', acceptedOn: ['rule'] },
  'count-unreachable': { severity: 'error', acceptedOn: ['rule', 'question'] },
  'test-never-matters': { severity: 'warning', acceptedOn: ['rule', 'question'] },
  'question-never-matters': { severity: 'warning', acceptedOn: ['question'] },
  'answers-not-told-apart': { severity: 'warning', acceptedOn: ['question'] },
  'level-unreachable': { severity: 'error', acceptedOn: [] },
  'vacuous-guarantee': { severity: 'error', acceptedOn: [] },
  'acceptance-not-needed': { severity: 'warning', acceptedOn: [] },
} as const satisfies Record<string, { severity: Severity; acceptedOn: readonly AcceptingPart[] }>;

export type FindingCode = keyof typeof FINDINGS;

/** All codes, for tests and documentation that must name each of them. */
export const FINDING_CODES: readonly string[] = Object.keys(FINDINGS);

/** Something in a rule set that holds over all cases and is probably not meant: a sentence, and what to do about it. */
export interface Finding extends Place {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  /** A case that shows it: of all such cases the one nearest to the first answer to every question. */
  readonly example?: ExampleCase;
  /** Why the author means it so. */
  readonly accepted?: string;
}

/** A complete case and what it leads to. */
export interface ExampleCase {
  /** Question and answer ids, in question order; questions that do not apply are left out. */
  readonly answers: Readonly<Record<string, string>>;
  /** The same without the questions that have their first answer. */
  readonly notFirst: Readonly<Record<string, string>>;
  /** The id of its level. */
  readonly level: string;
}

export function severityOf(code: FindingCode): Severity {
  return FINDINGS[code].severity;
}

/** The codes of the findings that this part of a file can accept. */
export function acceptableOn(part: AcceptingPart): readonly string[] {
  return Object.entries(FINDINGS).flatMap(([code, { acceptedOn }]) =>
    acceptedOn.some((accepting) => accepting === part) ? [code] : [],
  );
}
