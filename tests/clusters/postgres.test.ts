import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adult } from '../adult-rule-set.ts';
import { CONTRACT_SIZE, compareRows, contractSql, writeContractCases } from './contract-files.ts';
import { findPostgres } from './postgres-programs.ts';
import { PrivatePostgres } from './private-postgres.ts';

const programs = findPostgres();
if (typeof programs === 'string')
  process.stdout.write(`skipped: the exported SQL on PostgreSQL; ${programs}\n`);

const COLUMNS = ['id', ...adult.questions.map(({ id }) => id)];

let folder: string;
let postgres: PrivatePostgres;

beforeAll(async () => {
  if (typeof programs === 'string') return;
  folder = mkdtempSync(join(tmpdir(), 'carestep-postgres-'));
  postgres = await PrivatePostgres.start(programs);
  await postgres.run(`create table cases (${COLUMNS.map((column) => `"${column}" text`).join()})`);
  await postgres.run(contractSql('postgres', 'suggestions'));
});

afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(typeof programs === 'string')('PostgreSQL, with the exported SQL as a view', () => {
  test('gives every contract case the row that it must give', async () => {
    const table = join(folder, 'cases.csv');
    const rows = join(folder, 'rows.ndjson');
    const expected = await writeContractCases(table, CONTRACT_SIZE);
    await postgres.run('copy cases from stdin (format csv, header)', { inputFile: table });
    await postgres.run('select row_to_json(suggestions) from suggestions', { outputFile: rows });
    expect(await compareRows(rows, expected)).toEqual({ same: expected.size, different: [] });
  }, 600_000);

  test('scores what is asked for and no more', async () => {
    const plan = await postgres.run(`explain select level from suggestions where id = 'complete-7'`);
    expect(plan).toMatch(/Seq Scan on cases given.*\n\s*Filter: \(id = 'complete-7'::text\)/);
  });

  test('scores a case as soon as it stands in the table', async () => {
    const read = `select coalesce(lowest, 'none'), coalesce(level, 'none'), coalesce(problem, 'none')
                  from suggestions where id = 'new'`;
    await postgres.run("insert into cases (id, suicidal_thoughts) values ('new', 'intent')");
    expect(await postgres.run(read)).toBe('inpatient|inpatient|none\n');
    await postgres.run("update cases set suicidal_thoughts = 'unknown', self_care = '' where id = 'new'");
    expect(await postgres.run(read)).toBe('outpatient|none|none\n');
    await postgres.run("update cases set suicidal_thoughts = 'intense' where id = 'new'");
    expect(await postgres.run(read)).toBe('none|none|suicidal_thoughts\n');
    await postgres.run("delete from cases where id = 'new'");
  });
});
