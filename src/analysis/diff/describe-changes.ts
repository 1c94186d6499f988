import type { Rule } from '../../core/rule-set.ts';
import type { RuleChange } from '../../core/version-difference.ts';
import { FALSE } from '../../diagram/node-store.ts';
import { changedRuleKeys } from './changed-keys.ts';
import { reindexCondition } from './reindex-condition.ts';
import type { RulePair } from './rule-pairs.ts';
import type { UndoneChanges } from './undone-changes.ts';
import type { VersionSpace } from './version-space.ts';

/** A changed rule, and the index of its pair. */
export interface ChangedPair {
  readonly pair: number;
  readonly change: RuleChange;
}

/** Says of each rule that the versions write otherwise, or that acts otherwise on the level, what changed and what that does. */
export function describeChanges(
  space: VersionSpace,
  pairs: readonly RulePair[],
  undone: UndoneChanges,
  deciding: ReadonlySet<number>,
): ChangedPair[] {
  const versions = { old: space.versions.old.ruleSet, new: space.versions.new.ruleSet };
  const idle = idleChanges(space, undone, deciding);
  return pairs.flatMap((pair, index): ChangedPair[] => {
    const [old, now] = [pair.old?.rule, pair.new?.rule];
    const keys = changedRuleKeys(versions, old, now);
    const isOther =
      undone.changed.includes(index) || !space.same(pair.old?.holds ?? FALSE, pair.new?.holds ?? FALSE);
    const id = (now ?? old)?.id ?? '';
    const isRenamed = old !== undefined && now !== undefined && old.id !== now.id;
    if (keys.length === 0 && !isRenamed && !undone.changed.includes(index)) return [];
    const isBalanced = undone.changed.includes(index) && !idle.has(index);
    const change: RuleChange = {
      id,
      ...(isRenamed && { formerId: old.id }),
      index: { ...(pair.old && { old: pair.old.index }), ...(pair.new && { new: pair.new.index }) },
      keys,
      effect: deciding.has(index) ? 'decides' : isBalanced ? 'balanced' : 'nothing',
      isOther,
      onlyApart: keys.includes('when') && isAlikeOnCommonAnswers(space, old, now),
    };
    return [{ pair: index, change }];
  });
}

/** Changes that do nothing to any level, even if all of them are undone together. */
function idleChanges(
  space: VersionSpace,
  undone: UndoneChanges,
  deciding: ReadonlySet<number>,
): ReadonlySet<number> {
  const idle = new Set<number>();
  for (const change of undone.changed) {
    if (deciding.has(change)) continue;
    idle.add(change);
    if (!space.same(undone.level(idle), space.versions.new.levelRoot)) idle.delete(change);
  }
  return idle;
}

/** Whether two conditions are written alike, but for answers that one version lacks. */
function isAlikeOnCommonAnswers(space: VersionSpace, old: Rule | undefined, now: Rule | undefined): boolean {
  if (old === undefined || now === undefined) return false;
  const onCommon = (rule: Rule): string => {
    const when = reindexCondition(rule.when, (test) => ({
      ...test,
      answers: test.answers & space.commonAnswers(test.question),
    }));
    return JSON.stringify(when);
  };
  return onCommon(old) === onCommon(now);
}
