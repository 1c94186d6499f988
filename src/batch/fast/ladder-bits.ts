import type { RuleSet } from '../../core/rule-set.ts';
import type { RuleBits } from './rule-bits.ts';

/**
 * Leaves of the rules that hold for a row those that level, alerts and reasons rest on: rules that ask for less than
 * another one count for nothing. So millions of rows come down to few sets of rules.
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

  /** What counts for the row that was looked at last; it is overwritten by the next one. */
  whatCounts(): Int32Array {
    const { words } = this.#bits;
    // A rule that rules levels out may lift from any floor.
    if (meets(words, this.#ruleOuts)) return words;
    let level = this.#floors.length - 1;
    while (level > 0 && !meets(words, this.#floors[level] ?? words)) level--;
    const counting = this.#counting[level] ?? words;
    const counted = this.#words;
    for (let word = 0; word < counted.length; word++) {
      counted[word] = (words[word] ?? 0) & (counting[word] ?? 0);
    }
    return counted;
  }
}

function meets(words: Int32Array, mask: Int32Array): boolean {
  let common = 0;
  for (let word = 0; word < mask.length; word++) common |= (words[word] ?? 0) & (mask[word] ?? 0);
  return common !== 0;
}
