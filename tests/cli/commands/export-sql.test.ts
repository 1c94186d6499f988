import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/cli/exit-codes.ts';
import { main } from '../../../src/cli/main.ts';
import { exportSql } from '../../../src/export/sql/export-sql.ts';
import { compiledAdult } from '../../adult-rule-set.ts';
import { fakeWorld } from '../fake-world.ts';

async function exported(...options: string[]) {
  const world = fakeWorld();
  const code = await main(['export', 'sql', ...options], world);
  return { code, ...world.printed(), files: world.files };
}

describe('export sql', () => {
  test('writes the SELECT of the shipped rule set, with its identity', async () => {
    const { code, stdout, stderr } = await exported('--dialect', 'duckdb', '--table', 'cases');
    const identity = /'(adult@[^']*)' AS "rule_set"/.exec(stdout)?.[1] ?? '';
    const wanted = exportSql(compiledAdult, { dialect: 'duckdb', table: 'cases', identity });
    expect([code, stderr]).toEqual([EXIT.done, '']);
    expect(identity).toMatch(/^adult@\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
    expect(wanted).toEqual({ sql: stdout });
  });

  test('makes a view over a table in a schema, with columns copied, in a file', async () => {
    const view = [
      '--table',
      'intake.cases',
      '--view',
      'intake.placements',
      '--id-column',
      'case_no',
      '--keep',
      'site',
    ];
    const { code, stdout, stderr, files } = await exported(
      '--dialect',
      'postgres',
      ...view,
      '--out',
      'view.sql',
    );
    expect([code, stdout, stderr]).toEqual([EXIT.done, '', 'Written to view.sql\n']);
    const sql = files.get('view.sql') ?? '';
    expect(sql).toContain('CREATE VIEW "intake"."placements" AS\nSELECT\n    given."case_no" AS "id",');
    expect(sql).toContain('given."site" AS "site"');
    expect(sql).toContain('FROM "intake"."cases" AS given');
  });

  test('knows no other dialect, and no nameless table', async () => {
    const { code, stderr } = await exported('--dialect', 'oracle', '--table', 'cases');
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining('duckdb, postgres, spark')]);
    const nameless = await exported('--dialect', 'spark', '--table', 'intake.');
    const taken = await exported('--dialect', 'spark', '--table', 'cases', '--keep', 'Level');
    expect([taken.code, taken.stderr]).toEqual([EXIT.usage, expect.stringContaining('cannot be kept')]);
    expect([nameless.code, nameless.stderr]).toEqual([EXIT.usage, expect.stringContaining('is no name')]);
  });
});
