import type { InputRow, Problem, RejectedRow, UnusableInput } from './case-row.ts';

/**
 * A row with everything that is wrong with it. One that holds what looks like an identifier makes the whole file
 * unusable: the rows around it hold the same, and nothing of it may be written anywhere.
 */
export function rejectedRow(path: string, problems: readonly Problem[]): RejectedRow | UnusableInput {
  const identifying = problems.filter(({ code }) => code === 'identifying-value');
  const told = identifying.length > 0 ? identifying : problems;
  const sorted = [...told].sort((a, b) => a.line - b.line || a.column - b.column);
  return { kind: identifying.length > 0 ? 'unusable' : 'rejected', path, problems: sorted };
}

/** The rows up to the one that makes the file unusable, if one does. */
export function upToUnusable(rows: readonly InputRow[]): InputRow[] {
  const end = rows.findIndex(({ kind }) => kind === 'unusable');
  return rows.slice(0, end === -1 ? rows.length : end + 1);
}
