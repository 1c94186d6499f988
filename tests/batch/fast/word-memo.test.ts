import { describe, expect, test } from 'vitest';
import { WordMemo } from '../../../src/batch/fast/word-memo.ts';

/** Keys of two words that share a word with many others. */
const key = (number: number) => Int32Array.of(0, number % 97, number - 20_000);

function filled(count: number) {
  const forgotten: number[] = [];
  const memo = new WordMemo<number>(2, (value) => forgotten.push(value));
  for (let number = 0; number < count; number++) memo.add(key(number), 1, number);
  return { memo, forgotten };
}

describe('what is worked out for some words', () => {
  test('is remembered, for no other words', () => {
    const { memo, forgotten } = filled(3000);
    for (let number = 0; number < 3000; number++) expect(memo.find(key(number), 1)).toBe(number);
    expect(memo.find(key(3000), 1)).toBeUndefined();
    expect(forgotten).toEqual([]);
  });

  test('is remembered for words of zeros too', () => {
    const memo = new WordMemo<string>(2, () => {});
    expect(memo.find(Int32Array.of(0, 0), 0)).toBeUndefined();
    memo.add(Int32Array.of(0, 0), 0, 'nothing holds');
    expect(memo.find(Int32Array.of(0, 0), 0)).toBe('nothing holds');
  });

  test('is forgotten, and each told once, where there is too much of it', () => {
    const { memo, forgotten } = filled(40_000);
    const first = forgotten.length;
    expect(first).toBe(32_768);
    expect(memo.find(key(first - 1), 1)).toBeUndefined();
    expect(memo.find(key(first), 1)).toBe(first);
    memo.clear();
    expect(forgotten.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 40_000 }, (_, number) => number),
    );
    expect(memo.find(key(first), 1)).toBeUndefined();
  });
});
