import type { Answers } from '../core/answers.ts';
import { objectsTo } from '../core/ladder.ts';
import { isLevelRule, type LevelRule } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { type Change, nearestWays, reachable } from '../diagram/nearest.ts';

/** A criterion that is not met, and the fewest answers that would have to be others for it to be. */
export interface NearMiss {
  readonly rule: LevelRule;
  readonly lacks: readonly Change[];
}

/** The terminal of a rule's diagram where the rule holds. */
const HOLDS = 1;

/** How many are worth reading about. */
const MOST = 3;

/**
 * The criteria that would ask for `level` or more and come nearest to being met: those that lack equally few answers,
 * then equally few steps, in rule set order. Past facts stay as they are, as in every explanation.
 */
export function nearMisses(compiled: CompiledRuleSet, answers: Answers, level: number): NearMiss[] {
  const { questions, rules } = compiled.ruleSet;
  const candidates = rules.flatMap((rule, index) => {
    const diagram = compiled.rules[index];
    if (diagram === undefined || !isLevelRule(rule) || !objectsTo(rule, level - 1)) return [];
    const wanted = reachable(compiled, diagram, answers, (end) => end === HOLDS);
    const way = nearestWays(wanted, questions, (question) => questions[question]?.history === false)?.ways[0];
    if (way === undefined || way.changes.length === 0) return [];
    return [{ rule, lacks: way.changes, distance: way.changes.length * 1000 + way.steps }];
  });
  const nearest = Math.min(...candidates.map(({ distance }) => distance));
  return candidates
    .filter(({ distance }) => distance === nearest)
    .slice(0, MOST)
    .map(({ rule, lacks }) => ({ rule, lacks }));
}
