import { describe, expect, test } from 'vitest';
import { MOST_ENTRIES, NOT_KNOWN, WordMemo } from '../../../src/batch/fast/word-memo.ts';

/** Keys of two words that share a word with many others. */
const key = (number: number) => Int32Array.of(0, number % 97, number - 20_000);

describe('the number for some words', () => {
  test('is remembered, for no other words, until all is forgotten', () => {
    const memo = new WordMemo(2);
    for (let number = 0; number < MOST_ENTRIES; number++) {
      expect(memo.isFull).toBe(false);
      memo.add(key(number), 1, number);
    }
    expect(memo.isFull).toBe(true);
    for (let number = 0; number < MOST_ENTRIES; number++) expect(memo.find(key(number), 1)).toBe(number);
    expect(memo.find(key(MOST_ENTRIES), 1)).toBe(NOT_KNOWN);
    memo.clear();
    expect(memo.isFull).toBe(false);
    expect(memo.find(key(1), 1)).toBe(NOT_KNOWN);
  });

  test.each([0, NOT_KNOWN])('is remembered for words that are all %i', (word) => {
    const memo = new WordMemo(2);
    const words = Int32Array.of(word, word);
    expect(memo.find(words, 0)).toBe(NOT_KNOWN);
    memo.add(words, 0, 7);
    expect(memo.find(words, 0)).toBe(7);
  });
});
