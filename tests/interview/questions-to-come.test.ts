import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/diagram/compile.ts';
import { type InterviewState, questionsAhead } from '../../src/interview/interview.ts';
import { beginInterview, nextState } from '../../src/interview/next-state.ts';
import { questionsToCome } from '../../src/interview/questions-to-come.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { commonness, ruleSetAndAnswers, runs, withCommonness } from '../arbitrary-rule-set.ts';
import { PLAUSIBLE_WEIGHTS } from './answer-weights.ts';
import { simulatedClients } from './simulated-clients.ts';

/** The states at the questions of an interview in which these answers are given. */
function questionStates(compiled: typeof compiledAdult, answers: ArrayLike<number>): InterviewState[] {
  const states: InterviewState[] = [];
  let state = beginInterview(compiled, { answers: [], full: false });
  for (;;) {
    const { step } = state;
    if (step.kind === 'question') {
      states.push(state);
      const answer = answers[step.question] ?? -1;
      state = nextState(compiled, state, answer < 0 ? { kind: 'unknown' } : { kind: 'answered', answer });
    } else if (step.kind === 'alert' || step.kind === 'recheck') {
      state = nextState(compiled, state, { kind: 'go_on' });
    } else return states;
  }
}

test('no interview comes to more questions than the most that were said, and the usual number is not above it', () => {
  fc.assert(
    fc.property(ruleSetAndAnswers, commonness, ([ruleSet, answers], numbers) => {
      const compiled = compile(withCommonness(ruleSet, numbers));
      const states = questionStates(compiled, answers);
      states.forEach((state, index) => {
        const { most, usually } = questionsToCome(compiled, state);
        expect(most).toBe(questionsAhead(compiled, state).length);
        expect(usually).toBeGreaterThanOrEqual(0);
        expect(usually).toBeLessThanOrEqual(most);
        expect(states.length - index - 1).toBeLessThanOrEqual(most);
      });
    }),
    runs(200),
  );
});

test('the usual number is near the truth for people whose answers are as common as others have guessed', () => {
  const errors = simulatedClients(adult, PLAUSIBLE_WEIGHTS, 60, 7).flatMap((client) => {
    const states = questionStates(compiledAdult, client);
    return states.map(
      (state, index) => questionsToCome(compiledAdult, state).usually - (states.length - index - 1),
    );
  });
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  process.stdout.write(
    `questions to come: off by ${mean(errors.map(Math.abs)).toFixed(1)}, on average ${mean(errors).toFixed(1)}\n`,
  );
  expect(Math.abs(mean(errors))).toBeLessThan(1.5);
  expect(mean(errors.map(Math.abs))).toBeLessThan(2.5);
});

test('the whole form is counted, not estimated', () => {
  const state = beginInterview(compiledAdult, { answers: [], full: true });
  expect(questionsToCome(compiledAdult, state)).toEqual({ most: 31, usually: 31 });
});
