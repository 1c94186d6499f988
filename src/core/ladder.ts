import type { LevelRule, LevelSet } from './rule-set.ts';

/**
 * Climbs the ladder: the lowest level that is not below any `at_least` in force and not in any `rule_out` in
 * force. The last level is never passed over.
 */
export function climb(levelCount: number, inForce: Iterable<LevelRule>): number {
  let level = 0;
  let ruledOut: LevelSet = 0;
  for (const rule of inForce) {
    if (rule.kind === 'at_least') level = Math.max(level, rule.level);
    else ruledOut |= rule.levels;
  }
  while (level < levelCount - 1 && (ruledOut >>> level) & 1) level++;
  return level;
}

/** Whether a rule, when it holds, objects to stopping at this level. */
export function objectsTo(rule: LevelRule, level: number): boolean {
  return rule.kind === 'at_least' ? rule.level > level : ((rule.levels >>> level) & 1) === 1;
}
