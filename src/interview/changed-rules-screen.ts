import type { Look, Screen } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';

/** Asked where the rules are no longer those with which an interview was begun: its answers are not used with others. */
export function changedRulesScreen(
  before: string,
  now: string,
  { width, theme }: Look,
): Screen<'start_over'> {
  return {
    above: [
      ...wrapped('The rules have changed since this interview was begun', width).map(theme.heading),
      ...wrapped(before, width, 'then: '),
      ...wrapped(now, width, 'now:  '),
      ...wrapped(
        'Its answers are not used with other rules. You can start over, and the new answers take the place of the old ones; or leave, and bring the former rules back.',
        width,
      ),
    ],
    choices: [],
    below: [],
    keys: [{ key: 's', word: 'start over', event: 'start_over' }],
    help: [],
    onIdleEnter: 'Enter alone chooses nothing: press s to start over, or q to leave',
  };
}
