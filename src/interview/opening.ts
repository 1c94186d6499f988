import type { RuleSet } from '../core/rule-set.ts';
import { DECISION_SUPPORT_NOTE } from '../render/identity.ts';
import { wrapped } from '../render/text-lines.ts';
import type { Look } from './screen.ts';

/**
 * The lines before the first question: what this is for, what is kept, how to leave, what to do in an emergency.
 * `written` is all that will be kept, each with its place: `the result in x.md`.
 */
export function opening(ruleSet: RuleSet, written: readonly string[], { width, theme }: Look): string[] {
  const stored =
    written.length === 0 ? 'Nothing you enter is stored' : `Nothing is stored but ${written.join(' and ')}`;
  return [
    ...wrapped(`carestep: ${ruleSet.title}. ${DECISION_SUPPORT_NOTE}`, width).map(theme.quiet),
    ...wrapped(`${stored}. Ctrl-C leaves at any time.`, width).map(theme.quiet),
    ...wrapped(`Emergency: ${ruleSet.emergency}`, width),
    '',
  ];
}
