import type { RuleSet } from '../core/rule-set.ts';

/** The order in which diagrams test the questions (indexes). */
export function variableOrder(ruleSet: RuleSet): number[] {
  return ruleSet.questions.map((_, index) => index);
}
