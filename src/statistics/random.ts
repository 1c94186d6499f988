/** Draws a number from 0 up to 1. */
export type Random = () => number;

/**
 * Numbers that follow from the seed alone: mulberry32 (Tommy Ettinger, 2017), 32 bits of state, a period of 2^32. The
 * same seed gives the same numbers on every machine. Not for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
