import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/diagram/compile.ts';
import { conductInterview } from '../../src/interview/conduct-interview.ts';
import type { InterviewEvent, InterviewState } from '../../src/interview/interview.ts';
import { beginInterview, nextState } from '../../src/interview/next-state.ts';
import { stepScreen } from '../../src/interview/step-screen.ts';
import { createTheme } from '../../src/render/theme.ts';
import { ruleSetAndAnswers, runs } from '../arbitrary-rule-set.ts';
import { CARE, DISAGREEING_CLINIC, PROGRESS, SETTING, THOUGHTS } from './clinic-rule-set.ts';
import { scriptedAsker } from './scripted-asker.ts';

const look = { width: 80, theme: createTheme({ color: false }) };

const answered = (answer: number): InterviewEvent => ({ kind: 'answered', answer });
const GO_ON: InterviewEvent = { kind: 'go_on' };

function from(state: InterviewState, ...events: readonly InterviewEvent[]): InterviewState {
  return events.reduce((now, event) => nextState(DISAGREEING_CLINIC, now, event), state);
}

/** Passive thoughts, in an IOP, ready to leave it. */
function disagreeing(): InterviewState {
  const begun = beginInterview(DISAGREEING_CLINIC, { answers: [], full: false });
  return from(begun, answered(1), answered(1), answered(0));
}

describe('answers that disagree', () => {
  test('are shown at the answer that makes them so, with each answer and why', () => {
    const state = disagreeing();
    expect(state.step).toEqual({ kind: 'recheck', rechecks: ['a.disagree'] });
    const screen = stepScreen(DISAGREEING_CLINIC, state, look);
    expect(screen.above).toEqual([
      'These answers disagree',
      'Someone who is ready to leave would hardly think so.',
      'A number and Enter opens an answer to correct it. If each is right, go on.',
      '',
    ]);
    expect(screen.choices.map(({ lines, event }) => [...lines, event])).toEqual([
      ['Title of thoughts  label passive', { kind: 'correct', question: THOUGHTS }],
      ['Title of progress  label ready', { kind: 'correct', question: PROGRESS }],
    ]);
    expect(screen.keys.map(({ key }) => key)).toEqual(['g', 'b', 'r']);
  });

  test('stay as they are once the person goes on, and are not shown again', () => {
    const state = from(disagreeing(), GO_ON);
    expect(state.step.kind).toBe('question');
    expect(from(state, answered(0)).step.kind).toBe('offer');
    expect(state.outcome.rechecks).toEqual(['a.disagree']);
  });

  test('can be corrected each, and go away with the correction', () => {
    const opened = from(disagreeing(), { kind: 'correct', question: THOUGHTS });
    expect(opened.step).toEqual({ kind: 'question', question: THOUGHTS });
    const corrected = from(opened, answered(0));
    expect(corrected.outcome.rechecks).toEqual([]);
    expect(corrected.step.kind).toBe('question');
  });

  test('are shown again if the answer that was opened is kept', () => {
    const kept = from(disagreeing(), { kind: 'correct', question: THOUGHTS }, { kind: 'keep' });
    expect(kept.step.kind).toBe('recheck');
  });

  test('are shown again if they come back after a correction', () => {
    const corrected = from(
      disagreeing(),
      GO_ON,
      { kind: 'review' },
      { kind: 'correct', question: THOUGHTS },
      answered(0),
    );
    expect(corrected.outcome.rechecks).toEqual([]);
    const undone = from(corrected, { kind: 'review' }, { kind: 'correct', question: THOUGHTS }, answered(1));
    expect(undone.step.kind).toBe('recheck');
  });

  test('stand in the review as well', () => {
    const review = from(disagreeing(), GO_ON, { kind: 'review' });
    const { above } = stepScreen(DISAGREEING_CLINIC, review, look);
    expect(above).toContain('Look again: Someone who is ready to leave would hardly think so.');
  });

  test('cannot be opened at a question that was not asked', () => {
    const state = disagreeing();
    expect(from(state, { kind: 'correct', question: SETTING })).toBe(state);
  });
});

test('an answer of a file to a question that does not apply is named before the first question', () => {
  const state = beginInterview(DISAGREEING_CLINIC, { answers: [-1, 0, 1], full: false });
  expect(state.step).toEqual({ kind: 'recheck', rechecks: ['not-applicable.progress'] });
  const { above, choices } = stepScreen(DISAGREEING_CLINIC, state, look);
  expect(above[1]).toContain('“Title of progress” does not apply by the other answers');
  expect(choices.map(({ event }) => event)).toEqual([
    { kind: 'correct', question: CARE },
    { kind: 'correct', question: PROGRESS },
  ]);
  expect(from(state, { kind: 'correct', question: PROGRESS }, { kind: 'unknown' }).outcome.rechecks).toEqual(
    [],
  );
});

test('who answers straight on sees every recheck in force, each once', async () => {
  await fc.assert(
    fc.asyncProperty(ruleSetAndAnswers, fc.boolean(), async ([ruleSet, answers], full) => {
      const asker = scriptedAsker({
        answer: (question) => {
          const answer = answers[question] ?? -1;
          return answer < 0 ? undefined : answer;
        },
      });
      const end = await conductInterview(compile(ruleSet), { answers: [], full }, asker);
      if (end === 'cancelled') throw new Error('the script never leaves');
      const shown = asker.steps.flatMap((step) => (step.kind === 'recheck' ? step.rechecks : []));
      expect(shown.toSorted()).toEqual(end.outcome.rechecks.toSorted());
    }),
    runs(300),
  );
});
