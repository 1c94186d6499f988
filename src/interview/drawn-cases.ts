import type { AnswerShares } from '../core/answer-shares.ts';

/**
 * Complete cases drawn by how common answers are, each question on its own. The same seed draws the same cases, so
 * that an estimate from them does not flicker from one screen to the next.
 */
export function drawnCases(shares: AnswerShares, count: number, seed: number): number[][] {
  const chance = chances(seed);
  return Array.from({ length: count }, () => shares.map((own) => drawOne(own, chance())));
}

function drawOne(shares: readonly number[], chance: number): number {
  let left = chance;
  const drawn = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return drawn === -1 ? shares.length - 1 : drawn;
}

/** Numbers from 0 up to 1 that follow from the seed alone (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
