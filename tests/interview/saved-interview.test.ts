import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/diagram/compile.ts';
import type { InterviewEvent, InterviewState } from '../../src/interview/interview.ts';
import { beginInterview, nextState } from '../../src/interview/next-state.ts';
import { resumeInterview, saveInterview } from '../../src/interview/saved-interview.ts';
import { ruleSetAndAnswers, runs } from '../arbitrary-rule-set.ts';
import { anyEvent } from './any-event.ts';
import { CLINIC } from './clinic-rule-set.ts';

const anySession = fc.tuple(ruleSetAndAnswers, fc.array(anyEvent, { maxLength: 40 }), fc.boolean());

/** As it comes back from a file. */
function throughFile<T>(value: T): T {
  const text: T = JSON.parse(JSON.stringify(value));
  return text;
}

/** A note that was being typed is lost; everything else is as it was. */
function withoutOpenNote(state: InterviewState): InterviewState {
  return state.step.kind === 'note'
    ? { ...state, step: { kind: 'question', question: state.step.question } }
    : state;
}

test('an interview that was saved anywhere goes on at the same place with everything that was said', () => {
  fc.assert(
    fc.property(anySession, ([[ruleSet, answers], events, full]) => {
      const compiled = compile(ruleSet);
      const earlier = { day: '2026-01-02', answers };
      let state = beginInterview(compiled, { answers, full, earlier });
      for (const event of events) {
        state = nextState(compiled, state, event);
        const saved = throughFile(saveInterview(ruleSet, state));
        const resumed = resumeInterview(compiled, saved);
        expect({ ...resumed, earlier: undefined }).toEqual({ ...withoutOpenNote(state), earlier: undefined });
        expect(Array.from(resumed?.earlier?.answers ?? [])).toEqual(Array.from(answers));
      }
    }),
    runs(150),
  );
});

test('and leads to the same end as if it had not been interrupted', () => {
  fc.assert(
    fc.property(anySession, fc.nat({ max: 39 }), ([[ruleSet, answers], events, full], at) => {
      const compiled = compile(ruleSet);
      const step = (state: InterviewState, event: InterviewEvent) => nextState(compiled, state, event);
      const begun = beginInterview(compiled, { answers, full });
      const halfway = withoutOpenNote(events.slice(0, at).reduce(step, begun));
      const resumed = resumeInterview(compiled, throughFile(saveInterview(ruleSet, halfway)));
      if (resumed === undefined) throw new Error('the interview was not read');
      expect(events.slice(at).reduce(step, resumed)).toEqual(events.slice(at).reduce(step, halfway));
    }),
    runs(150),
  );
});

test('one that names what the rule set does not have is not resumed', () => {
  const begun = beginInterview(CLINIC, { answers: [], full: false });
  const saved = saveInterview(CLINIC.ruleSet, nextState(CLINIC, begun, { kind: 'answered', answer: 1 }));
  expect(resumeInterview(CLINIC, saved)).toBeDefined();
  for (const change of [
    { answers: { thoughts: 'never' } },
    { answers: { sleep: 'none' } },
    { unknown: ['sleep'] },
    { path: ['sleep'] },
    { question: 'sleep' },
    { earlier: { day: '2026-01-02', answers: { sleep: 'none' } } },
  ]) {
    expect(resumeInterview(CLINIC, { ...saved, ...change })).toBeUndefined();
  }
});
