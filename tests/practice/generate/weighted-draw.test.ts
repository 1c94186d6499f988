import { describe, expect, test } from 'vitest';
import { FALSE, NodeStore, TRUE } from '../../../src/diagram/node-store.ts';
import { drawIndex, shuffled, WeightedDraw } from '../../../src/practice/generate/weighted-draw.ts';
import { seededRandom } from '../../../src/statistics/random.ts';

describe('drawing from a diagram', () => {
  const store = new NodeStore([2, 3]);
  /** Either the first answer to the second question, or the second to both. */
  const root = store.or(store.test(1, 0b001), store.and(store.test(0, 0b10), store.test(1, 0b010)));
  const shares = [
    [0.75, 0.25],
    [0.5, 0.3, 0.2],
  ];

  test('gives each case that holds as often as its share among them', () => {
    const draw = new WeightedDraw(store, shares);
    const random = seededRandom(3);
    const counts = new Map<string, number>();
    for (let count = 0; count < 40_000; count++) {
      const drawn = draw.draw(root, random).join();
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    // 0.75 * 0.5, 0.25 * 0.5 and 0.25 * 0.3 of all, which is 0.575.
    expect([...counts.keys()].sort()).toEqual(['0,0', '1,0', '1,1']);
    expect((counts.get('0,0') ?? 0) / 40_000).toBeCloseTo(0.375 / 0.575, 1.8);
    expect((counts.get('1,0') ?? 0) / 40_000).toBeCloseTo(0.125 / 0.575, 1.8);
    expect((counts.get('1,1') ?? 0) / 40_000).toBeCloseTo(0.075 / 0.575, 1.8);
  });

  test('never takes an answer that leads nowhere, wherever the random number falls', () => {
    const only = store.and(store.test(0, 0b10), store.test(1, 0b010));
    for (const chance of [0, 0.2, 0.5, 0.999_999_999]) {
      expect(new WeightedDraw(store, shares).draw(only, () => chance)).toEqual([1, 1]);
    }
    expect(only).not.toBe(FALSE);
    expect(new WeightedDraw(store, shares).draw(TRUE, () => 0)).toEqual([0, 0]);
  });
});

test('an index without weight is never drawn', () => {
  for (const chance of [0, 0.5, 1]) expect(drawIndex([0, 2, 0], () => chance)).toBe(1);
  expect(drawIndex([0, 0], () => 0.5)).toBe(-1);
});

test('shuffling keeps everything', () => {
  const shuffledOnce = shuffled([1, 2, 3, 4, 5, 6], seededRandom(1));
  expect(shuffledOnce).not.toEqual([1, 2, 3, 4, 5, 6]);
  expect(shuffledOnce.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
});
