import { describe, expect, test } from 'vitest';
import type { AnswerCondition } from '../../src/core/rule-set.ts';
import { type Dependent, findCycles, isPossible } from '../../src/rule-set/applies-when.ts';

function is(question: number, answers: number): AnswerCondition {
  return { kind: 'answer', question, answers };
}

/** Questions with two answers each, and what each of them waits for. */
function questions(...conditions: readonly (AnswerCondition | undefined)[]): readonly Dependent[] {
  return conditions.map((appliesWhen) => ({ answers: 2, appliesWhen }));
}

describe('cycles', () => {
  test('are none where questions wait in a row', () => {
    expect(findCycles(questions(undefined, is(0, 1), is(1, 1)))).toEqual([]);
  });

  test('begin with their first question', () => {
    expect(findCycles(questions(is(2, 1), is(0, 1), is(1, 1)))).toEqual([[0, 2, 1]]);
    expect(findCycles(questions(undefined, is(1, 1)))).toEqual([[1]]);
  });

  test('are listed once, and without the questions that only lead to them', () => {
    expect(findCycles(questions(is(1, 1), is(2, 1), is(1, 2)))).toEqual([[1, 2]]);
  });
});

describe('possible conditions', () => {
  const free = questions(undefined, undefined, undefined);

  test.each<[string, AnswerCondition, boolean]>([
    ['one answer', is(0, 1), true],
    ['two answers of one question at once', { kind: 'all', of: [is(0, 1), is(0, 2)] }, false],
    ['one of two answers', { kind: 'any', of: [is(0, 1), is(0, 2)] }, true],
    ['none of all answers', { kind: 'none', of: [is(0, 1), is(0, 2)] }, false],
    [
      'two of three, two of which exclude each other',
      { kind: 'count', atLeast: 2, of: [is(0, 1), is(0, 2), is(1, 1)] },
      true,
    ],
    ['all three of them', { kind: 'count', atLeast: 3, of: [is(0, 1), is(0, 2), is(1, 1)] }, false],
  ])('%s: %#', (_, condition, possible) => {
    expect(isPossible(condition, free)).toBe(possible);
  });

  test('count a question that does not apply as not answered', () => {
    const dependent = questions(undefined, is(0, 2), undefined);
    expect(isPossible({ kind: 'all', of: [is(0, 1), is(1, 1)] }, dependent)).toBe(false);
    expect(isPossible({ kind: 'all', of: [is(0, 2), is(1, 1)] }, dependent)).toBe(true);
    expect(isPossible({ kind: 'none', of: [is(1, 1), is(1, 2)] }, dependent)).toBe(true);
  });

  test('give up on a condition too large to search, and call it possible', () => {
    // Each question waits for the two before it: what is asked of the last doubles with each.
    const chain = Array.from(
      { length: 60 },
      (_, index): Dependent => ({
        answers: 2,
        appliesWhen: index < 2 ? undefined : { kind: 'any', of: [is(index - 1, 1), is(index - 2, 1)] },
      }),
    );
    expect(isPossible({ kind: 'all', of: [is(59, 1), is(58, 1)] }, chain)).toBe(true);
  });
});
