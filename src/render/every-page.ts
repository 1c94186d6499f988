import { alertOf } from '../core/rule-set.ts';
import { type ExplainedCase, ruleWithId } from './explained-case.ts';
import { DECISION_SUPPORT_NOTE, identityText } from './identity.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** What stands on top of a page about a case with an alert: each alert, then what to do. Empty without one. */
export function emergencyLines(
  { ruleSet, explanation }: ExplainedCase,
  width: number,
  theme: Theme,
): string[] {
  const found = explanation.outcome.alerts.map((id) => alertOf(ruleWithId(ruleSet, id)) ?? '');
  if (found.length === 0) return [];
  return [
    ...found.flatMap((text) => wrapped(text, width, 'ALERT: ')).map(theme.alert),
    ...wrapped(ruleSet.emergency, width).map(theme.strong),
    '',
  ];
}

/** What stands at the foot of every page: which rules decided, and that they only support a judgment. */
export function identityLines({ identity }: ExplainedCase, width: number, theme: Theme): string[] {
  return wrapped(`${identityText(identity)} · ${DECISION_SUPPORT_NOTE}`, width).map(theme.quiet);
}
