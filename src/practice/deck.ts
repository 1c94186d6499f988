import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import type { Random } from '../statistics/random.ts';
import type { Vignette, VignettePair } from './vignette.ts';

/** What the next case should be about; what is absent is left to chance. */
export interface CaseWish {
  /** Index of the level that the criteria give. */
  readonly level?: number;
  /** Id of a criterion that gives it. */
  readonly rule?: string;
  /** Index of the dimension of such a criterion. */
  readonly dimension?: number;
}

/** A vignette and what it is good for. */
export interface Card {
  readonly vignette: Vignette;
  /** The levels that the criteria leave possible. */
  readonly possible: readonly number[];
  /** Ids of the rules that give the lowest of them. */
  readonly decidedBy: readonly string[];
}

/** What a session draws from: vignettes that are there, and new ones without end. */
export interface Deck {
  readonly told: readonly Card[];
  /** Absent where only told ones are wanted; gives undefined where no case is as wished. */
  readonly generate?: (wish: CaseWish, random: Random) => Vignette | undefined;
  /** Two new ones, one answer apart; undefined where none are as wished. */
  readonly pair: (wish: CaseWish, random: Random) => VignettePair | undefined;
}

export function cardOf(compiled: CompiledRuleSet, vignette: Vignette): Card {
  const { possible, reasons } = evaluate(compiled, vignette.answers);
  return { vignette, possible, decidedBy: reasons.flatMap(({ rules }) => rules) };
}

/** Whether a card is as wished. One that is decided by no rule belongs to every dimension. */
export function fits(compiled: CompiledRuleSet, { possible, decidedBy }: Card, wish: CaseWish): boolean {
  const { rules } = compiled.ruleSet;
  if (wish.level !== undefined && !possible.includes(wish.level)) return false;
  if (wish.rule !== undefined && !decidedBy.includes(wish.rule)) return false;
  if (wish.dimension === undefined || decidedBy.length === 0) return true;
  return rules.some(({ id, dimension }) => dimension === wish.dimension && decidedBy.includes(id));
}
