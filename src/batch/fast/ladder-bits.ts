import type { RuleSet } from '../../core/rule-set.ts';
import type { RuleBits } from './rule-bits.ts';

/**
 * Leaves of the rules that hold for the row that `bits` have looked at last those that level, alerts and reasons rest
 * on: rules that ask for less than another one count for nothing. So millions of rows come down to few sets of rules.
 */
export class LadderBits {
  readonly #bits: RuleBits;
  readonly #ruleOuts: Int32Array;
  /** By level: the rules that ask for at least this one. */
  readonly #floors: readonly Int32Array[];
  /** By level: all that counts where that is the highest level that is asked for. */
  readonly #counting: readonly Int32Array[];
  readonly #words: Int32Array;

  /** @param rules the rules (indexes) that the first truths of `bits` tell of; the others always count */
  constructor({ rules: all, levels }: RuleSet, rules: readonly number[], bits: RuleBits) {
    const kindOf = (truth: number) => all[rules[truth] ?? -1];
    const where = (wanted: (truth: number) => boolean) =>
      bits.bitsOf(new Set([...Array(bits.truthCount).keys()].filter(wanted)));
    const asksFor = (truth: number, level: number) => {
      const rule = kindOf(truth);
      return rule?.kind === 'at_least' && rule.level === level;
    };
    const alwaysCounts = (truth: number) => {
      const rule = kindOf(truth);
      return rule?.kind !== 'at_least' || rule.alert !== undefined;
    };
    this.#bits = bits;
    this.#words = new Int32Array(bits.words.length);
    this.#ruleOuts = where((truth) => kindOf(truth)?.kind === 'rule_out');
    this.#floors = levels.map((_, level) => where((truth) => asksFor(truth, level)));
    this.#counting = levels.map((_, level) => where((truth) => alwaysCounts(truth) || asksFor(truth, level)));
  }

  /** The level that the row comes to by the rules that ask for one; `LIFTED` where others may lift it from there. */
  floor(): number {
    const { words } = this.#bits;
    if (meets(words, this.#ruleOuts)) return LIFTED;
    let level = this.#floors.length - 1;
    while (level > 0 && !meets(words, this.#floors[level] ?? words)) level--;
    return level;
  }

  /** What counts for the row, which has this floor; it is overwritten by the next one. */
  whatCounts(floor: number): Int32Array {
    const { words } = this.#bits;
    const counting = this.#counting[floor];
    // A rule that rules levels out may lift from any floor.
    if (counting === undefined) return words;
    const counted = this.#words;
    for (let word = 0; word < counted.length; word++) {
      counted[word] = (words[word] ?? 0) & (counting[word] ?? 0);
    }
    return counted;
  }
}

/** In place of a level, where rules hold that rule levels out. */
export const LIFTED = -1;

function meets(words: Int32Array, mask: Int32Array): boolean {
  let common = 0;
  for (let word = 0; word < mask.length; word++) common |= (words[word] ?? 0) & (mask[word] ?? 0);
  return common !== 0;
}
