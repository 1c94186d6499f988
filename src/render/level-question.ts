import { objectsTo } from '../core/ladder.ts';
import { isLevelRule, type LevelRule } from '../core/rule-set.ts';
import type { WaysTo, WhyNotHigher } from '../explain/explanation.ts';
import type { ExplainedCase } from './explained-case.ts';

/** What the engine finds for a level that someone asks about. */
export interface LevelQuestion {
  /** Index of the level. */
  readonly level: number;
  /** The fewest changed answers that lead there; absent if none do. */
  readonly ways: WaysTo | undefined;
  /** The rule nearest to asking for it; only where it is above the range. */
  readonly nearest: WhyNotHigher | undefined;
}

/** The rules in force that object to a level, and the questions (indexes) whose answers put them in force. */
export function objectingRules(
  { ruleSet, explanation }: ExplainedCase,
  level: number,
): { readonly rule: LevelRule; readonly by: readonly number[] }[] {
  return explanation.trace.flatMap(({ rule: index, truth, by }) => {
    const rule = ruleSet.rules[index];
    if (rule === undefined || truth !== 'holds' || !isLevelRule(rule) || !objectsTo(rule, level)) return [];
    return [{ rule, by }];
  });
}
