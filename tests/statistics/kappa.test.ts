import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConfusionMatrix,
  caseCount,
  cellsOf,
  columnTotals,
  confusionMatrix,
  exactAgreement,
  rowTotals,
} from '../../src/statistics/confusion-matrix.ts';
import { cohenKappa, kappaWith, pairwiseKappas, weightedKappa } from '../../src/statistics/kappa.ts';
import { anyMatrix, SEED } from './arbitrary-matrix.ts';
import {
  ALTMAN_1991,
  ANXIETY,
  COHEN_1968,
  FLEISS_COHEN_EVERITT_1969,
  HOUT_1987,
  SAS_PRINTOUT,
} from './published-examples.ts';

/** The second and third rater of `anxiety`, without the category that neither uses, as irr counts them. */
const ANXIETY_23 = confusionMatrix(
  5,
  ANXIETY[1].map((rating, person): [number, number] => [rank(rating), rank(ANXIETY[2][person] ?? 0)]),
);

function rank(rating: number): number {
  return [1, 2, 3, 4, 6].indexOf(rating);
}

describe('kappa as published', () => {
  test.each([
    ['Cohen 1968', COHEN_1968, 3, 0.492],
    ['Fleiss, Cohen and Everitt 1969', FLEISS_COHEN_EVERITT_1969, 3, 0.429],
    ['Altman 1991', ALTMAN_1991, 2, 0.47],
    ['the SAS printout', SAS_PRINTOUT, 4, 0.4842],
    ['Hout 1987 in vcd', HOUT_1987, 4, 0.1293],
    ['anxiety in irr', ANXIETY_23, 7, -0.0062893],
  ])('%s', (_, matrix, digits, printed) => {
    expect(Number(cohenKappa(matrix)?.toFixed(digits))).toBe(printed);
  });

  test.each([
    ['Altman 1991', ALTMAN_1991, 'linear', 2, 0.57],
    ['the SAS printout', SAS_PRINTOUT, 'linear', 4, 0.4701],
    ['Hout 1987 in vcd', HOUT_1987, 'linear', 4, 0.2374],
    ['anxiety in irr', ANXIETY_23, 'linear', 7, 0.1459075],
    ['anxiety in irr', ANXIETY_23, 'quadratic', 7, 0.2520325],
  ] as const)('%s, weighted', (_name, matrix, weights, digits, printed) => {
    expect(Number(weightedKappa(matrix, weights)?.toFixed(digits))).toBe(printed);
  });

  test.each([
    [
      '.348',
      [
        [0, 1, 3],
        [1, 0, 6],
        [3, 6, 0],
      ],
      0.348,
    ],
    [
      '.353, not symmetric',
      [
        [0, 1, 4],
        [1, 0, 6],
        [2, 2, 0],
      ],
      0.353,
    ],
  ])("Cohen's own weights of 1968: %s", (_, weights, printed) => {
    const kappa = kappaWith(COHEN_1968, (row, column) => weights[row]?.[column] ?? 0);
    expect(Number(kappa?.toFixed(3))).toBe(printed);
  });

  test('by hand, from the shares that Cohen prints', () => {
    const observed = 0.44 + 0.2 + 0.06;
    const expected = 0.6 * 0.5 + 0.3 * 0.3 + 0.1 * 0.2;
    expect(exactAgreement(COHEN_1968)).toBeCloseTo(observed, 12);
    expect(cohenKappa(COHEN_1968)).toBeCloseTo((observed - expected) / (1 - expected), 12);
  });
});

describe('kappa is not defined', () => {
  test.each([
    [
      'without a case',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'where both always say the same one thing',
      [
        [0, 0, 0],
        [0, 7, 0],
        [0, 0, 0],
      ],
    ],
  ])('%s', (_, matrix) => {
    expect(cohenKappa(matrix)).toBeUndefined();
    expect(weightedKappa(matrix, 'linear')).toBeUndefined();
    expect(weightedKappa(matrix, 'quadratic')).toBeUndefined();
  });

  test('and is 0 where one of them always says the same', () => {
    expect(
      cohenKappa([
        [3, 5],
        [0, 0],
      ]),
    ).toBe(0);
  });
});

