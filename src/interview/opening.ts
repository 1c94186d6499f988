import type { RuleSet } from '../core/rule-set.ts';
import { wrapped } from '../render/text-lines.ts';
import type { Look } from './screen.ts';

/** The lines before the first question: what this is for, what is kept, what to do in an emergency, how to leave. */
export function opening(ruleSet: RuleSet, { width, theme }: Look): string[] {
  return [
    ...wrapped(
      `carestep · ${ruleSet.title} ${ruleSet.version} · supports a clinician's judgement, does not replace it`,
      width,
    ).map(theme.quiet),
    ...wrapped('Nothing you enter is stored. Ctrl-C leaves at any time.', width).map(theme.quiet),
    ...wrapped(`Emergency: ${ruleSet.emergency}`, width),
    '',
  ];
}
