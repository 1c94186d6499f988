import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/rule-set/diagnostic.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { SMALL_RULE_SET } from './small-rule-set.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/rule-format.md'), 'utf8');

function section(title: string): string {
  return page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
}

test('the page of the format names every diagnostic code once', () => {
  const rows = section('What can be wrong').match(/^\| `.*?\|/gm) ?? [];
  const named = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code));
  expect(named.sort()).toEqual([...DIAGNOSTIC_CODES].sort());
});

test('the dimension on the page of the format has no finding', () => {
  const text = section('A dimension from start to end').match(/```yaml\n(.*?)```/s)?.[1] ?? '';
  const [header] = SMALL_RULE_SET;
  const files = [
    { path: header.path, text: header.text.replace('[safety, step_down]', '[safety]') },
    { path: 'safety.yaml', text },
  ];
  const { ruleSet, diagnostics } = loadRuleSet(files);
  expect(diagnostics).toEqual([]);
  expect(ruleSet?.rules.map(({ id }) => id)).toEqual(['safety.plan-unsafe']);
});
