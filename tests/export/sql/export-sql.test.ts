import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { compile } from '../../../src/diagram/compile.ts';
import { exportSql } from '../../../src/export/sql/export-sql.ts';
import { compiledAdult } from '../../adult-rule-set.ts';
import { arbitraryRuleSet, ruleSetOf, runs } from '../../arbitrary-rule-set.ts';
import { CONTRACT_IDENTITY, contractCases } from './contract-cases.ts';
import { differences, openDatabase } from './duckdb-rows.ts';
import { everyPartialCaseDiffers } from './every-partial-case.ts';

const database = await openDatabase();
afterAll(() => database?.close());

describe.skipIf(database === undefined)('the SELECT, run by DuckDB', () => {
  test('gives each contract case the outcome that the program gives it', async () => {
    const cases = [...contractCases(compiledAdult, { complete: 2_000, partial: 2_000 })];
    const questions = compiledAdult.ruleSet.questions;
    const columns = ['id', ...questions.map(({ id }) => id)].map((id) => `"${id}" VARCHAR`);
    await database?.run(`CREATE TABLE cases (${columns.join(', ')})`);
    for (let from = 0; from < cases.length; from += 500) {
      const rows = cases
        .slice(from, from + 500)
        .map(({ id, cells }) => `(${[id, ...cells].map(literal).join(', ')})`);
      await database?.run(`INSERT INTO cases VALUES ${rows.join(', ')}`);
    }
    const exported = exportSql(compiledAdult, {
      dialect: 'duckdb',
      table: 'cases',
      identity: CONTRACT_IDENTITY,
    });
    const rows = 'sql' in exported ? ((await database?.rows(exported.sql)) ?? []) : [];
    const wrong = cases.flatMap(({ expected }, index) => differences(rows[index], expected));
    expect(rows).toHaveLength(cases.length);
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('gives every partial case of any small rule set what the program gives it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRuleSet, async (ruleSet) => {
        if (database === undefined) return;
        expect(await everyPartialCaseDiffers(database, compile(ruleSet))).toEqual([]);
      }),
      runs(30),
    );
  });
});

describe('a rule set', () => {
  const counts = [5, 5, 5];
  /** The level turns on whether the numbers of the three answers add up to an even one: IOP or PHP, but never less. */
  const odd = counts.map((_, question) => ({
    id: `q${question}`,
    dimension: 0,
    title: '',
    prompt: '',
    window: '',
    help: '',
    ordered: false,
    history: false,
    accept: [],
    answers: Array.from({ length: 5 }, (_, index) => ({ id: `a${index}`, label: '', means: '', phrase: '' })),
  }));
  const common = { dimension: 0, because: '', sources: [], practice: false, accept: [] };
  const combinations = counts.reduce<number[][]>(
    (found, count) =>
      found.flatMap((before) => Array.from({ length: count }, (_, index) => [...before, index])),
    [[]],
  );
  const parity = ruleSetOf(
    odd,
    combinations.map((answers, index) => ({
      ...common,
      id: `only.rule-${index}`,
      kind: 'at_least',
      level: answers.reduce((sum, answer) => sum + answer, 0) % 2 === 1 ? 1 : 2,
      when: {
        kind: 'all',
        of: answers.map((answer, question) => ({ kind: 'answer', question, answers: 1 << answer })),
      },
    })),
  );

  test('is refused where too many combinations of answers would have to be tried, and told which', () => {
    const exported = exportSql(compile(parity), { dialect: 'duckdb', table: 'cases', identity: 'odd' });
    expect(exported).toEqual({
      refused: {
        reason: 'where they are open, 125 combinations of answers to `q0`, `q1`, `q2` would have to be tried',
        help: expect.stringContaining('carestep rules verify'),
      },
    });
  });
});

function literal(cell: string | null): string {
  return cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'`;
}
