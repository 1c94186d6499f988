import type { Screen } from '../render/screen.ts';

/** What a trainee does under the feedback. */
export type NextEvent = 'next' | 'all';

/** A line of keys under what was printed. Nothing is asked here, so Enter may go on. */
export function nextScreen(isLast: boolean, isFolded: boolean): Screen<NextEvent> {
  return {
    above: [],
    choices: [],
    below: [],
    keys: isFolded ? [{ key: 'm', word: 'more', event: 'all' }] : [],
    help: [],
    onIdleEnter: { word: isLast ? 'ends' : 'goes on', event: 'next' },
  };
}
