import type { ScreeningRecord } from '../core/record.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { DECISION_SUPPORT_NOTE, identityText, type RuleSetIdentity } from './identity.ts';
import { labelled } from './labelled.ts';
import {
  recordedAnswer,
  recordedNeed,
  recordedPlacement,
  recordedQuestion,
  recordedReason,
} from './recorded-words.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/**
 * A record as it stands, for when the rules have changed and nothing can be worked out again: rules by id, names of
 * questions and levels from the present rules where they still have them.
 */
export function renderRecordedPage(
  record: ScreeningRecord,
  { ruleSet, identity }: { readonly ruleSet: RuleSet; readonly identity: RuleSetIdentity },
  { width, theme }: { readonly width: number; readonly theme: Theme },
): string {
  const { outcome, agreement, answers, notes } = record;
  const at = labelled(width, theme);
  const part = (label: string, texts: readonly string[]) =>
    texts.length === 0
      ? []
      : at.beside(
          label,
          texts.flatMap((text) => wrapped(text, at.room, '· ')),
        );
  const changed = `Screened with ${identityText(record.rule_set)}; the rules are now ${identityText(identity)}. This is what was recorded: rules stand as ids, and names are those of today.`;
  const given = Object.entries(answers).map(
    ([question, answer]) =>
      `${recordedQuestion(ruleSet, question)}: ${recordedAnswer(ruleSet, question, answer)}`,
  );
  const overridden =
    agreement.decision === 'overridden'
      ? [`${recordedReason(ruleSet, agreement.reason)}: ${agreement.note}`]
      : [];
  const lines = [
    ...wrapped(`Case ${record.case} · ${record.day}`, width).map(theme.quiet),
    ...wrapped(changed, width).map(theme.caution),
    '',
    ...at.parts('Need', [recordedNeed(ruleSet, outcome)]),
    ...at.parts('Placement', [recordedPlacement(ruleSet, agreement), ...overridden]),
    '',
    ...part('Alerts', outcome.alerts),
    ...part(
      'Reasons',
      outcome.reasons.map(({ rules }) => rules.join(' or ')),
    ),
    ...part('Advice', outcome.advice),
    ...part('Check again', outcome.rechecks),
    ...part(
      'Open',
      outcome.open.map((question) => recordedQuestion(ruleSet, question)),
    ),
    ...part('Answers', given),
    ...part(
      'Notes',
      Object.entries(notes).map(([question, note]) => `${recordedQuestion(ruleSet, question)}: ${note}`),
    ),
    '',
    ...wrapped(DECISION_SUPPORT_NOTE, width).map(theme.quiet),
  ];
  return `${lines.join('\n')}\n`;
}
