import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { below, mulberry32, SEED } from '../oracle/draw-cases.ts';
import { caseFile, partialOf, startScoring, until } from '../scenarios/scored-file.ts';
import { isThorough } from '../thorough.ts';

const CASES = 60_000;
const KILLS = isThorough ? 50 : 12;
const FILES = ['in.csv', '--keep', 'site', '--out', 'out.csv', '--rejects', 'rejects.csv'];

const folder = mkdtempSync(join(tmpdir(), 'carestep-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);

test(`a run that is killed ${KILLS} times is resumed to the bytes of one run (seed ${SEED})`, async () => {
  const random = mulberry32(SEED);
  writeFileSync(at('in.csv'), caseFile(CASES));
  const whole = await startScoring(folder, FILES).ending;
  expect(whole.code).toBe(1);
  expect(whole.stderr).toMatch(/^scored 59940, open \d+, alerted \d+, rejected 60, neutralized 1200\n$/);
  const hashes = () => ['out.csv', 'rejects.csv'].map((name) => sha256(readFileSync(at(name))));
  const expected = hashes();
  const partial = partialOf(folder, 'out.csv');
  const step = statSync(at('out.csv')).size / 8;
  const rests = new Set<number>();
  let kills = 0;
  let finished = 0;
  while (kills < KILLS || existsSync(partial)) {
    if (!existsSync(partial)) for (const name of ['out.csv', 'rejects.csv']) rmSync(at(name));
    // Beyond the first third of the kills the rows are scored on two threads.
    const jobs = kills > KILLS / 3 ? ['--jobs', '2'] : [];
    const run = startScoring(folder, [...FILES, ...jobs, '--resume']);
    const enough = sizeOf(partial) + below(random, step);
    if (kills < KILLS) await until(run, () => sizeOf(partial) > enough);
    if (kills < KILLS && !run.hasEnded()) run.stop('SIGKILL');
    const { code, stderr } = await run.ending;
    if (code === null) {
      kills++;
      rests.add(sizeOf(partial));
      expect(existsSync(at('out.csv'))).toBe(false);
      continue;
    }
    finished++;
    expect(code).toBe(1);
    expect(stderr).toContain(whole.stderr);
    expect(hashes()).toEqual(expected);
    expect(existsSync(partialOf(folder, 'rejects.csv'))).toBe(false);
  }
  expect(kills).toBe(KILLS);
  expect(finished).toBeGreaterThan(0);
  // Each kill left another stretch of the output.
  expect(rests.size).toBeGreaterThan(KILLS / 2);
});
