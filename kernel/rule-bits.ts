import { WORD } from './texts';

/** Bytes in a block: 128 bits, a cube each. */
const BLOCK: usize = 16;

/** Which truths hold for a row, as `RuleBits` of src/batch/fast lays them out. */
@unmanaged
export class RuleBits {
  /** Bytes of all blocks. */
  size: usize;
  /** The bits that cubes can set. */
  cubes: usize;
  /** Of the bits of each truth, which stand side by side, the last one, and all but the last one. */
  last: usize;
  others: usize;
  /** Room for what holds: of each truth that does, the last of its bits. */
  words: usize;
  /** Per test the question, and the blocks of its codes: the place of that of code 0. An open answer, -1, is before it. */
  tests: usize;
  /** By block the place where its tests end. */
  testEnds: usize;
  /** Truths that are walked: where their walks begin and end. */
  walks: usize;
  walksEnd: usize;
}

/** A truth whose diagram is walked: `WalkTable` of src/batch/fast. */
@unmanaged
class Walk {
  /** The place of the word that it sets a bit of, and the bit. */
  word: usize;
  bit: u32;
  root: i32;
  table: usize;
}

/** The reference of a walk to the end where the truth holds; all other negative ones are ends where it does not. */
const HOLDS: i32 = -1;

/** Finds the truths that hold for the row whose codes, a byte each, begin at `codes`. */
export function look(bits: RuleBits, codes: usize): void {
  const size = bits.size;
  let test = bits.tests;
  for (let block: usize = 0; block < size; block += BLOCK) {
    let left = v128.load(bits.cubes + block);
    const end = load<usize>(bits.testEnds + block / WORD);
    for (; test < end; test += 2 * WORD) {
      const code = <isize>load<i8>(codes + load<usize>(test));
      left = v128.and(left, v128.load(load<usize>(test + WORD) + code * BLOCK));
    }
    v128.store(
      bits.words + block,
      collapsed(left, v128.load(bits.last + block), v128.load(bits.others + block)),
    );
  }
  for (let place = bits.walks; place < bits.walksEnd; place += offsetof<Walk>()) {
    const walk = changetype<Walk>(place);
    if (holds(walk, codes)) store<u32>(walk.word, load<u32>(walk.word) | walk.bit);
  }
}

/** One bit for each truth that has any: what is added to the others of its bits reaches the last one if any of them is set. */
function collapsed(bits: v128, last: v128, others: v128): v128 {
  const reached = i32x4.add(v128.and(bits, others), others);
  return v128.and(v128.or(reached, bits), last);
}

function holds(walk: Walk, codes: usize): bool {
  let place = walk.root;
  while (place >= 0) {
    const node = walk.table + WORD * place;
    const code = <isize>load<i8>(codes + load<usize>(node));
    place = load<i32>(node + (2 + code) * WORD);
  }
  return place == HOLDS;
}

/** Whether any bit holds. */
export function isAny(bits: RuleBits): bool {
  const end = bits.words + bits.size;
  for (let place = bits.words; place < end; place += BLOCK) {
    if (v128.any_true(v128.load(place))) return true;
  }
  return false;
}

/** Whether any bit of a mask, a block each, holds. */
export function meets(bits: RuleBits, mask: usize): bool {
  const size = bits.size;
  for (let block: usize = 0; block < size; block += BLOCK) {
    if (v128.any_true(v128.and(v128.load(bits.words + block), v128.load(mask + block)))) return true;
  }
  return false;
}

/** Whether any bit of a mask holds that does not hold in other bits. */
export function isAnyOfOther(bits: RuleBits, other: RuleBits, mask: usize): bool {
  for (let block: usize = 0; block < bits.size; block += BLOCK) {
    const more = v128.andnot(v128.load(bits.words + block), v128.load(other.words + block));
    if (v128.any_true(v128.and(more, v128.load(mask + block)))) return true;
  }
  return false;
}

/** Writes the bits of a mask that hold. */
export function writeMasked(bits: RuleBits, mask: usize, into: usize): void {
  for (let block: usize = 0; block < bits.size; block += BLOCK) {
    v128.store(into + block, v128.and(v128.load(bits.words + block), v128.load(mask + block)));
  }
}

/** Adds to such bits those of another mask that hold. */
export function addMasked(bits: RuleBits, mask: usize, into: usize): void {
  for (let block: usize = 0; block < bits.size; block += BLOCK) {
    const more = v128.and(v128.load(bits.words + block), v128.load(mask + block));
    v128.store(into + block, v128.or(v128.load(into + block), more));
  }
}

/** Whether any of so many signed bytes is negative of those that `signs` has a sign bit for. */
export function hasAnySign(bytes: usize, signs: usize, count: usize): bool {
  for (let at: usize = 0; at < count; at += BLOCK) {
    if (v128.any_true(v128.and(v128.load(bytes + at), v128.load(signs + at)))) return true;
  }
  return false;
}
