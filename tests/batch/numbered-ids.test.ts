import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IdTable } from '../../src/batch/id-table.ts';
import { NumberedIds } from '../../src/batch/numbered-ids.ts';
import { runs } from '../arbitrary-rule-set.ts';

const bytesOf = (text: string) => new TextEncoder().encode(`,${text},`);

/** Takes an id as text or as bytes. */
function add(ids: IdTable | NumberedIds, id: string, asBytes: boolean): boolean {
  const bytes = bytesOf(id);
  return asBytes ? ids.addRange(bytes, 1, bytes.length - 1) : ids.add(id);
}

describe.each([true, false])('ids that are numbered one after another, as bytes: %s', (asBytes) => {
  test.each([
    ['case-1', ['case-2', 'case-3']],
    ['case-8', ['case-9', 'case-10', 'case-11']],
    ['0098', ['0099', '0100']],
    ['98', ['99', '100']],
    ['a9-099', ['a9-100']],
    ['Fall-Ü9', ['Fall-Ü10']],
    ['999999999999998', ['999999999999999']],
  ])('are taken: %s', (first, others) => {
    const ids = new NumberedIds();
    expect([first, ...others].map((id) => add(ids, id, asBytes))).toEqual([true, ...others.map(() => true)]);
    expect([...ids.ids()]).toEqual([first, ...others]);
  });

  test.each(['case-1', 'case-3', 'case-02', 'case2', 'Case-2', 'case-2 ', 'case-', '2', ''])(
    'are not followed by another one: %s',
    (other) => {
      const ids = new NumberedIds();
      add(ids, 'case-1', asBytes);
      expect(add(ids, other, asBytes)).toBe(false);
      expect([...ids.ids()]).toEqual(['case-1']);
      expect(add(ids, 'case-2', asBytes)).toBe(true);
    },
  );

  test.each(['a', '', '1a', '1234567890123456'])('do not begin with one that has no number: %s', (id) => {
    const ids = new NumberedIds();
    expect(add(ids, id, asBytes)).toBe(false);
    expect([...ids.ids()]).toEqual([]);
  });
});

test('a table takes each id once, whether its ids are numbered for a while or not', () => {
  const id = fc.oneof(
    fc.integer({ min: 1, max: 30 }).map((number) => `case-${number}`),
    fc.integer({ min: 1, max: 30 }).map((number) => `case-${String(number).padStart(2, '0')}`),
    fc.constantFrom('case-', '', 'é', 'case-1é', '7'),
  );
  const numbered = fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([first, count]) => Array.from({ length: count }, (_, index) => `case-${first + index}`));
  fc.assert(
    fc.property(numbered, fc.array(fc.tuple(id, fc.boolean())), fc.boolean(), (first, others, asBytes) => {
      const ids = new IdTable();
      const seen = new Set<string>();
      const all = [...first.map((one) => [one, asBytes] as const), ...others];
      for (const [one, asRange] of all) {
        expect(add(ids, one, asRange)).toBe(!seen.has(one));
        seen.add(one);
      }
    }),
    runs(2000),
  );
});

test('a table of numbered ids takes no memory for them', () => {
  const ids = new IdTable();
  const atStart = ids.bytes;
  for (let number = 1; number <= 100_000; number++) ids.add(`case-${number}`);
  expect(ids.bytes).toBe(atStart);
  expect(ids.add('case-1')).toBe(false);
  expect(ids.bytes).toBeGreaterThan(8 * 100_000);
});
