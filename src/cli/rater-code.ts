import { IDENTIFIER_WORDS } from '../core/identifying-text.ts';
import { caseIdProblem } from '../record/case-id.ts';
import { UsageError } from './usage-error.ts';

/**
 * Refuses a code for a rater that seems to say who it is.
 *
 * @throws UsageError which does not repeat the code.
 */
export function refuseNamedRater(code: string): void {
  const problem = caseIdProblem(code);
  if (problem === undefined) return;
  const help = 'use a code that names nobody, as in `--rater R1`';
  if (problem === 'form') {
    throw new UsageError(
      'the code of a rater is made of at most 40 letters, digits, hyphens, dots and underscores',
      help,
    );
  }
  throw new UsageError(`the code of the rater looks like ${IDENTIFIER_WORDS[problem]}`, help);
}
