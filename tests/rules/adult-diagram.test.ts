import { describe, expect, test } from 'vitest';
import { alertOf } from '../../src/core/rule-set.ts';
import { FALSE } from '../../src/diagram/node-store.ts';
import { buildSharedDiagrams } from '../../src/diagram/shared-diagrams.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';

const { level } = compiledAdult;
const { store, ruleRoots, variables, order } = buildSharedDiagrams(adult);

function rootOf(id: string): number {
  const index = adult.rules.findIndex((rule) => rule.id === id);
  expect(index, `rule ${id}`).toBeGreaterThanOrEqual(0);
  return ruleRoots[index] ?? FALSE;
}

describe('the diagram of the shipped rule set', () => {
  test('stays small enough to be compiled at every start', () => {
    const deciding = new Set(level.questions);
    const combinations = [...deciding].reduce(
      (product, question) => product * BigInt(adult.questions[question]?.answers.length ?? 1),
      1n,
    );
    process.stdout.write(
      `${level.size} nodes, ${deciding.size} deciding questions, ${combinations} combinations\n`,
    );
    expect(level.size).toBeLessThan(600);
    expect(deciding.size).toBe(27);
  });

  test('advises on refused emergency care exactly where care is declined and an alert is in force', () => {
    const commitment = adult.questions.findIndex((question) => question.id === 'commitment');
    const declines =
      adult.questions[commitment]?.answers.findIndex((answer) => answer.id === 'declines') ?? -1;
    const declined = store.test(variables[commitment] ?? 0, 1 << declines);
    const alerts = adult.rules.flatMap((rule, index) =>
      alertOf(rule) === undefined ? [] : [ruleRoots[index] ?? FALSE],
    );
    const anyAlert = alerts.reduce((union, root) => store.or(union, root), FALSE);
    expect(order[variables[commitment] ?? -1]).toBe(commitment);
    expect(rootOf('safety.refuses-emergency-care')).toBe(store.and(declined, anyAlert));
  });
});
