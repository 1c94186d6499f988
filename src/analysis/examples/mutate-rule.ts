import type { AtLeastRule, LevelSet, Rule, RuleOutRule, RuleSet } from '../../core/rule-set.ts';
import { membersOf } from '../../diagram/possible.ts';
import { mutateCondition } from './mutate-condition.ts';

/** A rule with one small mistake in it; without `instead` the rule is gone. */
export interface MutatedRule {
  readonly change: string;
  readonly instead?: Rule;
}

/** The rule with each small mistake in turn. */
export function mutateRule(rule: Rule, ruleSet: RuleSet): MutatedRule[] {
  return [{ change: 'dropped' }, ...mutateEffect(rule, ruleSet), ...mutateWhen(rule, ruleSet)];
}

function mutateEffect(rule: Rule, ruleSet: RuleSet): MutatedRule[] {
  switch (rule.kind) {
    case 'at_least':
      return [...movedLevel(rule, ruleSet), ...withoutAlert(rule)];
    case 'rule_out':
      return otherLevels(rule, ruleSet);
    case 'alert':
    case 'advise':
    case 'recheck':
      return [];
    default:
      return rule satisfies never;
  }
}

/** The conditions of advice may test the outcome, those of other rules may not; the compiler tells them apart. */
function mutateWhen(rule: Rule, ruleSet: RuleSet): MutatedRule[] {
  if (rule.kind === 'advise') {
    return mutateCondition(rule.when, ruleSet).map(({ when, change }) => ({
      change,
      instead: { ...rule, when },
    }));
  }
  return mutateCondition(rule.when, ruleSet).map(({ when, change }) => ({
    change,
    instead: { ...rule, when },
  }));
}

function movedLevel(rule: AtLeastRule, { levels }: RuleSet): MutatedRule[] {
  return [rule.level - 1, rule.level + 1]
    .filter((level) => level >= 1 && level < levels.length)
    .map((level) => ({
      change: `at_least ${levels[rule.level]?.id} → ${levels[level]?.id}`,
      instead: { ...rule, level },
    }));
}

function withoutAlert(rule: AtLeastRule): MutatedRule[] {
  const { alert, ...silent } = rule;
  return alert === undefined ? [] : [{ change: 'alert dropped', instead: silent }];
}

/** One level more or less ruled out; never none, the first or the last. */
function otherLevels(rule: RuleOutRule, { levels }: RuleSet): MutatedRule[] {
  const names = (set: LevelSet) => membersOf(set).map((level) => levels[level]?.id);
  return levels.slice(1, -1).flatMap((_, place) => {
    const set = rule.levels ^ (1 << (place + 1));
    if (set === 0) return [];
    const change = `rule_out ${names(rule.levels).join(' / ')} → ${names(set).join(' / ')}`;
    return [{ change, instead: { ...rule, levels: set } }];
  });
}
