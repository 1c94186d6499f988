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
  begin(into, text.length);
  for (let index = 0; index < text.length; index++) stir(into, text.charCodeAt(index));
  end(into);
}

/** The same hash of text that is a range of ASCII bytes; false, and no hash, where a byte is not ASCII. */
export function hashOfAscii(bytes: Uint8Array, from: number, to: number, into: Hash64): boolean {
  begin(into, to - from);
  for (let index = from; index < to; index++) {
    const byte = bytes[index] ?? 0;
    if (byte >= 0x80) return false;
    stir(into, byte);
  }
  end(into);
  return true;
}

function begin(lanes: Hash64, length: number): void {
  lanes.high = 0x9e3779b9 ^ length;
  lanes.low = 0x85ebca6b;
}

function stir(lanes: Hash64, unit: number): void {
  let a = Math.imul(lanes.high ^ unit, 0xcc9e2d51);
  a = (a << 15) | (a >>> 17);
  let b = Math.imul(lanes.low ^ a, 0x1b873593);
  b = ((b << 13) | (b >>> 19)) + a;
  lanes.high = a;
  lanes.low = b;
}

function end(lanes: Hash64): void {
  const { high: a, low: b } = lanes;
  lanes.high = finish(a ^ (b >>> 16));
  lanes.low = finish(b ^ lanes.high);
}

/** Lets each bit of a 32-bit number sway all others. */
function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
