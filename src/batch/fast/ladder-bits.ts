import type { RuleSet } from '../../core/rule-set.ts';
import type { Kernel } from './kernel.ts';
import type { RuleBits } from './rule-bits.ts';

/**
 * Lays out for the kernel which of the rules that hold count, so that level, alerts and reasons rest on them: see
 * `LadderBits` in kernel/row-plan.ts. Rules that ask for less than another one count for nothing, so that millions of
 * rows come down to few sets of rules.
 *
 * @param rules the rules (indexes) that the first truths of `bits` tell of; the others always count
 * @returns its place
 */
export function placeLadderBits(
  kernel: Kernel,
  { rules: all, levels }: RuleSet,
  rules: readonly number[],
  bits: RuleBits,
): number {
  const ruleOf = (truth: number) => all[rules[truth] ?? -1];
  const truths = [...Array(bits.truthCount).keys()];
  const mask = (wanted: (truth: number) => boolean) =>
    kernel.place(bits.bitsOf(new Set(truths.filter(wanted))));
  const asksFor = (truth: number, level: number) => {
    const rule = ruleOf(truth);
    return rule?.kind === 'at_least' && rule.level === level;
  };
  const alwaysCounts = (truth: number) => {
    const rule = ruleOf(truth);
    return rule?.kind !== 'at_least' || rule.alert !== undefined;
  };
  const counting = levels.map((_, level) => mask((truth) => alwaysCounts(truth) || asksFor(truth, level)));
  // A rule that rules levels out may lift from any floor.
  const whereLifted = mask(() => true);
  return kernel.place([
    bits.place,
    mask((truth) => ruleOf(truth)?.kind === 'rule_out'),
    kernel.place(levels.map((_, level) => mask((truth) => asksFor(truth, level)))),
    kernel.place([...counting, whereLifted]),
    levels.length,
  ]);
}
