import { alertOf, type RuleSet } from '../core/rule-set.ts';
import type { KeyAction, Look, Screen } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';
import { type InterviewEvent, type InterviewState, placeBefore } from './interview.ts';

/** The screen of an emergency: what was found, what to do, and the choice to stop or go on. */
export function alertScreen(
  ruleSet: RuleSet,
  state: InterviewState,
  alerts: readonly string[],
  { width, theme }: Look,
): Screen<InterviewEvent> {
  const found = ruleSet.rules
    .filter((rule) => alerts.includes(rule.id))
    .flatMap((rule) => alertOf(rule) ?? []);
  const keys: KeyAction<InterviewEvent>[] = [
    { key: 's', word: 'stop and see the result', short: 'stop', event: { kind: 'stop' } },
    { key: 'g', word: 'go on', event: { kind: 'go_on' } },
  ];
  if (placeBefore(ruleSet, state) !== undefined) {
    keys.push({ key: 'b', word: 'back to correct it', short: 'back', event: { kind: 'back' } });
  }
  return {
    above: [
      ...found.flatMap((text) => wrapped(text, width, 'ALERT: ')).map(theme.alert),
      '',
      ...wrapped(ruleSet.emergency, width).map(theme.strong),
    ],
    choices: [],
    below: [],
    keys,
    help: [],
    onIdleEnter: 'Enter alone chooses nothing: press s to stop, or g to go on',
  };
}
