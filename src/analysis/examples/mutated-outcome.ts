import {
  type AdviseCondition,
  alertOf,
  isLevelRule,
  type LevelRule,
  type Rule,
  type RuleSet,
} from '../../core/rule-set.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import { partsOf } from './condition-parts.ts';
import type { Subject } from './goal-diagrams.ts';
import type { MutatedRule } from './mutate-rule.ts';
import type { RuleDiagrams } from './rule-diagrams.ts';

/** Something that a mutant decides otherwise, before and after. */
export interface ChangedOutcome {
  readonly subject: Subject;
  readonly before: Node;
  readonly after: Node;
}

/**
 * Everything that the rule set decides otherwise with one rule replaced; nothing if the two are equivalent. Equal
 * diagrams of one store are the same node, so this is exact. Changes to advice that follow from a changed level are
 * worked out only when asked for.
 */
export function changedOutcomes(
  diagrams: RuleDiagrams,
  index: number,
  { instead }: MutatedRule,
): Generator<ChangedOutcome> {
  const { ruleSet } = diagrams;
  const rule = ruleSet.rules[index];
  if (rule === undefined) throw new RangeError(`no rule has the index ${index}`);
  const holds = instead === undefined ? FALSE : diagrams.where(instead.when);
  return isLevelRule(rule)
    ? outcomesOfLevelRule(diagrams, index, rule, instead, holds)
    : outcomesOfOtherRule(diagrams, index, holds);
}

function* outcomesOfOtherRule(diagrams: RuleDiagrams, index: number, after: Node): Generator<ChangedOutcome> {
  const before = diagrams.rule(index);
  if (before !== after) yield { subject: index, before, after };
}

function* outcomesOfLevelRule(
  diagrams: RuleDiagrams,
  index: number,
  rule: LevelRule,
  instead: Rule | undefined,
  holds: Node,
): Generator<ChangedOutcome> {
  const { level: before, ruleSet } = diagrams;
  const levelRule = instead !== undefined && isLevelRule(instead) ? instead : rule;
  const after = diagrams.levelWith(index, levelRule, holds);
  if (before !== after) yield { subject: 'level', before, after };
  const raisedBefore = alertOf(rule) === undefined ? FALSE : diagrams.rule(index);
  const raisedAfter = instead === undefined || alertOf(instead) === undefined ? FALSE : holds;
  if (raisedBefore !== raisedAfter) yield { subject: index, before: raisedBefore, after: raisedAfter };
  const levelRules = diagrams.levelRules.map((other) =>
    other.index === index ? { rule: levelRule, holds } : other,
  );
  const conditions = diagrams.conditionsUnder(after, levelRules);
  for (const [advice, { kind, when }] of ruleSet.rules.entries()) {
    if (kind !== 'advise' || !dependsOn(when, before !== after)) continue;
    const advised = conditions.compile(when);
    if (advised !== diagrams.rule(advice)) {
      yield { subject: advice, before: diagrams.rule(advice), after: advised };
    }
  }
}

/** A test of the level follows the level; what the level rests on may change although the level does not. */
function dependsOn(when: AdviseCondition, levelChanged: boolean): boolean {
  return partsOf(when).some(
    ({ part }) => part.kind === 'rests_on' || (part.kind === 'level' && levelChanged),
  );
}

/** The rule set with one rule replaced. */
export function mutatedRuleSet(ruleSet: RuleSet, index: number, { instead }: MutatedRule): RuleSet {
  const rules = ruleSet.rules.flatMap((rule, place) => {
    if (place !== index) return [rule];
    return instead === undefined ? [] : [instead];
  });
  return { ...ruleSet, rules };
}
