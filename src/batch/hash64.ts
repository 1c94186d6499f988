/** The two halves of a 64-bit hash, unsigned. */
export interface Hash64 {
  high: number;
  low: number;
}

/**
 * Writes a 64-bit hash of the text into `into`, so that hashing a million ids allocates nothing. Both lanes are
 * stirred at each UTF-16 unit and the second also by the first, then finished as in MurmurHash3. Not cryptographic:
 * somebody who tries can make two texts collide.
 */
export function hash64(text: string, into: Hash64): void {
  let a = 0x9e3779b9 ^ text.length;
  let b = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    a = Math.imul(a ^ text.charCodeAt(index), 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b ^ a, 0x1b873593);
    b = ((b << 13) | (b >>> 19)) + a;
  }
  into.high = finish(a ^ (b >>> 16));
  into.low = finish(b ^ into.high);
}

/** Lets each bit of a 32-bit number sway all others. */
function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
