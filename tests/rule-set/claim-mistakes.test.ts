import { expect, test } from 'vitest';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { loadGuarantees } from '../../src/rule-set/load-guarantees.ts';
import { SMALL_RULE_SET } from './small-rule-set.ts';

function mistakesIn(text: string): readonly string[] {
  const { ruleSet } = loadRuleSet(SMALL_RULE_SET);
  if (ruleSet === undefined) return ['the small rule set has errors'];
  const { diagnostics } = loadGuarantees({ path: 'guarantees.yaml', text }, ruleSet);
  return diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

test('a guarantee that claims nothing is found at its id', () => {
  expect(mistakesIn('guarantees:\n  - id: one-level\n    says: each case has one level\n')).toEqual([
    'no-claim 2:9',
  ]);
});

test('a guarantee that claims two things is found at the second', () => {
  const text =
    'guarantees:\n  - id: one-level\n    says: each case has one level\n    always_one_level: true\n    each_rule_can_matter: true\n';
  expect(mistakesIn(text)).toEqual(['several-claims 5:5']);
});
