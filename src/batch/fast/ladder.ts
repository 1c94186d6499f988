import { objectsTo } from '../../core/ladder.ts';
import { alertOf, type RuleSet } from '../../core/rule-set.ts';
import { NOWHERE } from './cubes.ts';
import { BYTES_BEYOND, type Kernel } from './kernel.ts';
import type { DecisiveTruths } from './row-truths.ts';
import { RuleBits } from './rule-bits.ts';

/** Lays out for the kernel how a level comes of the rules that hold: see `Ladder` in kernel/row-plan.ts. */
export class Ladder {
  readonly place: number;
  /** What surely holds: the decisive rules, by their place among these. */
  readonly surely: RuleBits;

  constructor(kernel: Kernel, { rules, levels, questions }: RuleSet, decisive: DecisiveTruths) {
    const answerCounts = questions.map(({ answers }) => answers.length);
    const surely = new RuleBits(kernel, [decisive.surely, decisive.unclear], answerCounts);
    // Nothing unclear may hold; there is room for as many bits.
    const never = decisive.unclear.map((ways) => ways.map(() => NOWHERE));
    const maybe = new RuleBits(kernel, [decisive.maybe, never], answerCounts);
    const open = new RuleBits(kernel, [decisive.open.map(({ truth }) => truth)], answerCounts);
    const ruleOf = (truth: number) => rules[decisive.rules[truth] ?? -1];
    const mask = (isWanted: (truth: number) => boolean) => kernel.place(surely.bitsOf(isWanted));
    const floors = levels.map((_, level) =>
      mask((truth) => {
        const rule = ruleOf(truth);
        return level > 0 && rule?.kind === 'at_least' && rule.level === level;
      }),
    );
    const ruleOuts = levels.map((_, level) =>
      mask((truth) => {
        const rule = ruleOf(truth);
        return rule?.kind === 'rule_out' && objectsTo(rule, level);
      }),
    );
    this.surely = surely;
    this.place = kernel.place([
      surely.place,
      maybe.place,
      open.place,
      placedSigns(kernel, new Set(decisive.open.map(({ question }) => question)), questions.length),
      questions.length,
      mask((truth) => truth >= decisive.rules.length),
      mask((truth) => {
        const rule = ruleOf(truth);
        return rule !== undefined && alertOf(rule) !== undefined;
      }),
      kernel.place(floors),
      kernel.place(ruleOuts),
      levels.length - 1,
    ]);
  }
}

/** The place of a byte for each question, with the sign bit for those that are wanted; beyond them come zeros. */
function placedSigns(kernel: Kernel, wanted: ReadonlySet<number>, count: number): number {
  const place = kernel.allocate(count + BYTES_BEYOND);
  for (const question of wanted) kernel.bytes[place + question] = 0x80;
  return place;
}
