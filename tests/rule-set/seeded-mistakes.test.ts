import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/rule-set/diagnostic.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { SEEDED_MISTAKES } from './seeded-mistakes.ts';
import { changed } from './seeded-text.ts';

/** Found in a file of guarantees, which has mistakes of its own. */
const ELSEWHERE = ['no-claim', 'several-claims'];

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
    const seeded = new Set([...SEEDED_MISTAKES.map(({ code }) => code), ...ELSEWHERE]);
    expect([...seeded].sort()).toEqual([...DIAGNOSTIC_CODES].sort());
    expect(SEEDED_MISTAKES.length).toBeGreaterThanOrEqual(60);
  });

  test.each(SEEDED_MISTAKES)('$name: says what is wrong and what to do', ({ change }) => {
    for (const { message, help, length } of loadRuleSet(changed(change)).diagnostics) {
      // A lower-case sentence without a period; the text of the author stands in backticks.
      expect(message).toMatch(/^[^A-Z].*[^.]$/);
      expect(help).toMatch(/\S.*[^.]$/);
      expect(length).toBeGreaterThan(0);
    }
  });
});
