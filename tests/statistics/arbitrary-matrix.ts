import fc from 'fast-check';
import { matrixOf } from '../../src/statistics/confusion-matrix.ts';

/** The seed of the property tests of this folder. */
export const SEED = 20_261_122;

/** Matrices of two to five categories with at least two cases. */
export const anyMatrix = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc
    .array(fc.oneof(fc.constant(0), fc.nat(40)), { minLength: size * size, maxLength: size * size })
    .filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= 2)
    .map((counts) => matrixOf(size, counts)),
);
