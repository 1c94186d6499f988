import { printable } from '../render/printable.ts';
import type { Problem } from './case-row.ts';
import { csvText, isFormula } from './csv-text.ts';

/** The header of the file of rejected rows. */
export const REJECTS_HEADER = 'file,line,column,code,reason\n';

interface ProblemsOfFile {
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** The problems of a row as lines of the file of rejected rows. */
export function rejectedCsv({ path, problems }: ProblemsOfFile): string {
  const file = isFormula(path) ? `'${path}` : path;
  return csvText(
    problems.map((problem) => [
      file,
      String(problem.line),
      String(problem.column),
      problem.code,
      sentence(problem),
    ]),
  );
}

/** The problems of a row as a person reads them: `file:line:column: reason`, a line each. */
export function rejectedLines({ path, problems }: ProblemsOfFile): string {
  return problems
    .map((problem) => `${printable(path)}:${problem.line}:${problem.column}: ${sentence(problem)}\n`)
    .join('');
}

/** The problems of a file that cannot be used, each with its help below it. */
export function unusableText({ path, problems }: ProblemsOfFile): string {
  return problems
    .map(({ line, column, reason, help, block }) => {
      if (block !== undefined) return `${block}\n`;
      const place = `${printable(path)}:${line}:${column}`;
      return `error: ${place}: ${reason}\n${help === undefined ? '' : `  help: ${help}\n`}`;
    })
    .join('');
}

function sentence({ reason, help }: Problem): string {
  return help === undefined ? reason : `${reason}; ${help}`;
}
