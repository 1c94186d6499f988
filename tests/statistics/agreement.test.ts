import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raterAgreement } from '../../src/statistics/agreement.ts';
import {
  bootstrapIntervals,
  RESAMPLES,
  resampledCases,
  resampledMatrix,
} from '../../src/statistics/bootstrap.ts';
import {
  type ConfusionMatrix,
  caseCount,
  cellsOf,
  columnTotals,
  confusionMatrix,
  rowTotals,
} from '../../src/statistics/confusion-matrix.ts';
import { cohenKappa } from '../../src/statistics/kappa.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { anyMatrix, SEED } from './arbitrary-matrix.ts';
import { ALTMAN_1991, COHEN_1968 } from './published-examples.ts';

describe('resampling', () => {
  test('keeps the number of cases and invents no cell', () => {
    const random = seededRandom(SEED);
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const drawn = resampledMatrix(matrix, random);
        expect(caseCount(drawn)).toBe(caseCount(matrix));
        for (const { row, column, count } of cellsOf(matrix)) {
          if (count === 0) expect(drawn[row]?.[column]).toBe(0);
        }
      }),
      { seed: SEED },
    );
  });

  test('draws each cell as often as it counts', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 5000 }, () => cellsOf(resampledMatrix(COHEN_1968, random)));
    cellsOf(COHEN_1968).forEach(({ count }, index) => {
      const mean = drawn.reduce((sum, cells) => sum + (cells[index]?.count ?? 0), 0) / drawn.length;
      expect(Math.abs(mean - count)).toBeLessThan((4 * Math.sqrt(count)) / Math.sqrt(drawn.length));
    });
  });

  test('of single cases draws from all of them, with replacement', () => {
    const random = seededRandom(1);
    const cases = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    const drawn = Array.from({ length: 200 }, () => resampledCases(cases, random));
    expect(drawn.every((sample) => sample.length === 4)).toBe(true);
    expect(new Set(drawn.flat())).toEqual(new Set(cases));
    expect(drawn.some((sample) => new Set(sample).size < 4)).toBe(true);
    expect(resampledCases([], random)).toEqual([]);
  });
});

describe('the interval', () => {
  test('of kappa is that of the large-sample standard error of Fleiss, Cohen and Everitt 1969 where cases are many', () => {
    const matrix = ALTMAN_1991.map((row) => row.map((count) => 100 * count));
    const kappa = raterAgreement(matrix, 1).estimates.find(({ figure }) => figure === 'kappa');
    const error = standardError(matrix);
    expect(kappa?.interval?.low).toBeCloseTo((kappa?.value ?? 0) - 1.96 * error, 3);
    expect(kappa?.interval?.high).toBeCloseTo((kappa?.value ?? 0) + 1.96 * error, 3);
  });

  test('leaves out 2.5 % on either side', () => {
    let next = 0;
    const [interval] = bootstrapIntervals(() => next++, [(sample) => sample]);
    expect(interval?.low).toBeCloseTo(0.025 * (RESAMPLES - 1), 9);
    expect(interval?.high).toBeCloseTo(0.975 * (RESAMPLES - 1), 9);
  });

  test('bears one undefined sample in twenty, and no more', () => {
    const intervals = [20, 19].map((every) => {
      let next = 0;
      return bootstrapIntervals(() => next++, [(sample) => (sample % every === 0 ? undefined : 1)])[0];
    });
    expect(intervals).toEqual([{ low: 1, high: 1 }, undefined]);
  });

  test('follows from the matrix and the seed alone', () => {
    expect(raterAgreement(COHEN_1968, 7)).toEqual(raterAgreement(COHEN_1968, 7));
    expect(raterAgreement(COHEN_1968, 8).estimates).not.toEqual(raterAgreement(COHEN_1968, 7).estimates);
  });
});

test('of a matrix without a case nothing is defined', () => {
  const { cases, estimates } = raterAgreement(confusionMatrix(4, []), 1);
  expect(cases).toBe(0);
  expect(estimates.map(({ figure, ...rest }) => rest)).toEqual(Array(7).fill({}));
});

test('where all are placed alike, shares are defined and what compares with chance is not', () => {
  const { estimates } = raterAgreement(
    [
      [0, 0],
      [0, 9],
    ],
    1,
  );
  expect(estimates.filter(({ value }) => value === undefined).map(({ figure }) => figure)).toEqual([
    'kappa',
    'linear',
    'quadratic',
    'icc',
  ]);
  expect(estimates[0]).toEqual({ figure: 'exact', value: 1, interval: { low: 1, high: 1 } });
});

/** The large-sample standard error of kappa of Fleiss, Cohen and Everitt (1969). */
function standardError(matrix: ConfusionMatrix): number {
  const all = caseCount(matrix);
  const rows = rowTotals(matrix).map((count) => count / all);
  const columns = columnTotals(matrix).map((count) => count / all);
  const kappa = cohenKappa(matrix) ?? Number.NaN;
  const chance = rows.reduce((sum, share, index) => sum + share * (columns[index] ?? 0), 0);
  const terms = cellsOf(matrix).map(({ row, column, count }) => {
    const marginals = (columns[row] ?? 0) + (rows[column] ?? 0);
    return (count / all) * (Number(row === column) - marginals * (1 - kappa)) ** 2;
  });
  const sum = terms.reduce((total, term) => total + term, 0);
  return Math.sqrt((sum - (kappa - chance * (1 - kappa)) ** 2) / all) / (1 - chance);
}
