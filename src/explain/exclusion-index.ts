/**
 * Finds the members that none of some facts excludes.
 *
 * Method: a bitmap index (O'Neil and Quass 1997). Each fact has the set of members that it excludes, a bit a member, so
 * that 32 of them fall at a time. Facts and members are numbers from 0.
 */
export class ExclusionIndex {
  /** How many integers make a set. */
  readonly #words: number;
  /** The sets of all facts, one after the other. */
  readonly #excluded: Int32Array;
  readonly #everyone: Int32Array;
  readonly #left: Int32Array;

  constructor(facts: number, members: number) {
    this.#words = Math.ceil(members / 32);
    this.#excluded = new Int32Array(facts * this.#words);
    this.#everyone = new Int32Array(this.#words);
    this.#left = new Int32Array(this.#words);
    for (let member = 0; member < members; member++) addTo(this.#everyone, 0, member);
  }

  /** Notes that a fact excludes a member. */
  add(fact: number, member: number): void {
    addTo(this.#excluded, fact * this.#words, member);
  }

  /** Begins with every member. */
  begin(): void {
    this.#left.set(this.#everyone);
  }

  /** Leaves out those that a fact excludes. */
  leaveOut(fact: number): void {
    const from = fact * this.#words;
    for (let word = 0; word < this.#words; word++) {
      this.#left[word] = (this.#left[word] ?? 0) & ~(this.#excluded[from + word] ?? 0);
    }
  }

  /** The members that are left, ascending. */
  found(): number[] {
    const found: number[] = [];
    for (let word = 0; word < this.#words; word++) {
      for (let bits = this.#left[word] ?? 0; bits !== 0; bits &= bits - 1) {
        found.push(word * 32 + 31 - Math.clz32(bits & -bits));
      }
    }
    return found;
  }
}

/** Adds a member to the set that begins at `from`. */
function addTo(sets: Int32Array, from: number, member: number): void {
  const word = from + (member >>> 5);
  sets[word] = (sets[word] ?? 0) | (1 << (member & 31));
}
