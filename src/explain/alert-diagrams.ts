import { alertOf } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';

/** Where each rule that raises an alert holds. */
export function alertDiagrams({ ruleSet, rules }: CompiledRuleSet): Diagram[] {
  return ruleSet.rules.flatMap((rule, index) => {
    const diagram = rules[index];
    return alertOf(rule) !== undefined && diagram !== undefined ? [diagram] : [];
  });
}
