import type { Node } from '../../diagram/node-store.ts';
import { type CodeSpace, type Cube, cubesOf } from './cubes.ts';
import { type WalkTable, walkHolds, walkTable } from './walk-table.ts';

/** Cubes in a word. A truth that takes more of them is one bit, which a walk through its diagram sets. */
const WORD = 32;

/** Truths that are found together for a row: each by its cubes, or by its diagram. */
export type Truths = readonly (readonly Cube[] | WalkTable)[];

/** The form of a truth diagram in which it is found soonest. */
export function truthOfDiagram(space: CodeSpace, root: Node): Truths[number] {
  return cubesOf(space, root, WORD) ?? walkTable(space, root);
}

/**
 * Finds which of many truths hold for a row of answer codes. Each cube is a bit; each code of a question has a word of
 * the cubes that admit it; the words of a row's codes, taken together bit by bit, leave the cubes that hold.
 *
 * Method: Lakshman and Stiliadis 1998 (bit vectors for matching many rules at once).
 */
export class RuleBits {
  readonly truthCount: number;
  /** The cubes that hold for the row that was looked at last, 32 in a word; those of one truth are in one word. */
  readonly words: Int32Array;
  /** By word: which tests it rests on, as places in `#tests`; one more for the end. */
  readonly #firstTest: Int32Array;
  /** Per test a question, and where the masks of its codes begin in `#masks` (the first for an open answer). */
  readonly #tests: Int32Array;
  readonly #masks: Int32Array;
  /** The bits that cubes can set. */
  readonly #cubes: Int32Array;
  readonly #walks: readonly { readonly word: number; readonly bit: number; readonly table: WalkTable }[];
  /** By word and bit: the truth that it stands for. */
  readonly #truths: readonly (readonly number[])[];

  /** @param answerCounts how many answers each question has */
  constructor(truths: Truths, answerCounts: readonly number[]) {
    const placed = placedInWords(truths);
    this.truthCount = truths.length;
    this.words = new Int32Array(placed.length);
    this.#cubes = new Int32Array(placed.length);
    this.#truths = placed.map((bits) => bits.map(({ truth }) => truth));
    this.#walks = placed.flatMap((bits, word) =>
      bits.flatMap(({ by }, bit) => ('table' in by ? [{ word, bit: 1 << bit, table: by }] : [])),
    );
    const firstTest = [0];
    const tests: number[] = [];
    const masks: number[] = [];
    placed.forEach((bits, word) => {
      const cubes = bits.map(({ by }) => ('table' in by ? undefined : by));
      cubes.forEach((cube, bit) => {
        if (cube !== undefined) this.#cubes[word] = (this.#cubes[word] ?? 0) | (1 << bit);
      });
      for (const question of new Set(cubes.flatMap((cube) => [...(cube?.keys() ?? [])]))) {
        tests.push(question, masks.length);
        for (let code = -1; code < (answerCounts[question] ?? 0); code++) {
          masks.push(maskOf(cubes, question, code));
        }
      }
      firstTest.push(tests.length);
    });
    this.#firstTest = Int32Array.from(firstTest);
    this.#tests = Int32Array.from(tests);
    this.#masks = Int32Array.from(masks);
  }

  /** Looks at the row whose codes begin at `row`. */
  look(codes: Int8Array, row: number): void {
    const words = this.words;
    const firstTest = this.#firstTest;
    const tests = this.#tests;
    const masks = this.#masks;
    let test = 0;
    for (let word = 0; word < words.length; word++) {
      let bits = this.#cubes[word] ?? 0;
      const end = firstTest[word + 1] ?? 0;
      for (; test < end; test += 2) {
        // An open answer has the code -1.
        const code = (codes[row + (tests[test] ?? 0)] ?? 0) + 1;
        bits &= masks[(tests[test + 1] ?? 0) + code] ?? 0;
      }
      words[word] = bits;
    }
    for (const { word, bit, table } of this.#walks) {
      if (walkHolds(table, codes, row)) words[word] = (words[word] ?? 0) | bit;
    }
  }

  /** Whether any of the truths holds for the row. */
  isAny(): boolean {
    for (const bits of this.words) if (bits !== 0) return true;
    return false;
  }

  /** The bits of `words` that stand for these truths. */
  bitsOf(truths: ReadonlySet<number>): Int32Array {
    return Int32Array.from(this.#truths, (bits) =>
      bits.reduce((mask, truth, bit) => (truths.has(truth) ? mask | (1 << bit) : mask), 0),
    );
  }

  /** The truths, by their index, that one word says to hold. */
  holdingIn(word: number, bits = this.words[word] ?? 0): number[] {
    const truths = this.#truths[word] ?? [];
    const holding: number[] = [];
    for (let left = bits; left !== 0; left &= left - 1) {
      const truth = truths[31 - Math.clz32(left & -left)] ?? 0;
      // The cubes of one truth stand together.
      if (truth !== holding.at(-1)) holding.push(truth);
    }
    return holding;
  }

  /** The truths, by their index, that words such as `words` say to hold. */
  holding(words: Int32Array = this.words): number[] {
    const holding: number[] = [];
    for (let word = 0; word < words.length; word++) holding.push(...this.holdingIn(word, words[word]));
    return holding;
  }
}

interface Placed {
  readonly truth: number;
  readonly by: Cube | WalkTable;
}

/** The bits of each word, in the order of the truths. */
function placedInWords(truths: Truths): Placed[][] {
  const words: Placed[][] = [];
  truths.forEach((found, truth) => {
    const bits = 'table' in found ? [{ truth, by: found }] : found.map((by) => ({ truth, by }));
    const last = words.at(-1);
    if (last !== undefined && last.length + bits.length <= WORD) last.push(...bits);
    else if (bits.length > 0) words.push(bits);
  });
  return words;
}

function maskOf(cubes: readonly (Cube | undefined)[], question: number, code: number): number {
  return cubes.reduce((mask, cube, bit) => {
    const codes = cube?.get(question);
    return cube !== undefined && (codes === undefined || codes.has(code)) ? mask | (1 << bit) : mask;
  }, 0);
}
