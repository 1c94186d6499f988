import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT_SIZE, compareRows, contractSql, writeContractCases } from './contract-files.ts';
import { runProgram } from './run-program.ts';
import { findSpark } from './spark-programs.ts';

const script = resolve(import.meta.dirname, '../../scripts/spark/score-on-local-cluster.sh');
const spark = findSpark();
if (typeof spark === 'string') process.stdout.write(`skipped: the exported SQL on Spark; ${spark}\n`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-spark-'));
  mkdirSync(inFolder('scratch'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(typeof spark === 'string')('a Spark cluster of a master and two workers', () => {
  test('gives every contract case, read from partitioned Parquet, the row that it must give', async () => {
    const expected = await writeContractCases(inFolder('cases.csv'), CONTRACT_SIZE);
    writeFileSync(inFolder('adult.sql'), contractSql('spark'));
    await inDuckdb(
      `copy (select *, 'site-' || hash(id) % 4 as site
             from read_csv('${inFolder('cases.csv')}', all_varchar = true, allow_quoted_nulls = false))
       to '${inFolder('cases')}' (format parquet, partition_by (site))`,
    );
    await score('adult.sql', 'cases', 'rows');
    await inDuckdb(
      `copy (from '${inFolder('rows')}/*.parquet') to '${inFolder('rows.ndjson')}' (format json)`,
    );
    expect(await compareRows(inFolder('rows.ndjson'), expected)).toEqual({
      same: expected.size,
      different: [],
    });
    expect(readdirSync(inFolder('scratch')), 'what a cluster leaves behind').toEqual([]);
  }, 900_000);

  test('is not started where something is missing, and says what', async () => {
    await expect(score('adult.sql', 'cases')).rejects.toThrow('error: three arguments are needed');
    await expect(score('no.sql', 'cases', 'new')).rejects.toThrow('error: there is no file no.sql');
    await expect(score('adult.sql', 'nothing', 'new')).rejects.toThrow(
      'error: there are no cases at nothing',
    );
    await expect(score('adult.sql', 'cases', 'rows')).rejects.toThrow('error: rows is there already');
  });
});

function inFolder(name: string): string {
  return join(folder, name);
}

function score(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, TMPDIR: inFolder('scratch') };
  return runProgram(script, args, { cwd: folder, env });
}

async function inDuckdb(sql: string): Promise<void> {
  const database = await DuckDBInstance.create(':memory:');
  try {
    const connection = await database.connect();
    await connection.run(sql);
    connection.closeSync();
  } finally {
    database.closeSync();
  }
}
