import { describe, expect, test } from 'vitest';
import { type Hash64, hash64, hashOfAscii } from '../../src/batch/hash64.ts';
import { IdTable } from '../../src/batch/id-table.ts';

const IDS = 200_000;

/** Ids as people write them: alike but for a few characters. */
function* similarIds(): Generator<string> {
  for (let number = 0; number < IDS / 4; number++) {
    yield String(number);
    yield `case-${String(number).padStart(7, '0')}`;
    yield `${number % 100}/${Math.floor(number / 100)}/a`;
    yield `site ${number % 7}: ${number.toString(16)}-é`;
  }
}

describe('the table of ids', () => {
  test('takes each id once', () => {
    const ids = new IdTable();
    expect([...similarIds()].filter((id) => !ids.add(id))).toEqual([]);
    expect([...similarIds()].filter((id) => ids.add(id))).toEqual([]);
  });

  test('takes ids that differ only in order, length or case for different ones', () => {
    const ids = new IdTable();
    const given = ['', ' ', 'a', 'A', 'ab', 'ba', 'aab', 'aba', 'baa', 'a\0', '\0a', 'é', 'e\u0301'];
    expect(given.map((id) => ids.add(id))).toEqual(given.map(() => true));
  });

  test('holds at most 16 bytes an id at every size, beside what it starts with', () => {
    const ids = new IdTable();
    const atStart = ids.bytes;
    let count = 0;
    let most = 0;
    for (const id of similarIds()) {
      ids.add(id);
      count++;
      if (count % 1000 === 0) most = Math.max(most, (ids.bytes - atStart) / count);
    }
    expect(atStart).toBeLessThanOrEqual(16_384);
    expect(most).toBeGreaterThan(8);
    expect(most).toBeLessThanOrEqual(16);
  });
});

describe('the hash', () => {
  function hashOf(text: string): Hash64 {
    const hash = new Int32Array(2);
    hash64(text, hash);
    return hash;
  }

  test('is the same for the same text, as text and as bytes', () => {
    const bytes = new TextEncoder().encode('a case-1 b');
    const ofBytes = new Int32Array(2);
    expect(hashOfAscii(bytes, 2, 8, ofBytes)).toBe(true);
    expect(ofBytes).toEqual(hashOf('case-1'));
    expect(hashOf('case-1')).toEqual(hashOf('case-1'));
    expect(hashOfAscii(new TextEncoder().encode('casé-1'), 0, 7, ofBytes)).toBe(false);
  });

  test.each([
    ['high', 0],
    ['low', 1],
  ] as const)('spreads similar texts evenly: the %s half', (_, half) => {
    const halves = new Set([...similarIds()].map((id) => hashOf(id)[half] ?? 0));
    // Of 200,000 random 32-bit numbers about five pairs are equal.
    expect(halves.size).toBeGreaterThan(IDS - 20);
    const ones = new Uint32Array(32);
    for (const value of halves)
      for (let bit = 0; bit < 32; bit++) ones[bit] = (ones[bit] ?? 0) + ((value >>> bit) & 1);
    const shares = [...ones].map((count) => count / halves.size);
    expect(Math.min(...shares)).toBeGreaterThan(0.49);
    expect(Math.max(...shares)).toBeLessThan(0.51);
  });
});
