import { describe, expect, test } from 'vitest';
import { verify } from '../../../src/analysis/verify/verify.ts';
import type { Verdict } from '../../../src/core/verdict.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { isGuaranteesFile } from '../../../src/rule-set/file-names.ts';
import { loadRuleSet } from '../../../src/rule-set/load.ts';
import { loadGuarantees } from '../../../src/rule-set/load-guarantees.ts';
import { ADULT_FILES, type NamedFile, withFault } from '../../seeded-adult.ts';
import { ADULT_FAULTS } from './adult-faults.ts';

function verdictsOn(files: readonly NamedFile[]): Verdict[] {
  const { ruleSet } = loadRuleSet(files);
  const file = files.find(({ path }) => isGuaranteesFile(path));
  if (ruleSet === undefined || file === undefined) throw new Error('the files do not load');
  const { guarantees, diagnostics } = loadGuarantees(file, ruleSet);
  expect(diagnostics).toEqual([]);
  if (guarantees === undefined) throw new Error('the guarantees do not load');
  return verify(compile(ruleSet), guarantees);
}

function idsOf(verdicts: readonly Verdict[], result: Verdict['result']): string[] {
  return verdicts.filter((verdict) => verdict.result === result).map(({ guarantee }) => guarantee.id);
}

describe('the shipped rule set', () => {
  const verdicts = verdictsOn(ADULT_FILES);

  test('keeps every guarantee that it states', () => {
    expect(verdicts.length).toBeGreaterThan(25);
    expect(idsOf(verdicts, 'refuted')).toEqual([]);
    expect(idsOf(verdicts, 'vacuous')).toEqual([]);
  });

  test('is proven over every combination of answers to the questions that apply', () => {
    const everything = verdicts.find(({ guarantee }) => guarantee.id === 'one-level');
    // Of the five answers on present care, two bring the five on weekly therapy, three the three on progress.
    const others = [5, 4, 3, 2, 4, 4, 4, 3, 3, 4, 3, 4, 3, 3, 3, 3, 3, 3, 2, 11, 4, 3, 3, 4, 4, 3, 3, 3, 3];
    const combinations = others.reduce((product, count) => product * BigInt(count), 1n);
    expect(everything?.cases).toBe(combinations * (2n * 5n + 3n * 3n));
  });
});

describe('a fault in the shipped rule set', () => {
  test.each(ADULT_FAULTS)('$name is refuted', ({ fault, refutes }) => {
    expect(idsOf(verdictsOn(withFault(fault)), 'refuted')).toEqual(refutes);
  });
});
