import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import { conductInterview } from '../../src/interview/conduct-interview.ts';
import { answersInUse, type InterviewEvent, type InterviewState } from '../../src/interview/interview.ts';
import { beginInterview, nextState } from '../../src/interview/next-state.ts';
import { ATTENDANCE, CARE, CLINIC, PROGRESS, SETTING, THOUGHTS } from './clinic-rule-set.ts';
import { questionsAsked, scriptedAsker } from './scripted-asker.ts';

const NOTHING_GIVEN = { answers: [], full: false };

function answered(answer: number): InterviewEvent {
  return { kind: 'answered', answer };
}

function stateAfter(...events: readonly (InterviewEvent | InterviewEvent['kind'])[]): InterviewState {
  return from(beginInterview(CLINIC, NOTHING_GIVEN), ...events);
}

function from(state: InterviewState, ...events: readonly (InterviewEvent | string)[]): InterviewState {
  return events.reduce<InterviewState>((now, event) => nextState(CLINIC, now, toEvent(event)), state);
}

function toEvent(event: InterviewEvent | string): InterviewEvent {
  switch (event) {
    case 'unknown':
    case 'back':
    case 'keep':
    case 'review':
    case 'go_on':
    case 'decline':
    case 'note':
    case 'ask_all':
    case 'stop':
      return { kind: event };
    default:
      if (typeof event === 'string') throw new Error(`no event is called ${event}`);
      return event;
  }
}

const atQuestion = (question: number) => ({ kind: 'question', question });

describe('which questions are asked', () => {
  test('only those that matter, in the order of the rule set', async () => {
    const asker = scriptedAsker({ answer: () => 0 });
    const end = await conductInterview(CLINIC, NOTHING_GIVEN, asker);
    expect(questionsAsked(asker)).toEqual([THOUGHTS, CARE]);
    expect(end).toMatchObject({ step: { kind: 'end', early: false }, outcome: { settled: true, lowest: 0 } });
  });

  test('a question that applies once the one it rests on is answered', async () => {
    const asker = scriptedAsker({ answer: (question) => (question === CARE ? 1 : 0) });
    await conductInterview(CLINIC, NOTHING_GIVEN, asker);
    expect(questionsAsked(asker)).toEqual([THOUGHTS, CARE, PROGRESS, ATTENDANCE]);
  });

  test('a question that may apply, if the one it rests on is unknown', async () => {
    const asker = scriptedAsker({ answer: (question) => (question === CARE ? undefined : 0) });
    await conductInterview(CLINIC, NOTHING_GIVEN, asker);
    expect(questionsAsked(asker)).toEqual([THOUGHTS, CARE, PROGRESS, ATTENDANCE]);
  });

  test('each question once, when everything is unknown', async () => {
    const asker = scriptedAsker({ answer: () => undefined, onOffer: 'go_on' });
    const end = await conductInterview(CLINIC, NOTHING_GIVEN, asker);
    expect(questionsAsked(asker)).toEqual([THOUGHTS, CARE, PROGRESS, ATTENDANCE, SETTING]);
    expect(end).toMatchObject({ step: { early: false }, outcome: { lowest: 0, highest: 3 } });
  });

  test('every question that applies in the full form', async () => {
    const asker = scriptedAsker({ answer: () => 0 });
    await conductInterview(CLINIC, { ...NOTHING_GIVEN, full: true }, asker);
    expect(questionsAsked(asker)).toEqual([THOUGHTS, CARE, ATTENDANCE, SETTING]);
    expect(asker.steps.map(({ kind }) => kind)).not.toContain('offer');
  });

  test('none that a file has answered', async () => {
    const asker = scriptedAsker({ answer: () => 0 });
    await conductInterview(CLINIC, { answers: [0, OPEN, 0], full: false }, asker);
    expect(questionsAsked(asker)).toEqual([CARE]);
  });

  test('what feeds advice only is offered once the level cannot change', async () => {
    const asker = scriptedAsker({ answer: () => 0, onOffer: 'go_on' });
    await conductInterview(CLINIC, NOTHING_GIVEN, asker);
    expect(asker.steps).toContainEqual({ kind: 'offer', questions: [SETTING] });
    expect(questionsAsked(asker)).toEqual([THOUGHTS, CARE, SETTING]);
  });

  test('the whole form, if it is wanted at the offer or in the review', () => {
    const offered = stateAfter(answered(0), answered(0));
    expect(offered.step.kind).toBe('offer');
    const whole = from(offered, 'ask_all');
    expect(whole.step).toEqual(atQuestion(ATTENDANCE));
    expect(from(whole, answered(0)).step).toEqual(atQuestion(SETTING));
    expect(from(offered, 'decline', 'ask_all').step).toEqual(atQuestion(ATTENDANCE));
    expect(from(stateAfter(), 'ask_all').scope).toBe('deciding');
  });

  test('an offer that was declined is not made again', () => {
    const declined = stateAfter(answered(0), answered(0), 'decline');
    expect(declined.step).toEqual({ kind: 'review' });
    expect(from(declined, 'go_on').step).toEqual({ kind: 'review' });
  });
});

