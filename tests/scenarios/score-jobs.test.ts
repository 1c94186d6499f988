import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adult } from '../adult-rule-set.ts';
import { below, drawCase, mulberry32, SEED, withOpenQuestions } from '../oracle/draw-cases.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';

const repository = resolve(import.meta.dirname, '../..');

/** Enough rows that other threads are started. */
const ROWS = 60_000;

describe('scoring on several threads', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'carestep-jobs-'));
    writeFileSync(join(folder, 'cases.csv'), cases());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['csv', 'ndjson'])('writes as %s what one thread writes, in the same order', (format) => {
    const one = score(['--jobs', '1', '--format', format, '--out', `one.${format}`, '--summary']);
    const three = score(['--jobs', '3', '--format', format, '--out', `three.${format}`, '--summary']);
    const written = readFileSync(join(folder, `three.${format}`));
    expect(written.equals(readFileSync(join(folder, `one.${format}`)))).toBe(true);
    expect(written.toString('utf8').split('\n').length).toBeGreaterThan(ROWS - 200);
    expect(three.stdout).toBe(one.stdout);
    expect(three.stdout).toContain('outpatient');
    expect(three.stderr).toBe(one.stderr);
    expect(three.status).toBe(1);
  });

  test('refuses what is no number of threads', () => {
    const { status, stderr } = score(['--jobs', 'many']);
    expect(status).toBe(2);
    expect(stderr).toContain('`--jobs many` is no number of threads');
  });

  function score(args: readonly string[]) {
    return spawnSync(process.execPath, [join(repository, 'bin/carestep.js'), 'score', 'cases.csv', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], XDG_CACHE_HOME: folder },
    });
  }
});

/** Few different cases many times, some of them with open questions, a wrong answer, a formula or an id twice. */
function cases(): string {
  const random = mulberry32(SEED);
  const answersOf = engineAnswers(adult);
  const different = Array.from({ length: 500 }, () => {
    const codes = answersOf(
      withOpenQuestions(random, drawCase(random), random() < 0.1 ? below(random, 4) : 0),
    );
    return adult.questions.map(({ answers }, index) => answers[codes[index] ?? -1]?.id ?? '');
  });
  const lines = [['id', ...adult.questions.map(({ id }) => id)].join(',')];
  for (let row = 0; row < ROWS; row++) {
    const cells = [...(different[row % different.length] ?? [])];
    if (row % 5003 === 17) cells[3] = 'nonsense';
    const number = row % 7001 === 9 ? row - 1 : row;
    const id = row % 4001 === 5 ? `"=${number},x"` : `case-${number}`;
    lines.push([id, ...cells].join(','));
  }
  return `${lines.join('\n')}\n`;
}
