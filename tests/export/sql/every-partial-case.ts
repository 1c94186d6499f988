import { OPEN } from '../../../src/core/answers.ts';
import type { RuleSet } from '../../../src/core/rule-set.ts';
import type { CompiledRuleSet } from '../../../src/diagram/compile.ts';
import { evaluate } from '../../../src/explain/evaluate.ts';
import { exportSql } from '../../../src/export/sql/export-sql.ts';
import { expectedRow } from './contract-cases.ts';
import { type Database, differences } from './duckdb-rows.ts';

/** Where the SELECT gives a partial case of a small rule set something else than the program; a refusal is one too. */
export async function everyPartialCaseDiffers(
  database: Database,
  compiled: CompiledRuleSet,
): Promise<string[]> {
  const { ruleSet } = compiled;
  const exported = exportSql(compiled, { dialect: 'duckdb', table: 'small', identity: 'small@1' });
  if ('refused' in exported) return [exported.refused.reason];
  const cases = partialCases(ruleSet);
  await database.run(insertion(ruleSet, cases));
  const select = exported.sql.replace(/;\s*$/, '');
  const rows = await database.rows(`SELECT * FROM (${select}) ORDER BY CAST(id AS INT)`);
  return cases.flatMap((answers, index) =>
    differences(rows[index], expectedRow(ruleSet, String(index), evaluate(compiled, answers), 'small@1')),
  );
}

/** Every way to answer each question or to leave it open. */
function partialCases({ questions }: RuleSet): Int8Array[] {
  return questions.reduce<Int8Array[]>(
    (cases, { answers }, question) =>
      cases.flatMap((before) =>
        [OPEN, ...answers.keys()].map((code) =>
          before.map((given, place) => (place === question ? code : given)),
        ),
      ),
    [new Int8Array(questions.length).fill(OPEN)],
  );
}

function insertion(ruleSet: RuleSet, cases: readonly Int8Array[]): string {
  const columns = ['id', ...ruleSet.questions.map(({ id }) => id)];
  const rows = cases.map((answers, index) => {
    const cells = ruleSet.questions.map((question, place) => {
      const answer = question.answers[answers[place] ?? OPEN];
      return answer === undefined ? 'NULL' : `'${answer.id}'`;
    });
    return `('${index}', ${cells.join(', ')})`;
  });
  return `CREATE OR REPLACE TABLE small AS SELECT * FROM (VALUES ${rows.join(', ')}) AS given(${columns.join(', ')})`;
}
