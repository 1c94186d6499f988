import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openParquet, writeParquet } from '../../src/cli/duckdb.ts';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { main } from '../../src/cli/main.ts';
import { nodeWorld } from '../../src/cli/node-world.ts';
import type { World } from '../../src/cli/world.ts';
import { compiledAdult } from '../adult-rule-set.ts';
import { contractCases, contractCsv } from '../export/sql/contract-cases.ts';
import { openDatabase } from '../export/sql/duckdb-rows.ts';

const database = await openDatabase();
database?.close();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-duckdb-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(inFolder(name), 'utf8');

async function score(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const base = nodeWorld();
  const world: World = {
    ...base,
    cwd: folder,
    stdout,
    stderr,
    stdoutIsTTY: false,
    stderrIsTTY: false,
    openRead: (path) => base.openRead(inFolder(path)),
    openWrite: (path) => base.openWrite(inFolder(path)),
    rename: (from, to) => base.rename(inFolder(from), inFolder(to)),
    remove: (path) => base.remove(inFolder(path)),
  };
  const code = await main(['score', ...args], world);
  return { code, stdout: textOf(stdout), stderr: textOf(stderr) };
}

function textOf(stream: PassThrough): string {
  const bytes: unknown = stream.read();
  return Buffer.isBuffer(bytes) ? bytes.toString('utf8') : '';
}

/** The output of the plain engine without `open`, the one column that the SELECT does not give; no cell is quoted. */
function withoutOpen(csv: string): string {
  const lines = csv.split('\n').map((line) => line.split(','));
  const open = lines[0]?.indexOf('open') ?? -1;
  return lines.map((cells) => cells.filter((_, index) => index !== open).join(',')).join('\n');
}

function contractText(size: number): string {
  const cases = contractCases(compiledAdult, { complete: size, partial: size });
  return [...contractCsv(compiledAdult.ruleSet, cases)].join('');
}

describe.skipIf(database === undefined)('score --engine duckdb', () => {
  test('writes what the plain engine writes, and rejects the same rows in the same words', async () => {
    writeFileSync(inFolder('cases.csv'), contractText(300));
    const plain = await score('cases.csv', '--out', 'plain.csv', '--rejects', 'plain-rejects.csv');
    const there = await score(
      'cases.csv',
      '--out',
      'there.csv',
      '--rejects',
      'there-rejects.csv',
      '--engine',
      'duckdb',
    );
    expect(there).toEqual(plain);
    expect(there.stderr).toMatch(/^scored 1\d\d\d, open \d+, alerted \d+, rejected 30\n$/);
    expect(read('there.csv')).toBe(withoutOpen(read('plain.csv')));
    expect(read('there-rejects.csv').split('\n').length).toBeGreaterThan(30);
    expect(read('there-rejects.csv').replaceAll(/,\d+,(?=unknown-answer)/g, ',')).toBe(
      read('plain-rejects.csv').replaceAll(/,\d+,(?=unknown-answer)/g, ','),
    );
  });

  test('reads Parquet and compressed CSV, and writes Parquet and NDJSON', async () => {
    const text = contractText(50);
    writeFileSync(inFolder('few.csv'), text);
    writeFileSync(inFolder('few.csv.gz'), gzipSync(text));
    await writeParquet(inFolder('few.csv'), inFolder('few.parquet'));
    for (const [index, name] of ['few.csv', 'few.csv.gz', 'few.parquet'].entries()) {
      await score(name, '--engine', 'duckdb', '--out', `few-${index}.csv`);
      expect(read(`few-${index}.csv`)).toBe(read('few-0.csv'));
    }
    await score('few.parquet', '--engine', 'duckdb', '--out', 'out.parquet');
    const chunks: Uint8Array[] = [];
    for await (const chunk of openParquet(inFolder('out.parquet'))) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString('utf8').replaceAll('"', '')).toBe(read('few-0.csv'));
    await score('few.csv', '--engine', 'duckdb', '--out', 'few.ndjson');
    await score('few.csv', '--out', 'plain.ndjson');
    const plain = read('plain.ndjson').replaceAll(/"open":\[[^\]]*\],/g, '');
    expect(read('few.ndjson')).toBe(plain);
  });

  test('gives the lines as ids where there are none, copies columns, and knows an id given twice', async () => {
    writeFileSync(inFolder('noid.csv'), 'self_care,Site\nindependent,"a, b"\nstruggling,=1+1\n');
    const noId = await score('noid.csv', '--engine', 'duckdb', '--keep', 'Site');
    expect(noId.stdout.split('\n').map((line) => `${line.split(',')[0]} ${line.slice(-8)}`)).toEqual([
      'id set,Site',
      expect.stringMatching(/^2 .*"a, b"$/),
      expect.stringMatching(/^3 .*'=1\+1$/),
      ' ',
    ]);
    expect(noId.stderr).toBe('scored 2, open 2, alerted 0, rejected 0, neutralized 1\n');
    writeFileSync(inFolder('twice.csv'), 'id,self_care\na,independent\na,struggling\n ,struggling\n');
    const twice = await score('twice.csv', '--engine', 'duckdb');
    expect([twice.code, twice.stderr]).toEqual([EXIT.findings, (await score('twice.csv')).stderr]);
    expect(twice.stdout.split('\n')).toHaveLength(3);
  });

  test.each([
    ['a column that identifies', 'id,self_care,Last Name\na,independent,Doe\n'],
    ['an id that identifies', 'id,self_care\na,independent\n123-45-6789,struggling\n'],
    ['no question', 'id\na\n'],
    ['no text', ''],
  ])('refuses a file with %s as the plain engine does', async (_, text) => {
    writeFileSync(inFolder('refused.csv'), text);
    const plain = await score('refused.csv');
    const there = await score('refused.csv', '--engine', 'duckdb');
    expect(there.code).toBe(EXIT.usage);
    expect(there.stderr.split('\n')[0]).toBe(plain.stderr.split('\n')[0]);
    expect(there.stderr).not.toContain('6789');
  });

  test('stops at a row that breaks the format, and shows nothing of it', async () => {
    writeFileSync(inFolder('broken.csv'), 'id,self_care\na,independent\nb,independent,secret\n');
    const { code, stderr } = await score('broken.csv', '--engine', 'duckdb');
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('broken.csv:3:1: DuckDB cannot read the file from here on');
    expect(stderr).not.toContain('secret');
  });

  test.each([
    [['cases.yaml'], '`--engine duckdb` does not read `cases.yaml`'],
    [['-'], '`--engine duckdb` does not read `-`'],
    [['cases.csv', '--expect', 'reviewer'], '`--engine duckdb` does not go with `--expect`'],
    [['cases.csv', '--jobs', '2'], '`--engine duckdb` does not go with `--jobs`'],
    [['cases.csv', '--format', 'table'], '`--engine duckdb` writes no table'],
  ])('says what it does not do: %j', async (args, message) => {
    const { code, stderr } = await score(...args, '--engine', 'duckdb');
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining(message)]);
  });
});
