import type { UnusableInput } from './case-row.ts';

/** The one thing to say of a file without content. */
export function emptyFile(path: string): UnusableInput {
  const help = '`carestep score --template csv` prints a header to begin with';
  const problem = { line: 1, column: 1, code: 'empty-file', reason: 'the file is empty', help } as const;
  return { kind: 'unusable', path, problems: [problem] };
}
