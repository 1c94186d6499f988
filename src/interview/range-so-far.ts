import type { Outcome } from '../core/outcome.ts';
import type { Level, RuleSet } from '../core/rule-set.ts';

/** The range of levels in one line; the lowest is never named without the highest. */
export function rangeSoFar(ruleSet: RuleSet, outcome: Outcome): string {
  const lowest = nameOf(ruleSet.levels[outcome.lowest]);
  if (outcome.settled) return `so far: ${lowest}, and no answer left can change that`;
  return `so far: at least ${lowest}, up to ${nameOf(ruleSet.levels[outcome.highest])}`;
}

/** A level's id as a word: short ones are abbreviations. */
function nameOf(level: Level | undefined): string {
  if (level === undefined) throw new RangeError('the outcome names a level that the rule set does not have');
  return level.id.length <= 3 ? level.id.toUpperCase() : level.id.replaceAll('_', ' ');
}
