import type { UnusableInput } from './case-row.ts';

/** The one thing to say of a file without content. */
export function emptyFile(path: string): UnusableInput {
  const help = '`carestep score --template csv` prints a header to begin with';
  const problem = { line: 1, column: 1, code: 'empty-file', reason: 'the file is empty', help } as const;
  return { kind: 'unusable', path, problems: [problem] };
}

/** A file that begins with more white space than is looked through for its first row. */
export function blankFile(path: string): UnusableInput {
  const reason = 'the file begins with more than 1 MiB of white space';
  const help = 'check that it holds what you expect, and begin it with its first row';
  return { kind: 'unusable', path, problems: [{ line: 1, column: 1, code: 'empty-file', reason, help }] };
}
