import { describe, expect, test } from 'vitest';
import { MOST_ENTRIES, WordMemo } from '../../../src/batch/fast/word-memo.ts';
import { newKernel } from './shipped-kernel.ts';

/** What the kernel finds where nothing is remembered. */
const NOT_KNOWN = 0;

/** A memo for two words, and a place for such a key. */
function newMemo() {
  const kernel = newKernel();
  const memo = new WordMemo(kernel, 2);
  const place = kernel.allocate(8);
  const keyOf = (first: number, second: number) => {
    kernel.write(place, [first, second]);
    return place;
  };
  return { memo, keyOf, find: (key: number) => kernel.find(memo.place, key) };
}

describe('what is remembered for some words', () => {
  test('is found for no other words, until all is forgotten', () => {
    const { memo, keyOf, find } = newMemo();
    // Keys that share a word with many others.
    const key = (number: number) => keyOf(number % 97, number - 20_000);
    for (let number = 0; number < MOST_ENTRIES; number++) {
      expect(memo.isFull).toBe(false);
      memo.add(key(number), number + 1);
    }
    expect(memo.isFull).toBe(true);
    for (let number = 0; number < MOST_ENTRIES; number++) expect(find(key(number))).toBe(number + 1);
    expect(find(key(MOST_ENTRIES))).toBe(NOT_KNOWN);
    memo.clear();
    expect(memo.isFull).toBe(false);
    expect(find(key(1))).toBe(NOT_KNOWN);
  });

  test.each([0, -1])('is found for words that are all %i', (word) => {
    const { memo, keyOf, find } = newMemo();
    expect(find(keyOf(word, word))).toBe(NOT_KNOWN);
    memo.add(keyOf(word, word), 7);
    expect(find(keyOf(word, word))).toBe(7);
  });
});
