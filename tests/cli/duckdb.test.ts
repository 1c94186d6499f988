import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { CsvRecords } from '../../src/batch/csv-records.ts';
import { csvText } from '../../src/batch/csv-text.ts';
import { openParquet, writeParquet } from '../../src/cli/duckdb.ts';
import { runs } from '../arbitrary-rule-set.ts';
import { openDatabase } from '../export/sql/duckdb-rows.ts';

const database = await openDatabase();
const folder = mkdtempSync(join(tmpdir(), 'carestep-parquet-'));
afterAll(() => {
  database?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The cells of a table after a way through Parquet. */
async function throughParquet(rows: readonly (readonly string[])[], name: string): Promise<string[][]> {
  const [csv, parquet] = [join(folder, `${name}.csv`), join(folder, `${name}.parquet`)];
  writeFileSync(csv, csvText(rows));
  await writeParquet(csv, parquet);
  const records = new CsvRecords();
  const decoder = new TextDecoder();
  const found: string[][] = [];
  for await (const chunk of openParquet(parquet)) {
    found.push(...records.take(decoder.decode(chunk, { stream: true })).map(({ fields }) => [...fields]));
  }
  return [...found, ...records.end().map(({ fields }) => [...fields])];
}

describe.skipIf(database === undefined)('Parquet', () => {
  test('gives back the texts that were written, in their order', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '"', ',', '\n', '\r\n', "'", ';', ' ', '0'),
      maxLength: 6,
    });
    const table = fc.array(fc.tuple(fc.nat(), text, text), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const rows = [
          ['id', 'level', 'kept "x", y'],
          ...cells.map(([id, ...texts]) => [String(id), ...texts]),
        ];
        expect(await throughParquet(rows, 'any')).toEqual(rows);
      }),
      runs(20),
    );
  });

  test('keeps the order of more rows than one thread reads', async () => {
    const rows = [['id', 'level'], ...Array.from({ length: 300_000 }, (_, row) => [String(row), 'iop'])];
    const found = await throughParquet(rows, 'many');
    expect(found.length).toBe(rows.length);
    expect(found.findIndex((cells, row) => cells[0] !== rows[row]?.[0])).toBe(-1);
  });

  test('takes the name of a file as it is, without patterns and without columns from folders', async () => {
    mkdirSync(join(folder, 'site=north'));
    const rows = [
      ['id', 'level'],
      ['1', 'php'],
    ];
    expect(await throughParquet(rows, 'site=north/a[1]*?')).toEqual(rows);
  });

  test('says with a missing value that several levels are left', async () => {
    writeFileSync(join(folder, 'open.csv'), 'id,level,reasons\n1,,\n');
    await writeParquet(join(folder, 'open.csv'), join(folder, 'open.parquet'));
    expect(await database?.rows(`SELECT * FROM '${join(folder, 'open.parquet')}'`)).toEqual([
      { id: '1', level: null, reasons: '' },
    ]);
  });
});
