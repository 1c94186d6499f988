import { type Choice, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';

/** What a trainee answers about two cases. */
export type PairEvent = 'first' | 'second' | 'unsure';

/** The lines that asking takes in a window of usual width. */
export const PAIR_ROWS = 7;

/** Asks which of two cases needs more; nothing is marked. */
export function pairScreen({ width, theme }: Look): Screen<PairEvent> {
  const choice = (event: PairEvent, text: string): Choice<PairEvent> => ({
    lines: wrapped(text, width - NUMBER_WIDTH),
    detail: [],
    event,
  });
  return {
    above: [...wrapped('Which of the two needs more?', width).map(theme.heading)],
    choices: [choice('first', 'The first'), choice('second', 'The second')],
    below: [],
    keys: [{ key: 'u', word: 'unsure', event: 'unsure' }],
    help: [],
    onIdleEnter: 'Enter alone picks none: type 1 or 2 first, or u for unsure',
  };
}
