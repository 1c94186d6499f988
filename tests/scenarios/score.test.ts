import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adult } from '../adult-rule-set.ts';

const repository = resolve(import.meta.dirname, '../..');
const bin = join(repository, 'bin/carestep.js');
const published = join(repository, 'rules/adult/examples/published.yaml');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-score-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built `carestep score` in the folder of the test. */
function score(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'score', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: {},
  });
  return { status, stdout, stderr };
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('the published cases', () => {
  test('are scored into a pipe as CSV, one line each', () => {
    const { status, stdout, stderr } = score([published]);
    const rows = parseCsv(stdout, { columns: true });
    expect(status).toBe(0);
    expect(rows).toHaveLength(42);
    expect(rows[0]).toMatchObject({ id: 'dfs-123899', level: 'inpatient', lowest: 'inpatient' });
    expect(stderr).toMatch(/^scored 42, open \d+, alerted \d+, rejected 0\n$/);
  });

  test('are a table for a person, with each alert in it, within 80 columns', () => {
    const { stdout } = score([published, '--format', 'table']);
    expect(stdout).toMatch(/^dfs-123899 +inpatient +open: /);
    expect(stdout).toContain('ALERT: ');
    expect(stdout).toContain(adult.emergency.slice(0, 40));
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

test('outcomes and rejected rows go to their files, which appear when they are complete', () => {
  write('in.csv', 'id,self_care\na,independent\nb,independant\n\nc\n"d,struggling\n');
  const { status, stdout, stderr } = score(['in.csv', '--out', 'out.csv', '--rejects', 'rejects.csv']);
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'scored 1, open 1, alerted 0, rejected 3\n',
  });
  expect(parseCsv(read('rejects.csv')).map((row) => row.slice(0, 4))).toEqual([
    ['file', 'line', 'column', 'code'],
    ['in.csv', '3', '3', 'unknown-answer'],
    ['in.csv', '5', '1', 'column-count'],
    ['in.csv', '6', '1', 'broken-quotes'],
  ]);
  expect(readdirSync(folder).sort()).toEqual(['in.csv', 'out.csv', 'rejects.csv']);
});

test('a file that breaks off leaves what was scored as FILE.partial, and says so', () => {
  write('in.json', '[{"id":"a","answers":{}},{"id":"b","answers":{}},{"id"]');
  const { status, stderr } = score(['in.json', '--out', 'out.ndjson']);
  expect(status).toBe(2);
  expect(stderr).toBe(
    'error: in.json:1:55: `]` stands where a colon was expected\n' +
      '  help: write one case, or a list of cases in brackets\n' +
      'what was written before that is in `out.ndjson.partial`\n' +
      'scored 2, open 2, alerted 0, rejected 0\n',
  );
  expect(readdirSync(folder).sort()).toEqual(['in.json', 'out.ndjson.partial']);
  const lines = read('out.ndjson.partial').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(['a', 'b']);
});

test.each([
  ['a file that is not there', ['nowhere.csv'], 'nowhere.csv'],
  ['a folder', ['.'], 'is a folder'],
  ['an output in no folder', ['-', '--out', 'nowhere/out.csv'], 'nowhere'],
])('%s is said in a sentence', (_, args, words) => {
  const { status, stderr } = score(args, 'id,self_care\na,independent\n');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^error: .*\n {2}help: .*\n$/);
  expect(stderr).toContain(words);
});

test('a reader that has seen enough ends it quietly', async () => {
  const rows = Array.from({ length: 5000 }, (_, number) => `${number},independent`).join('\n');
  write('in.csv', `id,self_care\n${rows}\n`);
  const child = spawn(process.execPath, [bin, 'score', 'in.csv'], { cwd: folder });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((done) => child.on('close', done));
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
});
