import { expect } from 'vitest';
import type { SourceFile } from '../../src/rule-set/text-guard.ts';
import type { SeededChange } from './seeded-mistakes.ts';
import { SMALL_RULE_SET } from './small-rule-set.ts';

/** The files of the small rule set after one change. */
export function changed(change: SeededChange): readonly SourceFile[] {
  if ('remove' in change) return SMALL_RULE_SET.filter(({ path }) => path !== change.remove);
  if ('add' in change) {
    const others = SMALL_RULE_SET.filter(({ path }) => path !== change.add);
    return [...others, { path: change.add, text: change.text }];
  }
  return SMALL_RULE_SET.map(({ path, text }) => {
    if (path !== change.file) return { path, text };
    expect(text.split(change.from), `${JSON.stringify(change.from)} occurs once`).toHaveLength(2);
    return { path, text: text.replace(change.from, () => change.to) };
  });
}
