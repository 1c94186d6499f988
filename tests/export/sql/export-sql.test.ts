import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { OPEN } from '../../../src/core/answers.ts';
import type { RuleSet } from '../../../src/core/rule-set.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { evaluate } from '../../../src/explain/evaluate.ts';
import { exportSql } from '../../../src/export/sql/export-sql.ts';
import { compiledAdult } from '../../adult-rule-set.ts';
import { arbitraryRuleSet, completions, runs } from '../../arbitrary-rule-set.ts';
import { CONTRACT_IDENTITY, contractCases, expectedRow } from './contract-cases.ts';
import { differences, openDatabase } from './duckdb-rows.ts';

const database = await openDatabase();
afterAll(() => database?.close());

/** Every partial case of a small rule set. */
function partialCases(ruleSet: RuleSet): Int8Array[] {
  const withOpen = {
    ...ruleSet,
    questions: ruleSet.questions.map((each) => ({
      ...each,
      answers: [...each.answers, ...each.answers.slice(0, 1)],
    })),
  };
  const open = new Int8Array(ruleSet.questions.length).fill(OPEN);
  return completions(withOpen, open).map((codes) =>
    codes.map((code, question) => (code === ruleSet.questions[question]?.answers.length ? OPEN : code)),
  );
}

function insertion(table: string, ruleSet: RuleSet, cases: readonly Int8Array[]): string {
  const columns = ['id', ...ruleSet.questions.map(({ id }) => id)];
  const rows = cases.map((answers, index) => {
    const cells = ruleSet.questions.map((question, place) => {
      const answer = question.answers[answers[place] ?? OPEN];
      return answer === undefined ? 'NULL' : `'${answer.id}'`;
    });
    return `('${index}', ${cells.join(', ')})`;
  });
  return `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM (VALUES ${rows.join(', ')}) AS given(${columns.join(', ')})`;
}

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

  test('gives every partial case of any small rule set what the program gives it, or is refused', async () => {
    const counts = { exported: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(arbitraryRuleSet, async (ruleSet) => {
        const compiled = compile(ruleSet);
        const exported = exportSql(compiled, { dialect: 'duckdb', table: 'small', identity: 'small@1' });
        if ('refused' in exported) {
          counts.refused++;
          return;
        }
        counts.exported++;
        const cases = partialCases(ruleSet);
        await database?.run(insertion('small', ruleSet, cases));
        const rows =
          (await database?.rows(
            `SELECT * FROM (${exported.sql.replace(/;\s*$/, '')}) ORDER BY CAST(id AS INT)`,
          )) ?? [];
        const wrong = cases.flatMap((answers, index) =>
          differences(
            rows[index],
            expectedRow(ruleSet, String(index), evaluate(compiled, answers), 'small@1'),
          ),
        );
        expect(wrong.slice(0, 5)).toEqual([]);
      }),
      runs(40),
    );
    process.stdout.write(`small rule sets: ${JSON.stringify(counts)}\n`);
    expect(counts.exported).toBeGreaterThan(counts.refused * 10);
  }, 120_000);
});

function literal(cell: string | null): string {
  return cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'`;
}
