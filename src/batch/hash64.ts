/**
 * A 64-bit hash as two signed halves, the high one first. Both lanes are stirred at each UTF-16 unit and the second
 * also by the first, then finished as in MurmurHash3. Not cryptographic: somebody who tries can make two texts collide.
 * It is written into memory that the caller keeps, so that hashing a million ids allocates nothing.
 */
export type Hash64 = Int32Array;

/** Writes the hash of a text. */
export function hash64(text: string, into: Hash64): void {
  let first = FIRST ^ text.length;
  let second = SECOND;
  for (let index = 0; index < text.length; index++) {
    first = stirFirst(first, text.charCodeAt(index));
    second = stirSecond(second, first);
  }
  finish(first, second, into);
}

/** Writes the same hash of text that is a range of ASCII bytes; false, and no hash, where a byte is not ASCII. */
export function hashOfAscii(bytes: Uint8Array, from: number, to: number, into: Hash64): boolean {
  let first = FIRST ^ (to - from);
  let second = SECOND;
  let all = 0;
  for (let index = from; index < to; index++) {
    const byte = bytes[index] ?? 0;
    all |= byte;
    first = stirFirst(first, byte);
    second = stirSecond(second, first);
  }
  if (all >= 0x80) return false;
  finish(first, second, into);
  return true;
}

const FIRST = 0x9e3779b9;
const SECOND = 0x85ebca6b;

function stirFirst(lane: number, unit: number): number {
  const mixed = Math.imul(lane ^ unit, 0xcc9e2d51);
  return (mixed << 15) | (mixed >>> 17);
}

function stirSecond(lane: number, first: number): number {
  const mixed = Math.imul(lane ^ first, 0x1b873593);
  return (((mixed << 13) | (mixed >>> 19)) + first) | 0;
}

function finish(first: number, second: number, into: Hash64): void {
  const high = avalanche(first ^ (second >>> 16));
  into[0] = high;
  into[1] = avalanche(second ^ high);
}

/** Lets each bit of a lane sway all others. */
function avalanche(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
