import { describe, expect, test } from 'vitest';
import { examineExamples } from '../../src/analysis/examples/examine-examples.ts';
import { OPEN } from '../../src/core/answers.ts';
import type { Example } from '../../src/core/example.ts';
import { goalText } from '../../src/render/goal-text.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { caseOfCodes, codesOfIds } from '../oracle/case-codes.ts';
import { oracleOutcome } from '../oracle/oracle.ts';
import { adultExamples } from './adult-examples.ts';

const { examples, diagnostics } = adultExamples;
const claiming = examples.filter(({ expect: expected }) => expected !== undefined);
const { results, coverage, mutation } = examineExamples(compiledAdult, examples, { mutate: true });

/** The answers by id, as the second encoding of the criteria takes them; undefined if some are open. */
function complete(example: Example): Record<string, string> | undefined {
  const ids: Record<string, string> = {};
  for (const [index, question] of adult.questions.entries()) {
    const answer = question.answers[example.answers[index] ?? OPEN];
    if (answer !== undefined) ids[question.id] = answer.id;
  }
  const open = adult.questions.some(
    ({ id }) => ids[id] === undefined && id !== 'program_progress' && id !== 'weekly_therapy',
  );
  const inProgram = ['iop', 'php', 'inpatient'].includes(ids['care_now'] ?? '');
  const asked = inProgram ? 'program_progress' : 'weekly_therapy';
  return open || ids[asked] === undefined ? undefined : ids;
}

describe('the shipped examples', () => {
  test('can be read', () => {
    expect(diagnostics).toEqual([]);
    expect(claiming.length).toBeGreaterThan(300);
  });

  test('all pass', () => {
    expect(results.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  test('published cases claim nothing, all others do', () => {
    const silent = examples.filter(({ expect: expected }) => expected === undefined);
    expect(new Set(silent.map(({ path }) => path))).toEqual(new Set(['published.yaml']));
    expect(claiming.some(({ path }) => path === 'published.yaml')).toBe(false);
  });

  test('reach every goal that some case can reach', () => {
    const gaps = coverage.goals.filter(({ reachedBy }) => reachedBy.length === 0);
    expect(gaps.map(({ goal }) => goalText(goal, adult))).toEqual([]);
    process.stdout.write(
      `${claiming.length} examples reach ${coverage.goals.length} goals; ` +
        `${coverage.unreachable.length} more can be reached by no case\n`,
    );
    expect(coverage.goals.length).toBeGreaterThan(450);
  });

  test('leave out only goals that are out of reach', () => {
    expect(
      coverage.unreachable.map(({ goal, because }) => `${goalText(goal, adult)}: ${because}`),
    ).toMatchInlineSnapshot(`
      [
        "step-down.php-too-early turns on program_progress: ready_to_step_down: where it fails, nothing would change if it held",
        "step-down.inpatient-severe turns on program_progress: ready_to_step_down: where it fails, nothing would change if it held",
        "step-down.iop-unsafe turns on care_now: iop: where it fails, nothing would change if it held",
        "step-down.iop-still-needed turns on care_now: iop: where it fails, nothing would change if it held",
        "step-down.iop-finished turns on care_now: iop: where it fails, nothing would change if it held",
        "step-down.iop-finished turns on program_progress: ready_to_step_down: where it fails, nothing would change if it held",
        "step-down.iop-passing-rise turns on care_now: iop: where it fails, nothing would change if it held",
      ]
    `);
  });

  test('notice every small mistake in the rules', () => {
    const { made = 0, equivalent = 0, killed = 0, survivors = [] } = mutation ?? {};
    process.stdout.write(
      `${made} mutants: ${equivalent} equivalent, ${killed} killed, ${survivors.length} alive\n`,
    );
    expect(survivors.map(({ mutant }) => `${adult.rules[mutant.rule]?.id}: ${mutant.change}`)).toEqual([]);
    expect(killed).toBeGreaterThan(1000);
  });

  test('expect what the second encoding of the criteria says', () => {
    let compared = 0;
    for (const example of claiming) {
      const ids = complete(example);
      if (ids === undefined) continue;
      const outcome = oracleOutcome(caseOfCodes(codesOfIds(ids)));
      const level = adult.levels.findIndex(({ id }) => id === outcome.level);
      expect(example.expect?.levels, example.id).toEqual({ lowest: level, highest: level });
      for (const list of ['alerts', 'advice', 'rechecks'] as const) {
        const said = example.expect?.[list];
        if (said === undefined) continue;
        const { includes, excludes } =
          said.kind === 'among'
            ? said
            : { includes: said.ids, excludes: outcome[list].filter((id) => !said.ids.includes(id)) };
        expect(outcome[list], example.id).toEqual(expect.arrayContaining([...includes]));
        expect(
          outcome[list].filter((id) => excludes.includes(id)),
          example.id,
        ).toEqual([]);
      }
      compared++;
    }
    expect(compared).toBeGreaterThan(300);
  });
});
