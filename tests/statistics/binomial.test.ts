import { describe, expect, test } from 'vitest';
import { drawBinomial } from '../../src/statistics/binomial.ts';
import { seededRandom } from '../../src/statistics/random.ts';

const DRAWS = 40_000;

/** Both ways to draw, on both sides of a half, and where one takes over from the other. */
describe('binomial draws are distributed as they should be', () => {
  test.each([
    [12, 0.3],
    [40, 0.9],
    [33, 0.3],
    [34, 0.3],
    [85, 0.5],
    [200, 0.95],
    [1000, 0.2],
  ])('%d trials with chance %d', (trials, chance) => {
    const random = seededRandom(1);
    const seen = new Map<number, number>();
    for (let draw = 0; draw < DRAWS; draw++) {
      const hits = drawBinomial(trials, chance, random);
      seen.set(hits, (seen.get(hits) ?? 0) + 1);
    }
    // Pearson's chi-square over the outcomes expected at least five times; a fixed seed, hence no chance of failing.
    let chiSquare = 0;
    let outcomes = 0;
    let likelihood = (1 - chance) ** trials;
    for (let hits = 0; hits <= trials; hits++) {
      const expected = likelihood * DRAWS;
      if (expected >= 5) {
        chiSquare += ((seen.get(hits) ?? 0) - expected) ** 2 / expected;
        outcomes++;
      }
      likelihood *= ((trials - hits) / (hits + 1)) * (chance / (1 - chance));
    }
    expect(outcomes).toBeGreaterThan(5);
    expect(chiSquare).toBeLessThan(outcomes + 3.3 * Math.sqrt(2 * outcomes));
  });

  test('of a million trials have their mean and variance', () => {
    const random = seededRandom(2);
    const [trials, chance] = [1_000_000, 0.3];
    const draws = Array.from({ length: DRAWS }, () => drawBinomial(trials, chance, random));
    const mean = draws.reduce((sum, hits) => sum + hits, 0) / DRAWS;
    const variance = draws.reduce((sum, hits) => sum + (hits - mean) ** 2, 0) / DRAWS;
    const expected = trials * chance * (1 - chance);
    expect(Math.abs(mean - trials * chance)).toBeLessThan(3 * Math.sqrt(expected / DRAWS));
    expect(variance / expected).toBeCloseTo(1, 1);
  });

  test('that leave nothing to chance', () => {
    const random = seededRandom(3);
    expect([drawBinomial(0, 0.5, random), drawBinomial(9, 0, random), drawBinomial(9, 1, random)]).toEqual([
      0, 0, 9,
    ]);
  });
});
