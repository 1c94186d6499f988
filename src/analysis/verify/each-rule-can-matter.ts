import { objectsTo } from '../../core/ladder.ts';
import { isLevelRule } from '../../core/rule-set.ts';
import type { IdleRule } from '../../core/verdict.ts';
import { FALSE, type Node, TRUE } from '../../diagram/node-store.ts';
import { inForce } from './blame.ts';
import type { Proof } from './proof.ts';
import { type ProofSpace, withAnswers } from './proof-space.ts';

type LevelRuleInSpace = ProofSpace['levelRules'][number];

/** Proves that each rule that decides the level changes it in some case: without the rule the case would be lower. */
export function proveEachRuleCanMatter(space: ProofSpace): Proof {
  const { levelRules, ruleSet, store } = space;
  const alone = ruleSet.levels.map((_, rung) => whereOneObjects(space, rung));
  const idle = levelRules.filter(({ rule, holds }) =>
    alone.every((region, rung) => !objectsTo(rule, rung) || store.and(holds, region) === FALSE),
  );
  const cases = levelRules.length === 0 ? 0n : space.count(TRUE);
  if (idle.length === 0) return { cases };
  return {
    cases,
    refutation: { kind: 'idle_rules', rules: idle.map((rule) => idleRule(space, rule)) },
  };
}

/**
 * The cases that one rule alone keeps from stopping at a rung of the ladder: exactly one rule in force objects to it,
 * and the case ends above it.
 */
function whereOneObjects(space: ProofSpace, rung: number): Node {
  const { store, levelRules } = space;
  let one: Node = FALSE;
  let two: Node = FALSE;
  for (const { rule, holds } of levelRules) {
    if (!objectsTo(rule, rung)) continue;
    two = store.or(two, store.and(one, holds));
    one = store.or(one, holds);
  }
  return store.and(store.and(one, store.not(two)), space.levelIn(-1 << (rung + 1)));
}

function idleRule(space: ProofSpace, { index, holds }: LevelRuleInSpace): IdleRule {
  const way = space.nearestWay(holds);
  if (way === undefined) return { rule: index, others: [] };
  const example = space.witness(withAnswers(space.bestCase, way.changes));
  const others = inForce(space.ruleSet, example.answers, isLevelRule).filter((other) => other !== index);
  return { rule: index, example, others };
}
