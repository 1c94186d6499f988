import type { RuleSet } from '../core/rule-set.ts';
import type { KeyAction, Look, Screen } from '../render/screen.ts';
import { cut, wrapped } from '../render/text-lines.ts';
import { type InterviewEvent, type InterviewState, placeBefore } from './interview.ts';
import { rangeSoFar } from './range-so-far.ts';

/** The screen that offers the questions which feed advice only. */
export function offerScreen(
  ruleSet: RuleSet,
  state: InterviewState,
  questions: readonly number[],
  { width, theme }: Look,
): Screen<InterviewEvent> {
  const one = questions.length === 1;
  const count = one ? '1 more question feeds' : `${questions.length} more questions feed`;
  const keys: KeyAction<InterviewEvent>[] = [
    { key: 'y', word: one ? 'answer it' : 'answer them', short: 'answer', event: { kind: 'go_on' } },
    { key: 'n', word: 'leave out', short: 'skip', event: { kind: 'decline' } },
    { key: 'f', word: 'the whole form', short: 'whole form', event: { kind: 'ask_all' } },
  ];
  if (placeBefore(ruleSet, state) !== undefined) {
    keys.push({ key: 'b', word: 'back', event: { kind: 'back' } });
  }
  keys.push({ key: 'r', word: 'review', event: { kind: 'review' } });
  return {
    above: [
      theme.heading(cut('Everything that decides the level has been asked', width)),
      ...wrapped(`${count} advice only: answer ${one ? 'it' : 'them'}?`, width),
    ],
    choices: [],
    below: [theme.quiet(cut(rangeSoFar(ruleSet, state.outcome), width))],
    keys,
    help: [],
    onIdleEnter: 'Enter alone chooses nothing: press y, n or f',
  };
}
