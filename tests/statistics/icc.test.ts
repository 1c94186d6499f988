import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseCount, cellsOf, columnTotals, rowTotals } from '../../src/statistics/confusion-matrix.ts';
import { intraclassCorrelation, intraclassCorrelationOfMatrix } from '../../src/statistics/icc.ts';
import { weightedKappa } from '../../src/statistics/kappa.ts';
import { anyMatrix, SEED } from './arbitrary-matrix.ts';
import { ANXIETY, SHROUT_FLEISS_1979 } from './published-examples.ts';

describe('ICC(2,1) as published', () => {
  test('Shrout and Fleiss 1979: .29', () => {
    expect(intraclassCorrelation(SHROUT_FLEISS_1979)?.toFixed(2)).toBe('0.29');
  });

  test('by hand, from the mean squares that Shrout and Fleiss print', () => {
    const [bms, jms, ems] = [11.24, 32.49, 1.02];
    const byHand = (bms - ems) / (bms + 3 * ems + (4 * (jms - ems)) / 6);
    expect(intraclassCorrelation(SHROUT_FLEISS_1979)).toBeCloseTo(byHand, 3);
  });

  test('anxiety in irr, two-way, agreement, single: 0.198', () => {
    const ratings = ANXIETY[0].map((_, person) => ANXIETY.map((rater) => rater[person] ?? 0));
    expect(intraclassCorrelation(ratings)?.toFixed(3)).toBe('0.198');
  });
});

test.each([
  ['no case', []],
  ['one case', [[1, 2]]],
  ['one rater', [[1], [2], [3]]],
  [
    'equal ratings',
    [
      [0.1, 0.1],
      [0.1, 0.1],
      [0.1, 0.1],
    ],
  ],
  [
    'two cases turned round, whose variance is estimated as nothing',
    [
      [0, 1],
      [1, 0],
    ],
  ],
])('is not defined for %s', (_, ratings) => {
  expect(intraclassCorrelation(ratings)).toBeUndefined();
});

const anyRatings = fc
  .integer({ min: 2, max: 5 })
  .chain((raters) =>
    fc.array(fc.array(fc.nat(6), { minLength: raters, maxLength: raters }), { minLength: 3, maxLength: 20 }),
  );

test('does not change if cases or raters change places, or the scale shifts and stretches', () => {
  fc.assert(
    fc.property(anyRatings, (ratings) => {
      const expected = intraclassCorrelation(ratings);
      const turned = ratings.map((row) => row.toReversed()).toReversed();
      const stretched = ratings.map((row) => row.map((rating) => 3 * rating + 7));
      for (const other of [turned, stretched]) {
        if (expected === undefined) expect(intraclassCorrelation(other)).toBeUndefined();
        else expect(intraclassCorrelation(other)).toBeCloseTo(expected, 9);
      }
    }),
    { seed: SEED },
  );
});

test('of a matrix is that of its cases, and quadratic kappa but for a term that shrinks with their number', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const cells = cellsOf(matrix);
      const ratings = cells.flatMap(({ row, column, count }) =>
        Array.from({ length: count }, () => [row, column]),
      );
      const icc = intraclassCorrelationOfMatrix(matrix);
      const one = intraclassCorrelation(ratings);
      if (icc === undefined || one === undefined) {
        expect(icc).toBe(one);
        return;
      }
      expect(icc).toBeCloseTo(one, 9);

      // Fleiss and Cohen 1973, exactly: 1/ICC = 1/kappa - sum of squared differences / (2 n times the cross products).
      const cases = caseCount(matrix);
      const products = cells.reduce((sum, { row, column, count }) => sum + count * row * column, 0);
      const crossProducts =
        products - (firstMoment(rowTotals(matrix)) * firstMoment(columnTotals(matrix))) / cases;
      const squares = cells.reduce((sum, { row, column, count }) => sum + count * (row - column) ** 2, 0);
      const kappa = weightedKappa(matrix, 'quadratic') ?? Number.NaN;
      const difference = (kappa * squares) / (2 * cases);
      expect(icc * (crossProducts - difference)).toBeCloseTo(kappa * crossProducts, 7);
    }),
    { seed: SEED, numRuns: 300 },
  );
  expect.hasAssertions();
});

function firstMoment(totals: readonly number[]): number {
  return totals.reduce((sum, count, category) => sum + count * category, 0);
}
