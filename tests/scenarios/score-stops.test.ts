import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseFile, partialOf, startScoring, until } from './scored-file.ts';

const BIN = resolve(import.meta.dirname, '../../bin/carestep.js');
const CASES = 30_000;

let folder = '';
/** What one run gives for `in.csv`. */
let whole = { code: 0 as number | null, stderr: '', output: '' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-stops-'));
  writeFileSync(join(folder, 'in.csv'), caseFile(CASES));
  const ending = await startScoring(folder, ['in.csv', '--keep', 'site', '--out', 'whole.csv']).ending;
  whole = { ...ending, output: readFileSync(join(folder, 'whole.csv'), 'utf8') };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Runs a program of the system, which not every system has. */
const system = (...command: readonly string[]) =>
  spawnSync('bash', ['-c', '"$@"', 'bash', ...command], { encoding: 'utf8' });

/** Whether the file holds what one run gives; whether it differs is enough to know of so much text. */
const isWhole = (name: string) => read(name) === whole.output;

describe('Ctrl-C and a request to end', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s leaves whole rows, counts them and says how to go on',
    async (signal) => {
      const args = ['in.csv', '--keep', 'site', '--out', `${signal}.csv`];
      const partial = partialOf(folder, `${signal}.csv`);
      const run = startScoring(folder, args);
      await until(run, () => existsSync(partial) && statSync(partial).size > 0);
      run.stop(signal);
      const { code, stderr } = await run.ending;
      expect(code).toBe(130);
      const [, cases = ''] =
        /stopped after (\d+) cases; go on with the same command and `--resume`\n$/.exec(stderr) ?? [];
      expect(Number(cases)).toBeGreaterThan(0);
      const left = readFileSync(partial, 'utf8');
      expect(whole.output.startsWith(left)).toBe(true);
      expect(left.match(/adult@[^,]+,north\n/g)).toHaveLength(Number(cases));
      expect(existsSync(join(folder, `${signal}.csv`))).toBe(false);

      const resumed = await startScoring(folder, [...args, '--resume']).ending;
      expect(resumed).toEqual({ code: whole.code, stderr: whole.stderr });
      expect(isWhole(`${signal}.csv`)).toBe(true);
    },
  );

  test('are heard while nothing more is piped in', async () => {
    const run = startScoring(folder, ['-', '--keep', 'site', '--out', 'piped.csv']);
    run.stdin.write(read('in.csv').slice(0, 2_000_000));
    const partial = partialOf(folder, 'piped.csv');
    await until(run, () => existsSync(partial) && statSync(partial).size > 0);
    run.stop('SIGINT');
    const { code, stderr } = await run.ending;
    expect(code).toBe(130);
    expect(stderr).toMatch(/stopped after \d+ cases; go on with the same command and `--resume`\n$/);
    expect(whole.output.startsWith(readFileSync(partial, 'utf8'))).toBe(true);
  });
});

test('a Parquet file is CSV until it is complete, and is resumed as such', async () => {
  const args = ['in.csv', '--keep', 'site', '--out', 'out.parquet'];
  writeFileSync(partialOf(folder, 'out.parquet'), whole.output.slice(0, whole.output.length / 2));
  const resumed = await startScoring(folder, [...args, '--resume']).ending;
  expect(resumed).toEqual({ code: whole.code, stderr: whole.stderr });
  const kept = readFileSync(join(folder, 'out.parquet'));
  await startScoring(folder, args).ending;
  expect(kept.equals(readFileSync(join(folder, 'out.parquet')))).toBe(true);
});

test('a reader that takes one line and closes the pipe ends it quietly with 0', () => {
  const shell = `"$0" "$1" score in.csv --keep site 2>errors.txt | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout } = spawnSync('bash', ['-c', shell, process.execPath, BIN], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toBe(`${whole.output.split('\n', 1)[0]}\n0\n`);
  // Rejected rows may come before the pipe is closed, but no word about the pipe.
  expect(read('errors.txt')).not.toMatch(/error|EPIPE/);
});

test('standard output without room', ({ skip }) => {
  if (!existsSync('/dev/full')) skip('this machine has no /dev/full');
  const shell = '"$0" "$1" score in.csv --keep site --rejects no.csv >/dev/full';
  const { status, stderr } = spawnSync('bash', ['-c', shell, process.execPath, BIN], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'error: the disk is full\n  help: make room, or choose another place with `--out`\n',
  });
});

describe('a full disk', () => {
  /** Why there can be none here. */
  let missing: string | undefined;
  let disk = '';
  const resize = (options: string) => system('mount', ...options.split(' '), 'tmpfs', disk);
  beforeAll(() => {
    disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = resize('-t tmpfs -o size=1m');
    if (mounted.status !== 0) missing = `a small disk cannot be mounted: ${mounted.stderr}`;
  });
  afterAll(() => {
    if (missing === undefined) system('umount', disk);
  });

  test.for([
    ['the outcomes', 'disk/out.csv', 'rejects.csv'],
    ['the rejected rows', 'out.csv', 'disk/rejects.csv'],
  ] as const)(
    'under %s is said with what to do, and the run is resumed once there is room',
    async ([_, out, rejects], { skip }) => {
      if (missing !== undefined) skip(missing);
      expect(resize('-o remount,size=1m').status).toBe(0);
      if (rejects.startsWith('disk')) writeFileSync(join(disk, 'ballast'), Buffer.alloc(2 ** 20));
      const args = ['in.csv', '--keep', 'site', '--out', out, '--rejects', rejects];
      const { code, stderr } = await startScoring(folder, args).ending;
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr:
          'error: the disk is full\n  help: make room, and go on with the same command and `--resume`\n',
      });
      for (const name of [out, rejects]) expect(existsSync(join(folder, name))).toBe(false);
      expect(resize('-o remount,size=100m').status).toBe(0);
      expect((await startScoring(folder, [...args, '--resume']).ending).code).toBe(1);
      expect(isWhole(out)).toBe(true);
      expect(read(rejects).split('\n')).toHaveLength(CASES / 1000 + 2);
      expect(readdirSync(disk).filter((name) => name.endsWith('.partial'))).toEqual([]);
      for (const name of [out, rejects]) rmSync(join(folder, name));
      rmSync(join(disk, 'ballast'), { force: true });
    },
  );
});
