import { isLevelRule, type LevelRule, type Rule, type RuleSet } from '../../core/rule-set.ts';
import type { OfVersions, Version } from '../../core/version-difference.ts';
import type { LevelRuleNode } from '../../diagram/climb-diagram.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import type { VersionSpace } from './version-space.ts';

/** A rule in one version: its index, and where it holds. */
export interface RuleInVersion {
  readonly index: number;
  readonly rule: Rule;
  readonly holds: Node;
}

/** A rule of both versions, or one that only one of them has. */
export type RulePair = Partial<OfVersions<RuleInVersion>>;

/**
 * Matches the rules of two versions by id; of those that are left, one that claims the same and holds in the same cases
 * is the same rule with another id. In order of the new version, removed rules last.
 */
export function pairRules(space: VersionSpace): RulePair[] {
  const [old, now] = [rulesOf(space, 'old'), rulesOf(space, 'new')];
  const idOf = ({ rule }: RuleInVersion) => rule.id;
  const oldIds = new Set(old.map(idOf));
  const newIds = new Set(now.map(idOf));
  const removed = new Set(old.filter((rule) => !newIds.has(idOf(rule))));
  const pairs = now.map((rule): RulePair => {
    if (oldIds.has(idOf(rule))) {
      const before = old.find((candidate) => idOf(candidate) === idOf(rule));
      return { ...(before && { old: before }), new: rule };
    }
    const before = [...removed].find((candidate) => isRenamed(space, candidate, rule));
    if (before === undefined) return { new: rule };
    removed.delete(before);
    return { old: before, new: rule };
  });
  return [...pairs, ...[...removed].map((rule): RulePair => ({ old: rule }))];
}

/** What a rule does to the level; undefined if it does nothing to it, or is not there. */
export function levelRuleOf(side: RuleInVersion | undefined): LevelRuleNode | undefined {
  return side !== undefined && isLevelRule(side.rule) ? { rule: side.rule, holds: side.holds } : undefined;
}

/** Whether the two sides of a pair object to the same levels in the same compared cases. */
export function actsAlikeOnLevel(space: VersionSpace, pair: RulePair): boolean {
  const [old, now] = [levelRuleOf(pair.old), levelRuleOf(pair.new)];
  const holdsAlike = space.same(old?.holds ?? FALSE, now?.holds ?? FALSE);
  const neverHolds = space.same(old?.holds ?? FALSE, FALSE);
  if (!holdsAlike || neverHolds) return holdsAlike;
  return old !== undefined && now !== undefined && claimOf(old.rule) === claimOf(now.rule);
}

function isRenamed(space: VersionSpace, old: RuleInVersion, now: RuleInVersion): boolean {
  if (old.rule.kind !== now.rule.kind || !space.same(old.holds, now.holds)) return false;
  if (isLevelRule(old.rule) && isLevelRule(now.rule)) return claimOf(old.rule) === claimOf(now.rule);
  return JSON.stringify(textOf(old.rule)) === JSON.stringify(textOf(now.rule));
}

function claimOf(rule: LevelRule): string {
  return rule.kind === 'at_least' ? `at_least ${rule.level}` : `rule_out ${rule.levels}`;
}

/** What a rule that does nothing to the level says. */
function textOf(rule: Rule): unknown {
  if (rule.kind === 'advise') return rule.advise;
  if (rule.kind === 'recheck') return rule.questions;
  return rule.kind === 'alert' ? rule.alert : undefined;
}

function rulesOf(space: VersionSpace, version: Version): RuleInVersion[] {
  const { rules }: RuleSet = space.versions[version].ruleSet;
  return rules.map((rule, index) => ({ index, rule, holds: space.rule(version, index) }));
}
