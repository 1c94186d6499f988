import { OPEN } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { questionAt } from '../render/answer-text.ts';
import { type Choice, type KeyAction, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { aligned, cut, wrapped } from '../render/text-lines.ts';
import { disagreementsOf } from './disagreements.ts';
import { type InterviewEvent, type InterviewState, placeBefore } from './interview.ts';
import { rangeSoFar } from './range-so-far.ts';

/** The screen on which answers disagree: each can be opened to correct it, or all stay as they are. */
export function recheckScreen(
  ruleSet: RuleSet,
  state: InterviewState,
  rechecks: readonly string[],
  { width, theme }: Look,
): Screen<InterviewEvent> {
  const found = disagreementsOf(ruleSet, state, rechecks);
  const questions = [...new Set(found.flatMap((each) => each.questions))].sort((a, b) => a - b);
  const keys: KeyAction<InterviewEvent>[] = [
    { key: 'g', word: 'each is right, go on', short: 'go on', event: { kind: 'go_on' } },
  ];
  if (placeBefore(ruleSet, state) !== undefined) {
    keys.push({ key: 'b', word: 'back', event: { kind: 'back' } });
  }
  keys.push({ key: 'r', word: 'review', event: { kind: 'review' } });
  return {
    above: [
      theme.heading(cut('These answers disagree', width)),
      ...found.flatMap(({ says }) => wrapped(says, width).map(theme.caution)),
      ...wrapped('A number and Enter opens an answer to correct it. If each is right, go on.', width),
      '',
    ],
    choices: choicesOf(ruleSet, state, questions, width),
    below: [theme.quiet(cut(rangeSoFar(ruleSet, state.outcome), width))],
    keys,
    help: [],
    onIdleEnter: 'Enter alone chooses nothing: type the number of an answer, or press g to go on',
  };
}

function choicesOf(
  ruleSet: RuleSet,
  { answers }: InterviewState,
  questions: readonly number[],
  width: number,
): Choice<InterviewEvent>[] {
  const titles = aligned(questions.map((index) => questionAt(ruleSet, index).title));
  return questions.map((index, row) => {
    const label = questionAt(ruleSet, index).answers[answers[index] ?? OPEN]?.label ?? '';
    return {
      lines: [cut(`${titles[row]}  ${label}`, width - NUMBER_WIDTH)],
      detail: [],
      event: { kind: 'correct', question: index },
    };
  });
}
