import type { RuleSet } from '../core/rule-set.ts';
import type { PracticeFilter } from '../practice/pick.ts';
import { printable } from '../render/printable.ts';
import { suggestion } from '../rule-set/suggestion.ts';
import { UsageError } from './usage-error.ts';

/**
 * What `--level` and `--dimension` ask for.
 *
 * @throws UsageError where the rule set knows no such thing.
 */
export function practiceFilter(
  ruleSet: RuleSet,
  given: { readonly level?: string; readonly dimension?: string },
): PracticeFilter {
  const { level, dimension } = given;
  return {
    ...(level !== undefined && { level: indexOf(ruleSet.levels, level, 'level') }),
    ...(dimension !== undefined && { dimension: indexOf(ruleSet.dimensions, dimension, 'dimension') }),
  };
}

function indexOf(named: readonly { readonly id: string }[], id: string, what: string): number {
  const index = named.findIndex((each) => each.id === id);
  if (index === -1) {
    const known = named.map((each) => each.id);
    throw new UsageError(`there is no ${what} \`${printable(id)}\``, suggestion(id, known, `${what}s`));
  }
  return index;
}
