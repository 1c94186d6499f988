/** A stretch of one line of a file. Lines and columns count from 1, columns in UTF-16 units, as editors do. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** At least 1; a longer text is marked up to the end of its first line. */
  readonly length: number;
}

export type Severity = 'error' | 'warning';

/** Every kind of problem in a rule set's files. With an error there is no rule set; a warning leaves it usable. */
const SEVERITIES = {
  'file-too-large': 'error',
  'too-deep': 'error',
  'control-character': 'error',
  'yaml-syntax': 'error',
  'empty-file': 'error',
  'several-documents': 'error',
  directive: 'error',
  anchor: 'error',
  alias: 'error',
  'merge-key': 'error',
  tag: 'error',
  'null-value': 'error',
  'duplicate-key': 'error',
  'unquoted-yes-no': 'error',
  'unquoted-version': 'error',
  'comment-in-text': 'error',
  'unknown-key': 'error',
  'missing-key': 'error',
  'wrong-type': 'error',
  'wrong-value': 'error',
  'blank-text': 'error',
  'empty-list': 'error',
  'too-few-items': 'error',
  'too-many-items': 'error',
  'bad-id': 'error',
  'missing-header': 'error',
  'missing-file': 'error',
  'unlisted-file': 'error',
  'wrong-dimension': 'error',
  'duplicate-id': 'error',
  'reserved-id': 'error',
  'wrong-prefix': 'error',
  'unknown-question': 'error',
  'unknown-answer': 'error',
  'unknown-level': 'error',
  'unknown-source': 'error',
  'unknown-rule': 'error',
  'unknown-finding': 'error',
  'not-a-level-rule': 'error',
  'no-rule-kind': 'error',
  'several-rule-kinds': 'error',
  'rule-out-edge-level': 'error',
  'outcome-test-outside-advise': 'error',
  'range-on-nominal': 'error',
  'empty-range': 'error',
  'empty-condition': 'error',
  'count-out-of-range': 'error',
  'repeated-item': 'error',
  'cyclic-applies-when': 'error',
  'impossible-applies-when': 'error',
  'no-claim': 'error',
  'several-claims': 'error',
  'test-never-fails': 'warning',
  'unused-source': 'warning',
  'lone-group': 'warning',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof SEVERITIES;

/** All codes, for tests and documentation that must name each of them. */
export const DIAGNOSTIC_CODES: readonly string[] = Object.keys(SEVERITIES);

/** A problem in a file: one lower-case sentence, and in `help` what to do about it. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
}

/** Takes each problem as it is found. */
export type Report = (diagnostic: Diagnostic) => void;

export function diagnostic(code: DiagnosticCode, place: Place, message: string, help?: string): Diagnostic {
  const { path, line, column, length } = place;
  const problem = { code, severity: SEVERITIES[code], path, line, column, length, message };
  return help === undefined ? problem : { ...problem, help };
}

/** By file, line and column; of several at one place only the first found, since the others follow from it. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = new Map<string, Diagnostic>();
  for (const problem of diagnostics) {
    const spot = `${problem.line}:${problem.column}:${problem.path}`;
    if (!first.has(spot)) first.set(spot, problem);
  }
  return [...first.values()].sort(comparePlaces);
}

/** Orders by file, line and column. */
export function comparePlaces(a: Place, b: Place): number {
  return Number(a.path > b.path) - Number(a.path < b.path) || a.line - b.line || a.column - b.column;
}
