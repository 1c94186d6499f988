import { alertOf, type Rule } from '../../core/rule-set.ts';
import type { Node } from '../../diagram/node-store.ts';
import type { ProofSpace } from './proof-space.ts';

/**
 * The diagrams whose values are the outcome: the level, each alert, advice and recheck, and of each question whether an
 * answer to it would be a recheck because it does not apply.
 */
export function outcomeRoots(space: ProofSpace): Node[] {
  const isInOutcome = (rule: Rule) =>
    rule.kind === 'advise' || rule.kind === 'recheck' || alertOf(rule) !== undefined;
  const rules = space.ruleSet.rules.flatMap((rule, index) =>
    isInOutcome(rule) ? [space.ruleNode(index)] : [],
  );
  const applicable = space.ruleSet.questions.map((_, question) => space.applies(question));
  return [space.level, ...rules, ...applicable];
}
