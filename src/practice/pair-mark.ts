import type { LevelRule } from '../core/rule-set.ts';
import { isLevelRule } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { explain } from '../explain/explain.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { CriteriaShown } from './mark.ts';
import type { VignettePair } from './vignette.ts';

/** What a trainee picked: the case that needs more; absent for unsure. */
export type PairPick = 'first' | 'second' | undefined;

/** A pair with what tells its cases apart, and how the pick compares. */
export interface PairMark {
  readonly pair: VignettePair;
  readonly pick: PairPick;
  /** Levels by index. */
  readonly levels: { readonly first: number; readonly second: number };
  /** The criteria that give the case which needs more its level and are not met in the other. */
  readonly deciding: readonly LevelRule[];
}

/** Works out what tells the cases of a pair apart. */
export function markPair(compiled: CompiledRuleSet, pair: VignettePair, pick: PairPick): PairMark {
  const first = explain(compiled, pair.first.answers);
  const second = explain(compiled, pair.second.answers);
  const [more, less] = pair.needsMore === 'first' ? [first, second] : [second, first];
  const reasons = rulesOf(
    compiled,
    more.outcome.reasons.flatMap(({ rules }) => rules),
  );
  const metInOther = metIds(compiled, less);
  const telling = reasons.filter(({ id }) => !metInOther.has(id));
  return {
    pair,
    pick,
    levels: { first: first.outcome.lowest, second: second.outcome.lowest },
    deciding: telling.length > 0 ? telling : reasons,
  };
}

/** Criteria that were known or missed, by rule id. */
export function criteriaShownByPair({ pair, pick, deciding }: PairMark): CriteriaShown {
  const ids = deciding.map(({ id }) => id);
  const isRight = pick === pair.needsMore;
  return { known: isRight ? ids : [], missed: isRight ? [] : ids, resisted: [] };
}

function rulesOf({ ruleSet }: CompiledRuleSet, ids: readonly string[]): LevelRule[] {
  return ruleSet.rules.filter(isLevelRule).filter(({ id }) => ids.includes(id));
}

function metIds({ ruleSet }: CompiledRuleSet, { trace }: Explanation): Set<string> {
  return new Set(
    trace.flatMap(({ rule, truth }) => (truth === 'holds' ? (ruleSet.rules[rule]?.id ?? []) : [])),
  );
}
