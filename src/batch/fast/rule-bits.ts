import type { Node } from '../../diagram/node-store.ts';
import { type CodeSpace, type Cube, cubesOf, NOWHERE } from './cubes.ts';
import type { Kernel } from './kernel.ts';
import { type WalkTable, walkTable } from './walk-table.ts';

/** Cubes in a word. A truth that takes more of them is one bit, which a walk through its diagram sets. */
const WORD = 32;

/** Words in a block: the kernel takes so many at once. */
const BLOCK = 4;
const BYTES_A_WORD = 4;

/** Truths that are found together for a row: each by its cubes, or by its diagram. */
export type Truths = readonly (readonly Cube[] | WalkTable)[];

/** The form of a truth diagram in which it is found soonest. */
export function truthOfDiagram(space: CodeSpace, root: Node): Truths[number] {
  return cubesOf(space, root, WORD) ?? walkTable(space, root);
}

/** The same of two diagrams, in forms of equally many bits. */
export function truthsOfDiagrams(space: CodeSpace, one: Node, other: Node): [Truths[number], Truths[number]] {
  const cubes = cubesOf(space, one, WORD);
  const others = cubesOf(space, other, WORD);
  if (cubes === undefined || others === undefined) return [walkTable(space, one), walkTable(space, other)];
  const count = Math.max(cubes.length, others.length);
  const filled = (own: readonly Cube[]) => [
    ...own,
    ...Array.from({ length: count - own.length }, () => NOWHERE),
  ];
  return [filled(cubes), filled(others)];
}

/**
 * Lays out for the kernel which of many truths hold for a row of answer codes: see `RuleBits` in kernel/rule-bits.ts.
 * Each cube is a bit; each code of a question has words of the cubes that admit it; the words of a row's codes, taken
 * together bit by bit, leave the cubes that hold.
 *
 * Method: Lakshman and Stiliadis 1998 (bit vectors for matching many rules at once).
 */
export class RuleBits {
  readonly place: number;
  readonly truthCount: number;
  /** Words of bits, a multiple of `BLOCK`; the bits of one truth are in one word. */
  readonly wordCount: number;
  /** By group its first word. */
  readonly firstWords: readonly number[];
  /** Bytes of the words. */
  readonly size: number;
  /** Where the words are that hold for the row that was looked at last. */
  readonly words: number;
  readonly #kernel: Kernel;
  /** By word and bit: the truth that it tells of. */
  readonly #truths: readonly (readonly number[])[];

  /**
   * @param groups the truths, numbered through all groups; those of each group begin with a word
   * @param answerCounts how many answers each question has
   */
  constructor(kernel: Kernel, groups: readonly Truths[], answerCounts: readonly number[]) {
    const placed: Placed[][] = [];
    const firstWords: number[] = [];
    let truthCount = 0;
    for (const group of groups) {
      firstWords.push(placed.length);
      placed.push(...placedInWords(group, truthCount));
      truthCount += group.length;
    }
    const blocks = Math.ceil(placed.length / BLOCK);
    this.truthCount = truthCount;
    this.firstWords = firstWords;
    this.wordCount = blocks * BLOCK;
    this.size = this.wordCount * BYTES_A_WORD;
    this.#kernel = kernel;
    this.#truths = placed.map((bits) => bits.map(({ truth }) => truth));
    this.words = kernel.allocate(this.size);
    const cubes = placed.map((bits) => bits.map(({ by }) => ('table' in by ? undefined : by)));
    const mask = (isWanted: (bit: Placed) => boolean) =>
      kernel.place(Array.from({ length: this.wordCount }, (_, word) => wordOf(placed[word] ?? [], isWanted)));
    const tests: number[] = [];
    const testEnds: number[] = [];
    for (let first = 0; first < this.wordCount; first += BLOCK) {
      const ofBlock = Array.from({ length: BLOCK }, (_, word) => cubes[first + word] ?? []);
      for (const question of new Set(ofBlock.flat().flatMap((cube) => [...(cube?.keys() ?? [])]))) {
        const codes = Array.from({ length: (answerCounts[question] ?? 0) + 1 }, (_, index) => index - 1);
        const masks = codes.flatMap((code) =>
          ofBlock.map((word) => wordOf(word, (cube) => admits(cube, question, code))),
        );
        tests.push(question, kernel.place(masks) + BLOCK * BYTES_A_WORD);
      }
      testEnds.push(tests.length);
    }
    const firstTest = kernel.place(tests);
    const walks = placed.flatMap((bits, word) =>
      bits.flatMap(({ by }, bit) =>
        'table' in by ? [this.words + word * BYTES_A_WORD, 1 << bit, by.root, kernel.place(by.table)] : [],
      ),
    );
    const firstWalk = kernel.place(walks);
    this.place = kernel.place([
      this.size,
      mask(({ by }) => !('table' in by)),
      mask(({ isLast }) => isLast),
      mask(({ isLast }) => !isLast),
      this.words,
      firstTest,
      kernel.place(testEnds.map((end) => firstTest + end * BYTES_A_WORD)),
      firstWalk,
      firstWalk + walks.length * BYTES_A_WORD,
    ]);
  }

  /** The bits that tell of the wanted truths, as a mask of the words. */
  bitsOf(isWanted: (truth: number) => boolean): number[] {
    return Array.from({ length: this.wordCount }, (_, word) => wordOf(this.#truths[word] ?? [], isWanted));
  }

  /** By bit something of the truth that it tells of; 0 for bits that tell of none. */
  byBit(of: (truth: number) => number): number[] {
    return Array.from({ length: this.wordCount * WORD }, (_, bit) => {
      const truth = this.#truths[Math.floor(bit / WORD)]?.[bit % WORD];
      return truth === undefined ? 0 : of(truth);
    });
  }

  /** The truths, by their index, that held for the row that was looked at last. */
  holding(): number[] {
    return [...this.#kernel.words(this.words, this.wordCount)].flatMap((bits, word) =>
      (this.#truths[word] ?? []).filter((_, bit) => (bits & (1 << bit)) !== 0),
    );
  }
}

interface Placed {
  readonly truth: number;
  readonly by: Cube | WalkTable;
  /** Whether it is the last one of its truth, which tells whether any of them holds. */
  readonly isLast: boolean;
}

/** The bits of each word of a group, in the order of the truths, which are numbered from `first` on. */
function placedInWords(group: Truths, first: number): Placed[][] {
  const words: Placed[][] = [];
  for (const [index, found] of group.entries()) {
    const ways = 'table' in found ? [found] : found;
    const bits = ways.map((by, way) => ({ truth: first + index, by, isLast: way === ways.length - 1 }));
    const last = words.at(-1);
    if (last !== undefined && last.length + bits.length <= WORD) last.push(...bits);
    else if (bits.length > 0) words.push(bits);
  }
  return words;
}

/** A word of the bits whose items are wanted. */
function wordOf<T>(items: readonly T[], isWanted: (item: T) => boolean): number {
  return items.reduce((word, item, bit) => (isWanted(item) ? word | (1 << bit) : word), 0);
}

function admits(cube: Cube | undefined, question: number, code: number): boolean {
  const codes = cube?.get(question);
  return cube !== undefined && (codes === undefined || codes.has(code));
}