describe('an alert', () => {
  test('comes before anything else, and stopping there shows the result', () => {
    const alerted = stateAfter(answered(2));
    expect(alerted.step).toEqual({ kind: 'alert', rules: ['a.intent'] });
    expect(from(alerted, 'stop').step).toEqual({ kind: 'end', early: false });
  });

  test('raised by the answers of a file opens the interview', () => {
    const state = beginInterview(CLINIC, { ...NOTHING_GIVEN, answers: [2] });
    expect(state.step.kind).toBe('alert');
  });

  test('is shown once, until the answer that raised it is given anew', () => {
    const wentOn = stateAfter(answered(2), 'go_on');
    expect(wentOn.step.kind).toBe('offer');
    const kept = from(wentOn, 'back', 'keep');
    expect(kept.step.kind).toBe('offer');
    const corrected = from(wentOn, 'back', answered(0));
    expect(corrected.step).toEqual(atQuestion(CARE));
    expect(from(corrected, 'back', answered(2)).step.kind).toBe('alert');
  });

  test('lets the answer be corrected, and stays if it is kept', () => {
    const back = stateAfter(answered(2), 'back');
    expect(back.step).toEqual(atQuestion(THOUGHTS));
    expect(from(back, 'keep').step.kind).toBe('alert');
  });

  test('cannot be passed by reviewing, declining or answering', () => {
    const alerted = stateAfter(answered(2));
    expect(from(alerted, 'review', 'decline', 'unknown', 'keep', answered(0))).toBe(alerted);
  });
});

describe('going back', () => {
  test('at the beginning changes nothing', () => {
    const begun = stateAfter();
    expect(from(begun, 'back')).toBe(begun);
  });

  test('and keeping each answer returns to the same place with the same answers', () => {
    const there = stateAfter(answered(1), answered(1), answered(0));
    const again = from(there, 'back', 'back', 'keep', 'keep');
    expect(again.step).toEqual(there.step);
    expect(again.answers).toEqual(there.answers);
    expect(again.path).toEqual(there.path);
  });

  test('keeps an unknown', () => {
    const again = stateAfter('unknown', 'back', 'keep');
    expect([...again.unknown]).toEqual([THOUGHTS]);
    expect(again.step).toEqual(atQuestion(CARE));
  });

  test('to give another answer goes on at the first question that is left', () => {
    const state = stateAfter(answered(0), answered(1), answered(0), 'back', 'back', answered(0));
    expect(state.step.kind).toBe('offer');
  });

  test('passes over a question that stopped applying', () => {
    const inCare = stateAfter(answered(0), answered(1), answered(1), 'back', 'back', answered(0));
    expect(inCare.answers[PROGRESS]).toBe(1);
    expect(from(inCare, 'back').step).toEqual(atQuestion(CARE));
  });
});

describe('the review', () => {
  test('comes before every result that no alert has cut short', () => {
    expect(stateAfter(answered(0), answered(0), 'decline').step).toEqual({ kind: 'review' });
    expect(stateAfter(answered(0), 'stop').step).toEqual(atQuestion(CARE));
  });

  test('opens any answer, and an answer that stopped applying is kept but not used', () => {
    const inCare = stateAfter(answered(0), answered(1), answered(1), answered(0), 'decline');
    expect(inCare.outcome.lowest).toBe(2);
    const corrected = from(inCare, { kind: 'correct', question: CARE }, answered(0));
    expect(corrected.outcome).toMatchObject({ lowest: 0, rechecks: [] });
    expect(corrected.answers[PROGRESS]).toBe(1);
    expect(answersInUse(CLINIC.ruleSet, corrected)[PROGRESS]).toBe(OPEN);
    const undone = from(corrected, { kind: 'correct', question: CARE }, answered(1));
    expect(undone.outcome.lowest).toBe(2);
  });

  test('leads to new questions where a correction brings them', () => {
    const done = stateAfter(answered(0), answered(0), 'decline');
    const corrected = from(done, { kind: 'correct', question: CARE }, answered(1));
    expect(corrected.step).toEqual(atQuestion(PROGRESS));
  });

  test('can be left for the question it was opened at', () => {
    const opened = stateAfter(answered(0), 'review');
    expect(opened.step.kind).toBe('review');
    expect(from(opened, 'go_on').step).toEqual(atQuestion(CARE));
  });

  test('shows the result early on demand, and says that it did', () => {
    expect(stateAfter(answered(0), 'review', 'stop').step).toEqual({ kind: 'end', early: true });
  });

  test('opens no question that has not been answered', () => {
    const opened = stateAfter(answered(0), 'review');
    expect(from(opened, { kind: 'correct', question: ATTENDANCE })).toBe(opened);
  });

  test('names an answer of a file to a question that does not apply', () => {
    const state = beginInterview(CLINIC, { ...NOTHING_GIVEN, answers: [0, 0, 1, 0, 0] });
    expect(state.outcome.rechecks).toEqual(['not-applicable.progress']);
  });
});

test('an answer that the question does not have changes nothing', () => {
  const begun = stateAfter();
  expect(from(begun, answered(7))).toBe(begun);
  expect(from(begun, answered(-2))).toBe(begun);
});

test('leaving ends the interview without a result', async () => {
  const end = await conductInterview(CLINIC, NOTHING_GIVEN, { ask: async () => 'cancelled' });
  expect(end).toBe('cancelled');
});
