import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  caseCount,
  cellsOf,
  columnTotals,
  confusionMatrix,
  exactAgreement,
  overPlacement,
  rowTotals,
  underPlacement,
} from '../../src/statistics/confusion-matrix.ts';
import { anyMatrix, SEED } from './arbitrary-matrix.ts';

test('counts pairs, the first rater in rows', () => {
  const matrix = confusionMatrix(3, [
    [0, 0],
    [0, 2],
    [0, 2],
    [2, 1],
  ]);
  expect(matrix).toEqual([
    [1, 0, 2],
    [0, 0, 0],
    [0, 1, 0],
  ]);
  expect(rowTotals(matrix)).toEqual([3, 0, 1]);
  expect(columnTotals(matrix)).toEqual([1, 1, 2]);
  expect(caseCount(matrix)).toBe(4);
  expect(exactAgreement(matrix)).toBe(1 / 4);
  expect(overPlacement(matrix)).toBe(2 / 4);
  expect(underPlacement(matrix)).toBe(1 / 4);
});

test('has no shares without a case', () => {
  const empty = confusionMatrix(4, []);
  expect([exactAgreement(empty), overPlacement(empty), underPlacement(empty)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('every case agrees, or is placed over or under', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const shares = [exactAgreement(matrix), overPlacement(matrix), underPlacement(matrix)];
      expect(shares.reduce((sum: number, share) => sum + (share ?? Number.NaN), 0)).toBeCloseTo(1, 12);
      expect(cellsOf(matrix).reduce((sum, { count }) => sum + count, 0)).toBe(caseCount(matrix));
    }),
    { seed: SEED },
  );
});
