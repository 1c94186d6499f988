import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/rule-set/diagnostic.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import type { SourceFile } from '../../src/rule-set/text-guard.ts';
import { SEEDED_MISTAKES, type SeededChange } from './seeded-mistakes.ts';
import { SMALL_RULE_SET } from './small-rule-set.ts';

function changed(change: SeededChange): readonly SourceFile[] {
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

describe('seeded mistakes', () => {
  test.each(SEEDED_MISTAKES)('$name: $code', ({ change, code, path, line, column }) => {
    const found = loadRuleSet(changed(change)).diagnostics.map((problem) => ({
      code: problem.code,
      path: problem.path,
      line: problem.line,
      column: problem.column,
    }));
    expect(found).toEqual([{ code, path, line, column }]);
  });

  test('every diagnostic code is among them', () => {
    const seeded = new Set(SEEDED_MISTAKES.map(({ code }) => code));
    expect([...seeded].sort()).toEqual([...DIAGNOSTIC_CODES].sort());
    expect(SEEDED_MISTAKES.length).toBeGreaterThanOrEqual(60);
  });
});
