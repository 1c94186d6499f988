import type { RuleSet } from '../core/rule-set.ts';

/**
 * A hash over every word of a rule set: two files with the same hash say the same, whatever their layout and
 * comments. `sha256` returns the hexadecimal digest of a text.
 */
export function contentHash(ruleSet: RuleSet, sha256: (text: string) => string): string {
  return sha256(canonical(ruleSet));
}

/** JSON with the keys of every object sorted, so that equal contents are equal texts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, content]) => content !== undefined);
  entries.sort(([a], [b]) => Number(a > b) - Number(a < b));
  return `{${entries.map(([key, content]) => `${JSON.stringify(key)}:${canonical(content)}`).join()}}`;
}
