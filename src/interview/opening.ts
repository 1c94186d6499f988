import type { RuleSet } from '../core/rule-set.ts';
import { DECISION_SUPPORT_NOTE } from '../render/identity.ts';
import type { Look } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';

/** What will be kept of an interview. */
export interface KeptThings {
  /** A draft of the answers, until the result. */
  readonly draft: boolean;
  /** Each with its place: `the result in x.md`. */
  readonly written: readonly string[];
}

/** The lines before the first question: what this is for, what is kept, how to leave, what to do in an emergency. */
export function opening(ruleSet: RuleSet, kept: KeptThings, { width, theme }: Look): string[] {
  return [
    ...wrapped(`carestep: ${ruleSet.title}. ${DECISION_SUPPORT_NOTE}`, width).map(theme.quiet),
    ...wrapped(`${keptText(kept)} Ctrl-C leaves at any time.`, width).map(theme.quiet),
    ...wrapped(`Emergency: ${ruleSet.emergency}`, width),
    '',
  ];
}

function keptText({ draft, written }: KeptThings): string {
  const but = written.length === 0 ? '' : ` but ${written.join(' and ')}`;
  if (draft) {
    const more = written.length === 0 ? 'nothing is stored' : `nothing is stored${but}`;
    return `Until the result, your answers are kept in a draft on this machine that only you can read; after it, ${more}.`;
  }
  return written.length === 0 ? 'Nothing you enter is stored.' : `Nothing is stored${but}.`;
}
