import { objectsTo } from '../../core/ladder.ts';
import { isLevelRule } from '../../core/rule-set.ts';
import type { IdleRule } from '../../core/verdict.ts';
import { FALSE, TRUE } from '../../diagram/node-store.ts';
import { inForce } from './blame.ts';
import type { Proof } from './proof.ts';
import { type ProofSpace, withAnswers } from './proof-space.ts';

type LevelRuleInSpace = ProofSpace['levelRules'][number];

/** Proves that each rule that decides the level changes it in some case: without the rule the case would be lower. */
export function proveEachRuleCanMatter(space: ProofSpace): Proof {
  const { levelRules } = space;
  const idle = levelRules.filter((rule) => !canMatter(space, rule));
  const cases = levelRules.length === 0 ? 0n : space.count(TRUE);
  if (idle.length === 0) return { cases };
  return {
    cases,
    refutation: { kind: 'idle_rules', rules: idle.map((rule) => idleRule(space, rule)) },
  };
}

/**
 * A rule matters to a case that it alone keeps from stopping at a rung of the ladder: it holds, no other rule objects
 * to that rung, and the case ends above it.
 */
function canMatter(space: ProofSpace, { rule, holds }: LevelRuleInSpace): boolean {
  const { store, levelRules, ruleSet } = space;
  return ruleSet.levels.some((_, rung) => {
    if (!objectsTo(rule, rung)) return false;
    const others = levelRules.filter((other) => other.rule !== rule && objectsTo(other.rule, rung));
    const above = space.levelIn(-1 << (rung + 1));
    const alone = others.reduce(
      (rest, other) => store.and(rest, store.not(other.holds)),
      store.and(holds, above),
    );
    return alone !== FALSE;
  });
}

function idleRule(space: ProofSpace, { index, holds }: LevelRuleInSpace): IdleRule {
  const way = space.nearestWay(holds);
  if (way === undefined) return { rule: index, others: [] };
  const example = space.witness(withAnswers(space.bestCase, way.changes));
  const others = inForce(space.ruleSet, example.answers, isLevelRule).filter((other) => other !== index);
  return { rule: index, example, others };
}
