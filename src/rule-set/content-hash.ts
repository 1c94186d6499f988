import { canonicalJson } from '../core/canonical-json.ts';
import type { RuleSet } from '../core/rule-set.ts';

/**
 * A hash over every word of a rule set: two files with the same hash say the same, whatever their layout and
 * comments. `sha256` returns the hexadecimal digest of a text.
 */
export function contentHash(ruleSet: RuleSet, sha256: (text: string) => string): string {
  return sha256(canonicalJson(ruleSet));
}
