import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measuredRun } from '../../bench/measured-run.js';
import { checkHostile } from '../batch/hostile-check.ts';
import { hostileFile } from '../batch/hostile-file.ts';

const FILES = 2000;
const BIN = resolve(import.meta.dirname, '../../bin/carestep.js');
/** The memory for objects that the program gets, in megabytes, and what it may hold in all: coarse, but far from the file. */
const OBJECTS = 96;
const MOST = 350;
const MEGABYTE = 2 ** 20;

test('two thousand hostile files are read to their end, each row scored or rejected and counted', async () => {
  const fates = [];
  for (let number = 1; number <= FILES; number++) fates.push(await checkHostile(hostileFile(number)));
  expect(fates.length).toBe(FILES);
  expect(fates.filter(({ isCompared }) => isCompared).length).toBeGreaterThan(FILES / 2);
  expect(fates.filter(({ scored }) => scored > 0).length).toBeGreaterThan(FILES / 3);
  expect(fates.filter(({ rejected }) => rejected > 0).length).toBeGreaterThan(FILES / 3);
  expect(fates.filter(({ unusable }) => unusable > 0).length).toBeGreaterThan(FILES / 8);
});

test.each([
  ['JSON in one line', 'a.json', `[${Array(300_000).fill('{"answers":{}}').join(',')}]`, 300_000],
  ['a long id', 'a.csv', `id,sleep\na,good\n${'1abc'.repeat(250_000)},good\n`, 2],
  ['open quotation marks', 'a.csv', `id,sleep\n${'"\n'.repeat(200_000)}`, 100_000],
  ['many columns', 'a.csv', `id,sleep${',x'.repeat(500_000)}\n`, 1],
  ['many escapes', 'a.ndjson', `{"id":"a"}\n{"id":"${'\\"'.repeat(400_000)}"}\n`, 2],
  ['many unknown keys', 'a.ndjson', `{"id":"a"}\n{${'"a":1,'.repeat(150_000)}"b":1}\n`, 2],
])('time grows with the length and not with its square: %s', async (_, path, text, count) => {
  const file = { ...hostileFile(0), path, bytes: Buffer.from(text), chunk: 65_536 };
  const { scored, rejected, unusable } = await checkHostile(file, false);
  expect(scored + rejected + unusable).toBe(count);
});

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-hostile-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A compressed file of `megabytes` of the same text with something before and behind it: small until it is read. */
async function bomb(
  name: string,
  start: string,
  fill: string,
  megabytes: number,
  end: string,
): Promise<string> {
  const path = join(folder, name);
  const file = await open(path, 'w');
  const gzip = createGzip({ level: 1 });
  const written = (async () => {
    for await (const chunk of gzip) await file.write(chunk);
  })();
  const piece = Buffer.alloc(MEGABYTE, fill);
  gzip.write(start);
  for (let count = 0; count < megabytes; count++) {
    if (!gzip.write(piece)) await new Promise((done) => gzip.once('drain', done));
  }
  gzip.end(end);
  await written;
  await file.close();
  return path;
}

const CSV = 'id,self_care\na,independent\n';
const NDJSON = '{"id":"a","self_care":"independent"}\n';

describe('a compressed file that unfolds to far more than the memory', () => {
  test.each([
    [
      'a line of 100 MB',
      'line.csv.gz',
      CSV,
      'x',
      '\nb,independent\n',
      1,
      'scored 2, open 2, alerted 0, rejected 1',
    ],
    [
      'commas for 100 MB',
      'commas.csv.gz',
      CSV,
      ',',
      '\nb,independent\n',
      1,
      'scored 2, open 2, alerted 0, rejected 1',
    ],
    [
      'a mark that is never closed',
      'mark.csv.gz',
      `${CSV}"`,
      '\n',
      '\nb,independent\n',
      1,
      'scored 2, open 2, alerted 0, rejected 1',
    ],
    [
      'a line of 100 MB in NDJSON',
      'line.ndjson.gz',
      `${NDJSON}{"id":"`,
      'x',
      '"}\n{"id":"b"}\n',
      1,
      'scored 2, open 2, alerted 0, rejected 1',
    ],
    [
      'empty lines for 100 MB',
      'lines.csv.gz',
      CSV,
      '\r\n',
      'b,independent\n',
      0,
      'scored 2, open 2, alerted 0, rejected 0',
    ],
    ['a header of 100 MB', 'header.csv.gz', 'id,', 'x', '\na,b\n', 2, 'row is longer than 1 MiB'],
    ['white space for 100 MB', 'blank.csv.gz', '', ' ', CSV, 2, 'begins with more than 1 MiB of white space'],
    ['JSON of 100 MB', 'list.json.gz', '[', ' ', ']', 2, 'the file is larger than 64 MB'],
  ])(
    '%s',
    async (_, name, start, fill, end, code, said) => {
      const path = await bomb(name, start, fill, 100, end);
      const run = await measuredRun([
        `--max-old-space-size=${OBJECTS}`,
        BIN,
        'score',
        path,
        '--out',
        join(folder, `${name}.out.csv`),
      ]);
      expect(run.output).toContain(said);
      expect(run.code).toBe(code);
      expect(run.peak).toBeLessThan(MOST);
    },
    60_000,
  );
});
