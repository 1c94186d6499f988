import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import type { RuleSet } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { conductInterview } from '../../src/interview/conduct-interview.ts';
import { answersInUse, type InterviewState, questionsAhead } from '../../src/interview/interview.ts';
import { beginInterview, nextState } from '../../src/interview/next-state.ts';
import { arbitraryRuleSet, ruleSetAndAnswers, runs } from '../arbitrary-rule-set.ts';
import { anyEvent } from './any-event.ts';
import { questionsAsked, scriptedAsker } from './scripted-asker.ts';

const anySession = fc.tuple(ruleSetAndAnswers, fc.array(anyEvent, { maxLength: 40 }), fc.boolean());

/** What a person has said, as they would remember it: the last word on each question. */
function said(state: InterviewState): readonly (number | 'unknown')[] {
  return state.answers.map((answer, question) => (state.unknown.has(question) ? 'unknown' : answer));
}

test('no event but an answer to the question on the screen changes what was said', () => {
  fc.assert(
    fc.property(anySession, ([[ruleSet, answers], events, full]) => {
      const compiled = compile(ruleSet);
      let state = beginInterview(compiled, { answers, full });
      for (const event of events) {
        const expected = [...said(state)];
        if (state.step.kind === 'question' && event.kind === 'unknown')
          expected[state.step.question] = 'unknown';
        if (state.step.kind === 'question' && event.kind === 'answered') {
          const exists = ruleSet.questions[state.step.question]?.answers[event.answer] !== undefined;
          if (exists) expected[state.step.question] = event.answer;
        }
        const wasNote = state.step.kind === 'note' && event.kind === 'noted';
        const { notes } = state;
        state = nextState(compiled, state, event);
        expect(said(state)).toEqual(expected);
        if (!wasNote) expect(state.notes).toEqual(notes);
      }
    }),
    runs(400),
  );
});

test('from wherever a person wanders, answering straight on ends the interview', async () => {
  await fc.assert(
    fc.asyncProperty(anySession, async ([[ruleSet, answers], events, full]) => {
      const compiled = compile(ruleSet);
      const begun = beginInterview(compiled, { answers, full });
      let state = events.reduce((now, event) => nextState(compiled, now, event), begun);
      const asker = scriptedAsker({ answer: (question) => (question % 2 === 0 ? 0 : undefined) });
      // An alert and a recheck may come with each answer; the offer and the review come once.
      for (let left = 5 * ruleSet.questions.length + 3; left > 0 && state.step.kind !== 'end'; left--) {
        const isUnfinished = state.step.kind === 'review' && questionsAhead(compiled, state).length > 0;
        const event = isUnfinished ? ({ kind: 'go_on' } as const) : await asker.ask(state);
        if (event !== 'cancelled') state = nextState(compiled, state, event);
      }
      expect(state.step).toEqual({ kind: 'end', early: false });
      expectNothingLeft(ruleSet, state);
    }),
    runs(300),
  );
});

/** What is open and matters was left unknown. */
function expectNothingLeft(ruleSet: RuleSet, state: InterviewState): void {
  const inUse = answersInUse(ruleSet, state);
  const { open, settled } = evaluate(compile(ruleSet), inUse);
  expect(open.filter((question) => !state.unknown.has(question))).toEqual([]);
  if (state.unknown.size === 0) expect(settled).toBe(true);
}

test('no question is asked twice', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRuleSet, fc.array(fc.nat({ max: 4 })), async (ruleSet, codes) => {
      const asker = scriptedAsker({
        answer: (question) => {
          const code = codes[question] ?? 0;
          const count = ruleSet.questions[question]?.answers.length ?? 1;
          return code === 4 ? undefined : code % count;
        },
      });
      const beginning = { answers: [], full: false };
      await conductInterview(compile(ruleSet), beginning, asker);
      const asked = questionsAsked(asker);
      expect(new Set(asked).size).toBe(asked.length);
    }),
    runs(300),
  );
});

test('the level and the alerts after a short interview are those of every completion', async () => {
  await fc.assert(
    fc.asyncProperty(ruleSetAndAnswers, async ([ruleSet, answers]) => {
      const compiled = compile(ruleSet);
      const complete = answers.map((given) => Math.max(given, 0));
      const asker = scriptedAsker({ answer: (question) => complete[question] });
      const beginning = { answers: [], full: false };
      const end = await conductInterview(compiled, beginning, asker);
      if (end === 'cancelled') throw new Error('the script never leaves');
      const full = evaluate(compiled, complete);
      expect(end.outcome.possible).toEqual(full.possible);
      expect(end.outcome.alerts).toEqual(full.alerts);
      expect(end.answers.every((given, index) => given === OPEN || given === complete[index])).toBe(true);
    }),
    runs(300),
  );
});
