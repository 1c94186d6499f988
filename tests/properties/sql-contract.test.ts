import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/diagram/compile.ts';
import { exportSql } from '../../src/export/sql/export-sql.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { arbitraryRuleSet, runs } from '../arbitrary-rule-set.ts';
import {
  CONTRACT_IDENTITY,
  type ContractCase,
  contractCases,
  contractCsv,
} from '../export/sql/contract-cases.ts';
import { differences, openDatabase } from '../export/sql/duckdb-rows.ts';
import { everyPartialCaseDiffers } from '../export/sql/every-partial-case.ts';
import { isThorough } from '../thorough.ts';

/** Long enough for hundreds of thousands of cases on a slow machine; says nothing about speed. */
const PATIENCE = 900_000;
const BATCH = 20_000;
const CASES = isThorough ? 200_000 : 20_000;
const RULE_SETS = isThorough ? 1500 : 150;

const database = await openDatabase();
const folder = mkdtempSync(join(tmpdir(), 'carestep-sql-'));
afterAll(() => {
  database?.close();
  rmSync(folder, { recursive: true, force: true });
});

function* batches(cases: Iterable<ContractCase>): Generator<ContractCase[]> {
  let batch: ContractCase[] = [];
  for (const each of cases) {
    batch.push(each);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

describe.skipIf(database === undefined)('the SELECT, run by DuckDB', () => {
  test(
    `gives ${CASES} complete and ${CASES} partial cases the outcome that the program gives them`,
    async () => {
      const exported = exportSql(compiledAdult, {
        dialect: 'duckdb',
        table: 'cases',
        identity: CONTRACT_IDENTITY,
      });
      const sql = 'sql' in exported ? exported.sql : '';
      const file = join(folder, 'cases.csv');
      const wrong: string[] = [];
      let count = 0;
      let open = 0;
      for (const batch of batches(contractCases(compiledAdult, { complete: CASES, partial: CASES }))) {
        writeFileSync(file, [...contractCsv(adult, batch)].join(''));
        await database?.run(
          `CREATE OR REPLACE TABLE cases AS SELECT * FROM read_csv('${file}', header = true, all_varchar = true, delim = ',', quote = '"')`,
        );
        const rows = (await database?.rows(sql)) ?? [];
        wrong.push(...batch.flatMap(({ expected }, index) => differences(rows[index], expected)).slice(0, 5));
        count += rows.length;
        open += rows.filter(({ settled }) => settled === 'false').length;
      }
      process.stdout.write(`contract cases ${count}, of which open ${open}\n`);
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(2 * CASES);
      expect(open).toBeGreaterThan(CASES / 4);
    },
    PATIENCE,
  );

  test(
    `gives every partial case of ${RULE_SETS} small rule sets what the program gives it`,
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryRuleSet, async (ruleSet) => {
          if (database === undefined) return;
          expect(await everyPartialCaseDiffers(database, compile(ruleSet))).toEqual([]);
        }),
        runs(RULE_SETS),
      );
    },
    PATIENCE,
  );
});