describe('for any matrix', () => {
  test('no kappa cares who is first', () => {
    everyMatrix((matrix) => {
      const turned = rearranged(matrix, ({ row, column }) => [column, row]);
      for (const kappa of [cohenKappa, linear, quadratic]) same(kappa(turned), kappa(matrix));
    });
  });

  test('no kappa cares for the order turned round, and plain kappa for no order at all', () => {
    everyMatrix((matrix) => {
      const last = matrix.length - 1;
      const reversed = rearranged(matrix, ({ row, column }) => [last - row, last - column]);
      for (const kappa of [cohenKappa, linear, quadratic]) same(kappa(reversed), kappa(matrix));
      const next = (category: number) => (category + 1) % matrix.length;
      same(
        cohenKappa(rearranged(matrix, ({ row, column }) => [next(row), next(column)])),
        cohenKappa(matrix),
      );
    });
  });

  test('full agreement over two categories or more is 1', () => {
    everyMatrix((matrix) => {
      const agreed = rearranged(matrix, ({ row }) => [row, row]);
      const isConstant = rowTotals(agreed).filter((count) => count > 0).length < 2;
      for (const kappa of [cohenKappa, linear, quadratic]) {
        expect(kappa(agreed)).toBe(isConstant ? undefined : 1);
      }
    });
  });

  test('linear kappa is the mean of the kappas at each cut, weighted by what chance gives (Vanbelle and Albert 2009)', () => {
    everyMatrix((matrix) => {
      let weighted = 0;
      let weights = 0;
      for (let cut = 1; cut < matrix.length; cut++) {
        const halves = rearranged(
          matrix,
          ({ row, column }) => [Number(row >= cut), Number(column >= cut)],
          2,
        );
        const weight = chanceDisagreement(halves);
        weighted += weight * (cohenKappa(halves) ?? 0);
        weights += weight;
      }
      same(linear(matrix), weights === 0 ? undefined : weighted / weights);
    });
  });
});

test('pairs of raters come in order, each as the matrix of the two gives it', () => {
  const ratings = ANXIETY[0].map((_, person) => ANXIETY.map((rater) => (rater[person] ?? 0) - 1));
  const pairs = pairwiseKappas(ratings, 6, 'quadratic');
  expect(pairs.map(({ first, second }) => [first, second])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  const matrix = confusionMatrix(
    6,
    ratings.map((row): [number, number] => [row[0] ?? 0, row[2] ?? 0]),
  );
  expect(pairs[1]?.kappa).toBe(quadratic(matrix));
  expect(pairwiseKappas([], 6, 'linear')).toEqual([]);
});

function linear(matrix: ConfusionMatrix): number | undefined {
  return weightedKappa(matrix, 'linear');
}

function quadratic(matrix: ConfusionMatrix): number | undefined {
  return weightedKappa(matrix, 'quadratic');
}

function everyMatrix(check: (matrix: ConfusionMatrix) => void): void {
  fc.assert(fc.property(anyMatrix, check), { seed: SEED, numRuns: 300 });
  expect.hasAssertions();
}

function same(value: number | undefined, expected: number | undefined): void {
  if (expected === undefined) expect(value).toBeUndefined();
  else expect(value).toBeCloseTo(expected, 10);
}

function rearranged(
  matrix: ConfusionMatrix,
  to: (cell: { readonly row: number; readonly column: number }) => [number, number],
  size = matrix.length,
): ConfusionMatrix {
  const pairs = cellsOf(matrix).flatMap((cell) => Array.from({ length: cell.count }, () => to(cell)));
  return confusionMatrix(size, pairs);
}

function chanceDisagreement(halves: ConfusionMatrix): number {
  const [low = 0, high = 0] = rowTotals(halves);
  const [lowSecond = 0, highSecond = 0] = columnTotals(halves);
  return (low * highSecond + high * lowSecond) / caseCount(halves) ** 2;
}
