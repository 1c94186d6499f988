/**
 * The mulberry32 generator: 32 bits of state, the same numbers on every machine.
 *
 * @param {number} seed
 * @returns {() => number} the next number from 0 up to, but not including, 1
 */
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
