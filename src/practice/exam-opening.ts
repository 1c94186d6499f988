import type { Look } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';

/** The lines before the first case of an exam: what is kept, and that nothing is told before the end. */
export function examOpening(
  { count, seed, answered }: { readonly count: number; readonly seed: number; readonly answered: number },
  { width, theme }: Look,
): string[] {
  const begun = answered === 0 ? '' : ` You go on after case ${answered}.`;
  return [
    ...wrapped(`Practice exam: ${count} cases, seed ${seed}. Nothing is told before the end.${begun}`, width),
    ...wrapped(
      'Your answers are kept in a draft on this machine until then, so that an interruption costs none. Ctrl-C leaves at any time.',
      width,
    ),
  ].map(theme.quiet);
}
