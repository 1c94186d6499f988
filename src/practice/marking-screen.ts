import type { Answers } from '../core/answers.ts';
import { OPEN } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { questionAt } from '../render/answer-text.ts';
import { type Choice, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { aligned, cut, wrapped } from '../render/text-lines.ts';

/** What a trainee does while marking the answers that decide. */
export type MarkingEvent =
  | { readonly kind: 'turn'; readonly question: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'back' };

/** Lists the answers of a case; Enter marks one, or takes its mark away. */
export function markingScreen(
  ruleSet: RuleSet,
  answers: Answers,
  { markable, marked }: { readonly markable: readonly number[]; readonly marked: ReadonlySet<number> },
  { width, theme }: Look,
): Screen<MarkingEvent> {
  const titles = aligned(markable.map((index) => questionAt(ruleSet, index).title));
  const count = marked.size === 0 ? 'none yet' : `${marked.size} so far`;
  return {
    above: [
      ...wrapped(`Which answers decide it? (${count})`, width).map(theme.heading),
      ...wrapped('A number and Enter marks one, or takes the mark away; d is done.', width),
      '',
    ],
    choices: markable.map((question, row): Choice<MarkingEvent> => {
      const label = questionAt(ruleSet, question).answers[answers[question] ?? OPEN]?.label ?? '';
      const mark = marked.has(question) ? '✓' : ' ';
      return {
        lines: [cut(`${mark} ${titles[row]}  ${label}`, width - NUMBER_WIDTH)],
        detail: [],
        event: { kind: 'turn', question },
      };
    }),
    below: [],
    keys: [
      { key: 'd', word: marked.size === 0 ? 'none decides' : 'done', short: 'done', event: { kind: 'done' } },
      { key: 'b', word: 'back to the level', short: 'back', event: { kind: 'back' } },
    ],
    help: [],
    onIdleEnter: 'Enter alone marks nothing: type the number of an answer, or d when you are done',
  };
}
