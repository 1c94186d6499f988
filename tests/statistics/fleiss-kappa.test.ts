import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fleissKappa } from '../../src/statistics/fleiss-kappa.ts';
import { SEED } from './arbitrary-matrix.ts';
import { FLEISS_1971, FOURTEEN_RATERS } from './published-examples.ts';

test('Fleiss 1971, psychiatric diagnoses: .430, and to seven digits as irr has it', () => {
  expect(FLEISS_1971).toHaveLength(30);
  expect(fleissKappa(FLEISS_1971)?.toFixed(3)).toBe('0.430');
  expect(fleissKappa(FLEISS_1971)?.toFixed(7)).toBe('0.4302445');
});

test('the example of fourteen raters: .210', () => {
  expect(fleissKappa(FOURTEEN_RATERS)?.toFixed(3)).toBe('0.210');
});

test.each([
  ['no case', []],
  ['one rater', [[1], [2]]],
  [
    'cases with unlike numbers of ratings',
    [
      [1, 2],
      [1, 2, 2],
    ],
  ],
  [
    'ratings of one category',
    [
      [3, 3, 3],
      [3, 3, 3],
    ],
  ],
])('is not defined for %s', (_, ratings) => {
  expect(fleissKappa(ratings)).toBeUndefined();
});

test('for two raters it is the pi of Scott 1955, whoever gave which rating', () => {
  const anyPairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      const agreed = pairs.filter(([first, second]) => first === second).length / pairs.length;
      const chance = [0, 1, 2, 3]
        .map((category) => pairs.flat().filter((one) => one === category).length / (2 * pairs.length))
        .reduce((sum, share) => sum + share ** 2, 0);
      const kappa = fleissKappa(pairs);
      const turned = fleissKappa(pairs.map(([first, second]) => [second, first]));
      if (chance === 1) {
        expect([kappa, turned]).toEqual([undefined, undefined]);
        return;
      }
      expect(kappa).toBeCloseTo((agreed - chance) / (1 - chance), 10);
      expect(turned).toBe(kappa);
    }),
    { seed: SEED },
  );
  expect.hasAssertions();
});
