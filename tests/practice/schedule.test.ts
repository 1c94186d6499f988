import { expect, test } from 'vitest';
import { type CriterionReview, dueCriteria, memoryAfter } from '../../src/practice/schedule.ts';

const at = (time: string) => new Date(`2026-01-${time}Z`);
const review = (rule: string, time: string, shown: CriterionReview['shown']): CriterionReview => ({
  rule,
  at: at(time),
  shown,
});

test('a missed criterion is due within minutes, a known one later', () => {
  const memory = memoryAfter([review('a', '05T09:00:00', 'missed'), review('b', '05T09:00:00', 'known')]);
  const dueAt = (time: string) => dueCriteria(memory, at(time)).map(({ rule }) => rule);
  expect(dueAt('05T09:00:30')).toEqual([]);
  expect(dueAt('05T09:02:00')).toEqual(['a']);
  expect(dueAt('05T09:30:00')).toEqual(['a', 'b']);
});

test('what is known again and again comes up ever more seldom', () => {
  const times = ['05T09:00:00', '05T09:10:00', '08T09:00:00', '20T09:00:00'];
  const gaps = times.map((_, index) => {
    const soFar = times.slice(0, index + 1);
    const memory = memoryAfter(soFar.map((time) => review('a', time, 'known'))).get('a');
    return (memory?.due.getTime() ?? 0) - at(soFar.at(-1) ?? '').getTime();
  });
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(new Set(gaps).size).toBe(gaps.length);
});

test('a criterion that is missed after it was known lapses', () => {
  const known = ['05T09:00:00', '05T09:10:00', '08T09:00:00'].map((time) => review('a', time, 'known'));
  expect(memoryAfter(known).get('a')).toMatchObject({ reviews: 3, lapses: 0, isLearned: true });
  const lapsed = memoryAfter([...known, review('a', '09T09:00:00', 'missed')]).get('a');
  expect(lapsed).toMatchObject({ reviews: 4, lapses: 1, isLearned: false });
});

test('what was resisted counts only once it has been missed', () => {
  expect(memoryAfter([review('a', '05T09:00:00', 'resisted')]).size).toBe(0);
  const both = [review('a', '05T09:00:00', 'missed'), review('a', '05T09:05:00', 'resisted')];
  expect(memoryAfter(both).get('a')).toMatchObject({ reviews: 2 });
});

test('the same reviews give the same days, in whatever order they are read', () => {
  const reviews = [
    review('a', '05T09:00:00', 'missed'),
    review('a', '05T09:05:00', 'known'),
    review('b', '06T09:05:00', 'known'),
    review('a', '09T09:05:00', 'known'),
  ];
  expect(memoryAfter(reviews.toReversed())).toEqual(memoryAfter(reviews));
});

test('the longest overdue comes first', () => {
  const memory = memoryAfter([
    review('late', '05T09:00:00', 'missed'),
    review('later', '05T08:00:00', 'missed'),
  ]);
  expect(dueCriteria(memory, at('06T00:00:00')).map(({ rule }) => rule)).toEqual(['later', 'late']);
});
