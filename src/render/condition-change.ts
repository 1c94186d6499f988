import type { AdviseCondition, RuleSet } from '../core/rule-set.ts';
import { conditionText } from './condition-text.ts';

/** A condition of one version, and the rule set it belongs to. */
export interface ConditionOf {
  readonly condition: AdviseCondition;
  readonly ruleSet: RuleSet;
}

type Group = Extract<AdviseCondition, { readonly of: readonly unknown[] }>;

/**
 * What a condition was and is, without the parts that both have: those become `…` within a group. Where only the number
 * of a count differs, its parts are counted and not told.
 */
export function conditionChange(old: ConditionOf, now: ConditionOf): readonly [was: string, is: string] {
  const [was, is] = [old.condition, now.condition];
  if (!isGroup(was) || !isGroup(is) || was.kind !== is.kind) return [textOf(old), textOf(now)];
  const [gone, come] = [without(was.of, is.of), without(is.of, was.of)];
  if (was.kind === 'count' && is.kind === 'count' && was.atLeast !== is.atLeast) {
    if (gone.length + come.length > 0) return [textOf(old), textOf(now)];
    return [
      `${was.atLeast} or more of ${was.of.length} points`,
      `${is.atLeast} or more of ${is.of.length} points`,
    ];
  }
  const [first] = gone;
  const [second] = come;
  if (gone.length === 1 && come.length === 1 && first !== undefined && second !== undefined) {
    const [before, after] = conditionChange({ ...old, condition: first }, { ...now, condition: second });
    return [framed(was, before), framed(is, after)];
  }
  return [listed(was, gone, old.ruleSet), listed(is, come, now.ruleSet)];
}

function isGroup(condition: AdviseCondition): condition is Group {
  return 'of' in condition;
}

function textOf({ condition, ruleSet }: ConditionOf): string {
  return conditionText(condition, ruleSet);
}

function without(parts: readonly AdviseCondition[], others: readonly AdviseCondition[]): AdviseCondition[] {
  const known = new Set(others.map((part) => JSON.stringify(part)));
  return parts.filter((part) => !known.has(JSON.stringify(part)));
}

function listed(group: Group, parts: readonly AdviseCondition[], ruleSet: RuleSet): string {
  if (parts.length === 0) return framed(group, 'nothing else');
  return framed(group, parts.map((part) => conditionText(part, ruleSet)).join('; '));
}

/** The text of some parts of a group, with what kind of group it is. */
function framed(group: Group, text: string): string {
  switch (group.kind) {
    case 'all':
      return group.of.length === 1 ? text : `…; ${text}`;
    case 'any':
      return `one of (…; ${text})`;
    case 'none':
      return `none of (…; ${text})`;
    case 'count':
      return `${group.atLeast} or more of (…; ${text})`;
    default:
      return group satisfies never;
  }
}
