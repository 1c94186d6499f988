import type { Screen } from '../render/screen.ts';

/** A line of keys under a piece of a story. Nothing is asked here, so Enter may go on. */
export function readingScreen(): Screen<'on'> {
  return {
    above: [],
    choices: [],
    below: [],
    keys: [],
    help: [],
    onIdleEnter: { word: 'reads on', event: 'on' },
  };
}
