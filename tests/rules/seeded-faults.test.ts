import { describe, expect, test } from 'vitest';
import { check } from '../../src/analysis/check/check.ts';
import { runExamples } from '../../src/analysis/examples/run-examples.ts';
import { verify } from '../../src/analysis/verify/verify.ts';
import { compile } from '../../src/diagram/compile.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { loadGuarantees } from '../../src/rule-set/load-guarantees.ts';
import { adult } from '../adult-rule-set.ts';
import { ADULT_FILES, type SeededFault, withFault } from '../seeded-adult.ts';
import { adultExamples } from './adult-examples.ts';
import { SEEDED_FAULTS } from './seeded-faults.ts';

const guarantees = ADULT_FILES.filter(({ path }) => path === 'guarantees.yaml').flatMap(
  (file) => loadGuarantees(file, adult).guarantees ?? [],
);
const finders = { check: 0, verify: 0, examples: 0 };

/** Which of the three find a fault. */
function findersOf(fault: SeededFault): (keyof typeof finders)[] {
  const { ruleSet, places, diagnostics } = loadRuleSet(withFault(fault));
  if (ruleSet === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  const compiled = compile(ruleSet);
  const found = {
    check: check(compiled, places).some(({ accepted }) => accepted === undefined),
    verify: verify(compiled, guarantees).some(({ result }) => result !== 'proven'),
    examples: runExamples(compiled, adultExamples.examples).some(({ differences }) => differences.length > 0),
  };
  return (['check', 'verify', 'examples'] as const).filter((finder) => found[finder]);
}

describe('a fault in the meaning of a shipped rule is found', () => {
  test.each(SEEDED_FAULTS.map((fault, index) => [index + 1, fault] as const))('%i', (number, fault) => {
    const by = findersOf(fault);
    for (const finder of by) finders[finder]++;
    process.stdout.write(`${number}. ${fault.rule}: ${by.join(', ') || 'NOT FOUND'}\n`);
    expect(by).not.toEqual([]);
  });

  test('in each of at least 40 cases, and each of the three finds some', () => {
    process.stdout.write(`of ${SEEDED_FAULTS.length} faults: ${JSON.stringify(finders)}\n`);
    expect(SEEDED_FAULTS.length).toBeGreaterThanOrEqual(40);
    expect(Math.min(...Object.values(finders))).toBeGreaterThan(0);
  });
});
