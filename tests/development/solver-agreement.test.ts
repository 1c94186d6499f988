import { afterAll, describe, expect, test } from 'vitest';
import { verify } from '../../src/analysis/verify/verify.ts';
import { compile } from '../../src/diagram/compile.ts';
import { isGuaranteesFile } from '../../src/rule-set/file-names.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { loadGuarantees } from '../../src/rule-set/load-guarantees.ts';
import { ADULT_FILES, type NamedFile, withFault } from '../seeded-adult.ts';
import { readRaw } from './raw-rule-set.ts';
import { SmtEncoding } from './smt-encoding.ts';
import { smtQuestions } from './smt-questions.ts';
import { startSolver } from './solver.ts';

const { withDefinitions, stop } = await startSolver();

afterAll(stop);

/** Per guarantee, whether the solver finds it true of every case, and of at least one. */
async function solverVerdicts(files: readonly NamedFile[]): Promise<Record<string, boolean>> {
  const raw = readRaw(files);
  const smt = new SmtEncoding(raw);
  const solver = withDefinitions(smt.base());
  const verdicts: Record<string, boolean> = {};
  for (const guarantee of raw.guarantees) {
    verdicts[guarantee.id] = true;
    for (const { formula, holdsIf } of smtQuestions(raw, smt, guarantee)) {
      if ((await solver.ask(formula)) !== holdsIf) verdicts[guarantee.id] = false;
    }
  }
  return verdicts;
}

function diagramVerdicts(files: readonly NamedFile[]): Record<string, boolean> {
  const { ruleSet } = loadRuleSet(files);
  const file = files.find(({ path }) => isGuaranteesFile(path));
  if (ruleSet === undefined || file === undefined) throw new Error('the files do not load');
  const verdicts = verify(compile(ruleSet), loadGuarantees(file, ruleSet).guarantees ?? []);
  return Object.fromEntries(verdicts.map(({ guarantee, result }) => [guarantee.id, result === 'proven']));
}

function refutedIn(verdicts: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(verdicts).filter((id) => verdicts[id] === false);
}

describe('an independent solver', () => {
  test('finds every guarantee of the shipped rules true, as the diagram does', async () => {
    const verdicts = await solverVerdicts(ADULT_FILES);
    expect(Object.keys(verdicts).length).toBeGreaterThan(25);
    expect(refutedIn(verdicts)).toEqual([]);
    expect(verdicts).toEqual(diagramVerdicts(ADULT_FILES));
  });

  test.each([
    { rule: 'safety.suicidal-intent', from: 'at_least: inpatient', to: 'at_least: php' },
    { rule: 'schedule.no-safe-place', from: 'rule_out: [iop]', to: 'at_least: php' },
    { rule: 'schedule.groups', from: '{ from: hesitant }', to: 'unwilling' },
  ])('refutes what the diagram refutes after a fault in $rule', async (fault) => {
    const files = withFault(fault);
    const verdicts = await solverVerdicts(files);
    expect(refutedIn(verdicts).length).toBeGreaterThan(0);
    expect(verdicts).toEqual(diagramVerdicts(files));
  });
});
