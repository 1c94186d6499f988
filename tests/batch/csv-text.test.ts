import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../src/batch/csv-text.ts';

test('rows without and with marks of CSV are as the library writes them', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', ';', '=', ',', '"', '\n', '\r'),
    maxLength: 3,
  });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(rows, (given) => {
      expect(csvText(given)).toBe(stringify(given.map((row) => [...row])));
    }),
    { seed: 20_261_122, numRuns: 2000 },
  );
});
