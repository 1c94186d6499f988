import type { AnswerShares } from '../core/answer-shares.ts';
import { seededRandom } from '../statistics/random.ts';

/**
 * Complete cases drawn by how common answers are, each question on its own. The same seed draws the same cases, so
 * that an estimate from them does not flicker from one screen to the next.
 */
export function drawnCases(shares: AnswerShares, count: number, seed: number): number[][] {
  const chance = seededRandom(seed);
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
