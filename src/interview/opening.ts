import type { RuleSet } from '../core/rule-set.ts';
import { DECISION_SUPPORT_NOTE } from '../render/identity.ts';
import { wrapped } from '../render/text-lines.ts';
import type { Look } from './screen.ts';

/**
 * The lines before the first question: what this is for, what is kept, how to leave, what to do in an emergency.
 * `resultFile` is the one thing that will be written, if any.
 */
export function opening(ruleSet: RuleSet, resultFile: string | undefined, { width, theme }: Look): string[] {
  const stored =
    resultFile === undefined
      ? 'Nothing you enter is stored'
      : `Nothing is stored but the result, in ${resultFile}`;
  return [
    ...wrapped(`carestep: ${ruleSet.title}. ${DECISION_SUPPORT_NOTE}`, width).map(theme.quiet),
    ...wrapped(`${stored}. Ctrl-C leaves at any time.`, width).map(theme.quiet),
    ...wrapped(`Emergency: ${ruleSet.emergency}`, width),
    '',
  ];
}
