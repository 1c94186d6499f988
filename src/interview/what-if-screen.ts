import { OPEN } from '../core/answers.ts';
import { alertOf } from '../core/rule-set.ts';
import { changesText, questionAt } from '../render/answer-text.ts';
import { type ExplainedCase, ruleWithId } from '../render/explained-case.ts';
import { rangeWords } from '../render/level-word.ts';
import { type Choice, type KeyAction, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { aligned, cut, wrapped } from '../render/text-lines.ts';
import { changeableQuestions, type WhatIfEvent, type WhatIfStep } from './what-if.ts';

/** The result on which other answers are tried. */
export interface TriedResult {
  readonly given: ExplainedCase;
  /** What it was last compared with. */
  readonly changed?: ExplainedCase;
  /** Something is asked after this. */
  readonly goesOn: boolean;
}

const BACK: KeyAction<WhatIfEvent> = { key: 'b', word: 'back', event: { kind: 'back' } };

/** The screens on which one answer is changed to see what it would lead to. */
export function whatIfScreen(
  result: TriedResult,
  step: Exclude<WhatIfStep, { kind: 'end' }>,
  look: Look,
): Screen<WhatIfEvent> {
  switch (step.kind) {
    case 'result':
    case 'comparison':
      return underOutcome(result, step.kind === 'comparison' ? result.changed : undefined, look);
    case 'question':
      return questionList(result.given, look);
    case 'answer':
      return answerList(result.given, step.question, look);
    default:
      return step satisfies never;
  }
}

/** A line of keys under what was printed. Nothing clinical is asked here, so Enter may end it. */
function underOutcome(
  { given, goesOn }: TriedResult,
  changed: ExplainedCase | undefined,
  look: Look,
): Screen<WhatIfEvent> {
  const again: KeyAction<WhatIfEvent> = { key: 'r', word: 'back to the result', event: { kind: 'back' } };
  return {
    above: changed === undefined ? [] : inShort(given, changed, look),
    choices: [],
    below: [],
    keys: [{ key: 'x', word: 'what if', event: { kind: 'try' } }, ...(changed === undefined ? [] : [again])],
    help: [],
    onIdleEnter: { word: goesOn ? 'goes on' : 'ends', event: { kind: 'end' } },
  };
}

/** The comparison in a few lines, which stay in sight where the whole does not fit the window. */
function inShort(given: ExplainedCase, changed: ExplainedCase, { width, theme }: Look): string[] {
  const { ruleSet, answers } = given;
  const changes = ruleSet.questions.flatMap((_, question) => {
    const [from = OPEN, to = OPEN] = [answers[question], changed.answers[question]];
    return from === to ? [] : [{ question, from, to }];
  });
  const raised = changed.explanation.outcome.alerts.filter(
    (id) => !given.explanation.outcome.alerts.includes(id),
  );
  const [before, after] = [given, changed].map(({ explanation: { outcome } }) =>
    rangeWords(ruleSet, outcome.lowest, outcome.highest),
  );
  const level = before === after ? `the level stays ${before}` : `${before} → ${after}`;
  return [
    '',
    ...(changes.length === 0 ? [] : wrapped(changesText(ruleSet, changes), width, 'What if: ')),
    ...wrapped(level, width, 'Then:    ').map(theme.strong),
    ...raised
      .flatMap((id) => wrapped(alertOf(ruleWithId(ruleSet, id)) ?? '', width, 'Alert:   '))
      .map(theme.alert),
  ];
}

function questionList({ ruleSet, answers }: ExplainedCase, { width, theme }: Look): Screen<WhatIfEvent> {
  const questions = changeableQuestions(ruleSet, answers);
  const titles = aligned(questions.map((index) => questionAt(ruleSet, index).title));
  return {
    above: [
      theme.heading(cut('What if one answer were another?', width)),
      ...wrapped('Choose the answer to change. What was answered stays as it is.', width),
      '',
    ],
    choices: questions.map((question, row): Choice<WhatIfEvent> => {
      const label = questionAt(ruleSet, question).answers[answers[question] ?? OPEN]?.label ?? 'open';
      return {
        lines: [cut(`${titles[row]}  ${label}`, width - NUMBER_WIDTH)],
        detail: [],
        event: { kind: 'choose', question },
      };
    }),
    below: [],
    keys: [BACK],
    help: [],
    onIdleEnter: 'Enter alone chooses nothing: type the number of a question first',
  };
}

function answerList(
  { ruleSet, answers }: ExplainedCase,
  index: number,
  { width, theme }: Look,
): Screen<WhatIfEvent> {
  const question = questionAt(ruleSet, index);
  const given = answers[index] ?? OPEN;
  return {
    above: [
      ...wrapped(`What if: ${question.title}`, width).map(theme.heading),
      ...wrapped(question.prompt, width),
      '',
    ],
    choices: question.answers.map(({ label, means }, answer): Choice<WhatIfEvent> => {
      const text = answer === given ? `${label} (as answered)` : label;
      return {
        lines: wrapped(text, width - NUMBER_WIDTH),
        detail: wrapped(means, width, ' '.repeat(NUMBER_WIDTH)),
        event: { kind: 'change', answer },
      };
    }),
    below: [],
    keys: [{ key: 'u', word: 'unknown', event: { kind: 'change', answer: OPEN } }, BACK],
    help: [],
    onIdleEnter: 'Enter alone answers nothing: type the number of an answer first',
  };
}
