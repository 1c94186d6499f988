import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinePlaces } from '../../src/batch/line-places.ts';

test('a place is that of the line feeds before it, whichever place was asked for last', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 6 }), (given, offsets) => {
      const places = new LinePlaces(given);
      for (const offset of offsets.map((wanted) => Math.min(wanted, given.length))) {
        const before = given.slice(0, offset).split('\n');
        expect(places.at(offset)).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
      }
    }),
    { seed: 20_261_122, numRuns: 3000 },
  );
});
