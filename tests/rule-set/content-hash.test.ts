import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/rule-set/content-hash.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import type { SourceFile } from '../../src/rule-set/text-guard.ts';
import type { SeededChange } from './seeded-mistakes.ts';
import { changed } from './seeded-text.ts';
import { SMALL_RULE_SET } from './small-rule-set.ts';

function hashOf(files: readonly SourceFile[]): string {
  const { ruleSet, diagnostics } = loadRuleSet(files);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ruleSet === undefined
    ? ''
    : contentHash(ruleSet, (text) => createHash('sha256').update(text).digest('hex'));
}

const small = hashOf(SMALL_RULE_SET);

describe('the content hash', () => {
  test('is what the given function makes of it', () => {
    expect(small).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each<[string, SeededChange]>([
    [
      'a comment',
      { file: 'safety.yaml', from: 'dimension: safety\n', to: '# for safety\ndimension: safety\n' },
    ],
    ['quotes', { file: 'safety.yaml', from: 'window: ever', to: "window: 'ever'" }],
    [
      'line breaks',
      {
        file: 'safety.yaml',
        from: 'help: Interrupted attempts count.',
        to: 'help: >-\n      Interrupted\n      attempts count.',
      },
    ],
    [
      'the order of keys',
      {
        file: 'safety.yaml',
        from: '    window: ever\n    help: Interrupted attempts count.\n',
        to: '    help: Interrupted attempts count.\n    window: ever\n',
      },
    ],
    [
      'a list of one',
      {
        file: 'safety.yaml',
        from: '      thoughts: plan\n    because',
        to: '      thoughts: [plan]\n    because',
      },
    ],
  ])('stays the same for another form: %s', (_, change) => {
    expect(hashOf(changed(change))).toBe(small);
  });

  test.each<[string, SeededChange]>([
    [
      'a word of help',
      { file: 'safety.yaml', from: 'Interrupted attempts count.', to: 'Interrupted attempts do count.' },
    ],
    ['an answer in a condition', { file: 'step-down.yaml', from: 'up_to: active', to: 'up_to: passive' }],
    ['an optional key', { file: 'safety.yaml', from: '    basis: practice\n', to: '' }],
    ['a citation', { file: 'safety.yaml', from: 'section: Safety', to: 'section: Crises' }],
    ['the version', { file: 'rule-set.yaml', from: '0.1.0', to: '0.1.1' }],
  ])('changes with the content: %s', (_, change) => {
    expect(hashOf(changed(change))).not.toBe(small);
  });
});
