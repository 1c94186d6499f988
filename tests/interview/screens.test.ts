import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { InterviewEvent, InterviewState } from '../../src/interview/interview.ts';
import { beginInterview, nextState } from '../../src/interview/next-state.ts';
import { opening } from '../../src/interview/opening.ts';
import { stepScreen } from '../../src/interview/step-screen.ts';
import type { Screen } from '../../src/render/screen.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { CLINIC } from './clinic-rule-set.ts';

const theme = createTheme({ color: false });
const look = { width: 80, theme };

function screenAfter(...events: readonly InterviewEvent[]): Screen<InterviewEvent> {
  const begun = beginInterview(CLINIC, { answers: [], full: false });
  const state = events.reduce<InterviewState>((now, event) => nextState(CLINIC, now, event), begun);
  return stepScreen(CLINIC, state, look);
}

function answered(answer: number): InterviewEvent {
  return { kind: 'answered', answer };
}

const keysOf = (screen: Screen<InterviewEvent>) => screen.keys.map(({ key }) => key);
const choicesOf = (screen: Screen<InterviewEvent>) => screen.choices.map(({ lines }) => lines.join(' '));

describe('the screen of a question', () => {
  test('shows dimension and progress, title, prompt, window, answers and the range', () => {
    const screen = screenAfter();
    expect(screen.above).toEqual([
      'The dimension · question 1 · usually 1 more, at most 3',
      '',
      'Title of thoughts',
      'Prompt of thoughts?',
      'Time: past two weeks',
      '',
    ]);
    expect(choicesOf(screen)).toEqual(['label none', 'label passive', 'label intent']);
    expect(screen.below).toEqual(['so far: at least outpatient, up to inpatient']);
    expect(keysOf(screen)).toEqual(['u', 'n', 'r']);
  });

  test('shows what was answered before, and a key to keep it', () => {
    const screen = screenAfter(answered(1), { kind: 'back' });
    expect(screen.below[0]).toBe('answered before (k keeps it): label passive');
    expect(keysOf(screen)).toContain('k');
  });

  test('says so if it may not apply', () => {
    const screen = screenAfter(answered(0), { kind: 'unknown' });
    expect(screen.above.join('\n')).toContain('may not apply: an earlier answer is unknown');
  });

  test('has help on the question and on each answer', () => {
    expect(screenAfter().help).toEqual([
      'Title of thoughts',
      'Help on thoughts.',
      '',
      '  1  label none',
      '     none means this',
      '',
      '  2  label passive',
      '     passive means this',
      '',
      '  3  label intent',
      '     intent means this',
    ]);
  });
});

test('an alert says so in words, with what to do', () => {
  const screen = screenAfter(answered(2));
  expect(screen.above).toEqual(['ALERT: means to act', '', 'Call the emergency number.']);
  expect(keysOf(screen)).toEqual(['s', 'g', 'b']);
});

test('an offer counts the questions that feed advice only', () => {
  const screen = screenAfter(answered(0), answered(0));
  expect(screen.above.join('\n')).toContain('1 more question feeds advice only: answer it?');
  expect(screen.below).toEqual(['so far: outpatient; no answer left can change that']);
  expect(keysOf(screen)).toEqual(['y', 'n', 'f', 'b', 'r']);
});

describe('the review', () => {
  test('lists what was answered, unknowns included, in the order of the rule set', () => {
    const screen = screenAfter({ kind: 'unknown' }, answered(1), { kind: 'review' });
    expect(choicesOf(screen)).toEqual(['Title of thoughts  unknown', 'Title of care      label iop']);
    expect(keysOf(screen)).toEqual(['s', 'g', 'b']);
  });

  test('marks an answer that is kept but does not apply', () => {
    const screen = screenAfter(
      answered(0),
      answered(1),
      answered(1),
      { kind: 'back' },
      { kind: 'back' },
      answered(0),
      { kind: 'review' },
    );
    expect(choicesOf(screen)).toContain('Title of progress  (does not apply now) label worse');
  });

  test('opened before any answer says that there is none', () => {
    const screen = screenAfter({ kind: 'review' });
    expect(screen.choices).toEqual([]);
    expect(screen.above.join('\n')).toContain('No answer has been given yet.');
  });
});

test('the opening says what is kept and how to leave, and names the file of the result', () => {
  const openingOf = (draft: boolean, ...written: string[]) =>
    opening(CLINIC.ruleSet, { draft, written }, { ...look, width: 300 }).join('\n');
  const nothing = openingOf(false);
  expect(nothing).toContain('Nothing you enter is stored. Ctrl-C leaves at any time.');
  expect(nothing).toContain('Emergency: Call the emergency number.');
  expect(nothing).toContain('does not replace it');
  expect(openingOf(false, 'the result, in result.md')).toContain(
    'Nothing is stored but the result, in result.md. Ctrl-C',
  );
  expect(openingOf(true)).toContain(
    'Until the result, your answers are kept in a draft on this machine that only you can read; after it, nothing is stored. Ctrl-C',
  );
  expect(openingOf(true, 'the result, in result.md')).toContain(
    'after it, nothing is stored but the result, in result.md. Ctrl-C',
  );
});

describe('every question of the shipped rule set', () => {
  test.for(adult.questions.map((question, index): [string, number] => [question.id, index]))(
    '%s fits 80 columns',
    ([, index]) => {
      const state: InterviewState = {
        ...beginInterview(compiledAdult, { answers: [], full: true }),
        step: { kind: 'question', question: index },
      };
      const { above, choices, below, help } = stepScreen(compiledAdult, state, look);
      const details = choices.flatMap(({ detail }) => detail);
      const lines = [...above, ...below, ...help, ...details];
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
      // Each answer takes one line beside its number.
      expect(choices.filter((choice) => choice.lines.length > 1)).toEqual([]);
    },
  );
});
