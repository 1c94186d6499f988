import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RuleSet } from '../src/core/rule-set.ts';
import { compile } from '../src/diagram/compile.ts';
import { loadRuleSet } from '../src/rule-set/load.ts';

const folder = resolve(import.meta.dirname, '../rules/adult');

function load(): RuleSet {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }));
  const { ruleSet, diagnostics } = loadRuleSet(files);
  if (ruleSet === undefined || diagnostics.length > 0) {
    throw new Error(`the shipped rule set has findings:\n${JSON.stringify(diagnostics, null, 2)}`);
  }
  return ruleSet;
}

/** The shipped rule set, read from its files. Throws with the diagnostics if it has any. */
export const adult = load();

/** The shipped rule set as decision diagrams. */
export const compiledAdult = compile(adult);
