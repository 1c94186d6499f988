import { FALSE } from '../../diagram/node-store.ts';
import type { ProofSpace } from '../verify/proof-space.ts';
import { effectOf, includes } from './effect.ts';

/**
 * Per rule (index) that is implied, the first rule that implies it: wherever the one holds, so does the other, and
 * does all that the one does. Of rules that imply one another only the later ones count as implied.
 */
export function impliedRules({ store, ruleSet, rules }: ProofSpace): ReadonlyMap<number, number> {
  const effects = ruleSet.rules.map((rule) => effectOf(ruleSet, rule));
  const implies = (rule: number, other: number) => {
    const [effect, otherEffect] = [effects[rule], effects[other]];
    const [holds, otherHolds] = [rules[rule] ?? FALSE, rules[other] ?? FALSE];
    if (effect === undefined || otherEffect === undefined || holds === FALSE) return false;
    return includes(otherEffect, effect) && store.and(otherHolds, store.not(holds)) === FALSE;
  };
  const implied = new Map<number, number>();
  for (const other of ruleSet.rules.keys()) {
    if (rules[other] === FALSE) continue;
    for (const rule of ruleSet.rules.keys()) {
      if (rule === other || !implies(rule, other)) continue;
      if (rule > other && implies(other, rule)) continue;
      implied.set(other, rule);
      break;
    }
  }
  return implied;
}
