import { OPEN } from '../core/answers.ts';
import type { Question, RuleSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { type Choice, type KeyAction, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { aligned, cut, wrapped } from '../render/text-lines.ts';
import { disagreementsOf } from './disagreements.ts';
import {
  answersInUse,
  asked,
  type InterviewEvent,
  type InterviewState,
  isCarriedOver,
  placeBefore,
  questionsAhead,
} from './interview.ts';
import { questionsLeft } from './next-question.ts';
import { rangeSoFar } from './range-so-far.ts';

/** The screen on which any answer can be corrected before the result. */
export function reviewScreen(
  compiled: CompiledRuleSet,
  state: InterviewState,
  { width, theme }: Look,
): Screen<InterviewEvent> {
  const { ruleSet } = compiled;
  const choices = reviewChoices(ruleSet, state, width);
  const ahead = questionsAhead(compiled, state).length;
  const isAnyCarried = ruleSet.questions.some((_, index) => isCarriedOver(state, index));
  const how = [
    choices.length === 0
      ? 'No answer has been given yet.'
      : 'A number and Enter opens an answer to correct it.',
    ...(isAnyCarried ? ['Those with a date were carried over from that day: check each.'] : []),
  ].join(' ');
  return {
    above: [
      theme.heading(cut('Review before the result', width)),
      ...disagreementsOf(ruleSet, state, state.outcome.rechecks).flatMap(({ says }) =>
        wrapped(says, width, 'Look again: ').map(theme.caution),
      ),
      ...wrapped(how, width),
      '',
    ],
    choices,
    below: [theme.quiet(cut(rangeSoFar(ruleSet, state.outcome), width))],
    keys: reviewKeys(ruleSet, state, ahead, questionsLeft(asked(compiled, state), 'all').length > 0),
    help: [],
    onIdleEnter: 'Enter alone chooses nothing: press s for the result, or type a number',
  };
}

function reviewChoices(ruleSet: RuleSet, state: InterviewState, width: number): Choice<InterviewEvent>[] {
  const inUse = answersInUse(ruleSet, state);
  const given = ruleSet.questions.flatMap((question, index) => {
    const answer = state.answers[index] ?? OPEN;
    if (answer === OPEN && !state.unknown.has(index)) return [];
    const isIdle = answer !== OPEN && inUse[index] === OPEN;
    const text = answerText(question, answer, isIdle);
    const day = isCarriedOver(state, index) ? `(${state.earlier?.day}) ` : '';
    const note = state.notes[question.id];
    return [{ index, title: question.title, text: `${day}${text}`, note }];
  });
  const titles = aligned(given.map(({ title }) => title));
  return given.map(({ index, text, note }, row) => ({
    lines: [
      cut(`${titles[row]}  ${text}`, width - NUMBER_WIDTH),
      ...(note === undefined ? [] : wrapped(note, width - NUMBER_WIDTH, '  note: ')),
    ],
    detail: [],
    event: { kind: 'correct', question: index },
  }));
}

function answerText(question: Question, answer: number, isIdle: boolean): string {
  const label = question.answers[answer]?.label ?? 'unknown';
  return isIdle ? `(does not apply now) ${label}` : label;
}

function reviewKeys(
  ruleSet: RuleSet,
  state: InterviewState,
  ahead: number,
  canAskMore: boolean,
): KeyAction<InterviewEvent>[] {
  const keys: KeyAction<InterviewEvent>[] = [
    { key: 's', word: 'see the result', short: 'result', event: { kind: 'stop' } },
  ];
  if (ahead > 0) {
    keys.push({ key: 'g', word: `go on (${ahead} left)`, event: { kind: 'go_on' } });
  } else if (canAskMore) {
    keys.push({ key: 'f', word: 'the whole form', short: 'whole form', event: { kind: 'ask_all' } });
  }
  if (placeBefore(ruleSet, state) !== undefined) {
    keys.push({ key: 'b', word: 'back', event: { kind: 'back' } });
  }
  return keys;
}
