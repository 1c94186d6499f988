import type { Look, Screen } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';

/** Asked before a trainee's progress is erased. */
export function eraseScreen(entries: number, hasExam: boolean, { width, theme }: Look): Screen<'erase'> {
  const cases = entries === 1 ? '1 case' : `${entries} cases and pairs`;
  const what = hasExam ? `${cases}, and an exam that is not over` : cases;
  return {
    above: [
      ...wrapped(`Erase what is kept of your practice (${what})?`, width).map(theme.heading),
      ...wrapped('It cannot be brought back. `carestep practice export FILE` would keep a copy.', width),
    ],
    choices: [],
    below: [],
    keys: [{ key: 'e', word: 'erase', event: 'erase' }],
    help: [],
    onIdleEnter: 'Enter alone erases nothing: press e to erase, or q to leave it',
  };
}
