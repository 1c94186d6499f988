/** What each exit code tells a script; the only place where the numbers stand. */
export const EXIT = {
  /** The command did what was asked. */
  done: 0,
  /** The command worked and found something: a rejected row, a failed check. */
  findings: 1,
  /** A wrong command line, or a file that cannot be read or is not valid. */
  usage: 2,
  /** The answers leave more than one level possible. */
  open: 3,
  /** An alert is in force. */
  alert: 4,
  /** A mistake in carestep itself. */
  bug: 70,
  /** The person stopped the command. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const PRECEDENCE = [EXIT.bug, EXIT.cancelled, EXIT.usage, EXIT.findings, EXIT.alert, EXIT.open] as const;

/** The one code to exit with when several apply: the one a script must not overlook; `done` if none does. */
export function firstThatApplies(codes: Iterable<ExitCode>): ExitCode {
  const given = new Set(codes);
  return PRECEDENCE.find((code) => given.has(code)) ?? EXIT.done;
}
