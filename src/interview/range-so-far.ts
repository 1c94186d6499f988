import type { Outcome } from '../core/outcome.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { levelWords } from '../render/level-word.ts';

/** The range of levels in one line; the lowest is never named without the highest. */
export function rangeSoFar(ruleSet: RuleSet, { lowest, highest, settled }: Outcome): string {
  const from = levelWords(ruleSet, [lowest]);
  if (settled) return `so far: ${from}; no answer left can change that`;
  return `so far: at least ${from}, up to ${levelWords(ruleSet, [highest])}`;
}
