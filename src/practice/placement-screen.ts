import type { RuleSet } from '../core/rule-set.ts';
import { type Choice, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { cut, wrapped } from '../render/text-lines.ts';

/** What a trainee answers: a level (index), or that they are unsure. */
export type PlacementEvent = { readonly kind: 'place'; readonly level: number } | { readonly kind: 'unsure' };

/** The lines that asking takes in a window of usual width, beside one for each level. */
export const ASKING_ROWS = 6;

/** Asks for the level, the most open question first: nothing is marked, and nothing has been told yet. */
export function placementScreen(ruleSet: RuleSet, { width, theme }: Look): Screen<PlacementEvent> {
  return {
    above: [...wrapped('Which level does this person need?', width).map(theme.heading)],
    choices: ruleSet.levels.map(
      ({ name, dose }, level): Choice<PlacementEvent> => ({
        lines: wrapped(name, width - NUMBER_WIDTH),
        detail: [cut(`${' '.repeat(NUMBER_WIDTH)}${dose}`, width)],
        event: { kind: 'place', level },
      }),
    ),
    below: [],
    keys: [{ key: 'u', word: 'unsure', event: { kind: 'unsure' } }],
    help: levelsHelp(ruleSet, width),
    onIdleEnter: 'Enter alone places nobody: type the number of a level first, or u for unsure',
  };
}

/** What each level is and whom it suits. */
function levelsHelp(ruleSet: RuleSet, width: number): string[] {
  return ruleSet.levels.flatMap(({ name, dose, place, suitedFor }, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrapped(name, width),
    ...wrapped(dose, width, '  '),
    ...wrapped(place, width, '  '),
    ...wrapped(`For: ${suitedFor}`, width, '  '),
  ]);
}
