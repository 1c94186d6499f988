import type { Answers } from './answers.ts';
import { judge } from './grounds.ts';
import type { RuleSet } from './rule-set.ts';
import type { OutcomeTruth, Truth } from './truth.ts';

/** How one rule stands, and which questions (indexes) make it so; for `may_hold`, the open ones it awaits. */
export interface TraceEntry {
  /** Index of the rule. */
  readonly rule: number;
  readonly truth: Truth;
  readonly by: readonly number[];
}

/** One entry per rule, in rule set order. */
export type Trace = readonly TraceEntry[];

/** How every rule stands under the given answers. */
export function traceRules(ruleSet: RuleSet, answers: Answers, outcome: OutcomeTruth): Trace {
  return ruleSet.rules.map((rule, index) => ({
    rule: index,
    ...judge(rule.when, ruleSet, answers, outcome),
  }));
}
