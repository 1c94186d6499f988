import type { Look, Screen } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';

/** What is known of an exam that is not over. */
export interface UnfinishedExam {
  readonly answered: number;
  readonly count: number;
  readonly seed: number;
  readonly rater: string | null;
  /** Its cases can be drawn again as they were. */
  readonly canGoOn: boolean;
}

/** Asked where an exam was interrupted: to go on, or to begin a new one in its place. */
export function examDraftScreen(
  { answered, count, seed, rater, canGoOn }: UnfinishedExam,
  { width, theme }: Look,
): Screen<'go_on' | 'start_over'> {
  const whose = rater === null ? '' : ` of rater ${rater}`;
  const now = canGoOn
    ? 'You can go on with it, or start over: a new exam takes its place.'
    : 'The rules or their vignettes have changed since, so it cannot go on. You can start over: a new exam takes its place.';
  return {
    above: [
      ...wrapped('An exam is not over', width).map(theme.heading),
      ...wrapped(`${answered} of ${count} cases answered, seed ${seed}${whose}. ${now}`, width),
    ],
    choices: [],
    below: [],
    keys: [
      ...(canGoOn ? [{ key: 'g', word: 'go on', event: 'go_on' } as const] : []),
      { key: 's', word: 'start over', event: 'start_over' } as const,
    ],
    help: [],
    onIdleEnter: `Enter alone chooses nothing: press ${canGoOn ? 'g to go on, or ' : ''}s to start over`,
  };
}
