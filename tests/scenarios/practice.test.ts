import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/statistics/random.ts';
import { isThorough } from '../thorough.ts';
import { CTRL_C, DOWN, ENTER, openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

let folder = '';
let terminal: Terminal | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-practice-'));
});
afterEach(() => {
  terminal?.close();
  rmSync(folder, { recursive: true });
});

const log = () => join(folder, 'carestep/practice/progress.ndjson');
const kept = () => (existsSync(log()) ? readFileSync(log(), 'utf8').trim().split('\n') : []);

function open(args: readonly string[], options: TerminalOptions = {}): Terminal {
  terminal?.close();
  terminal = openTerminal(['practice', ...args], {
    ...options,
    env: { XDG_STATE_HOME: folder, ...options.env },
  });
  return terminal;
}

/** What is written for practice may grow; the made-up cases of a seed stay. */
const NEW = ['--source', 'generated'];

const QUESTION = 'Which level does this person need?';
const FEEDBACK = /Enter (goes on|ends)/;

/** Reads on until something is asked. */
async function readOn(held: Terminal, asked = QUESTION): Promise<string> {
  const isAsked = (rows: readonly string[]) =>
    rows.join('\n').includes(asked) && /q (save and )?quit$/m.test(rows.join('\n'));
  const pieces = () => held.written().split('Enter reads on').length;
  for (;;) {
    const rows = await held.waitFor((seen) => isAsked(seen) || isPiece(seen));
    if (isAsked(rows)) return rows.join('\n');
    const before = pieces();
    held.press(ENTER);
    await held.waitFor((seen) => isAsked(seen) || pieces() > before);
  }
}

/** A piece of a story with its line of keys, drawn to the end. */
function isPiece(rows: readonly string[]): boolean {
  return rows.findLast((row) => row !== '')?.startsWith('Enter reads on') === true;
}

/** Marks a choice by its number, and confirms it. */
async function choose(held: Terminal, number: number): Promise<void> {
  held.press(String(number));
  await held.waitFor((rows) => rows.some((row) => row.startsWith(`›  ${number}  `)));
  held.press(ENTER);
}

/** What the program prints when it asks nothing. */
async function printed(args: readonly string[]): Promise<string> {
  const held = open(args, { rows: 60 });
  await held.exitCode();
  return held.rows().join('\n').trimEnd();
}

describe('a session', () => {
  test('tells three cases, takes a level with reasons, unsure and a correction, and shows what it came to', async () => {
    const held = open([...NEW, '--session', '3', '--seed', '5', '--reasons'], { rows: 40 });
    await readOn(held);
    held.press(ENTER);
    await held.waitFor('Enter alone places nobody');
    await choose(held, 2);
    await held.waitFor('Which answers decide it? (none yet)');
    await choose(held, 1);
    await held.waitFor('Which answers decide it? (1 so far)');
    held.press('b');
    await readOn(held);
    held.press(DOWN);
    await held.waitFor('›  1  ');
    held.press(ENTER);
    await held.waitFor('Which answers decide it? (none yet)');
    await choose(held, 1);
    await held.waitFor('(1 so far)');
    held.press('d');
    await held.waitFor((rows) => FEEDBACK.test(rows.join('\n')));
    expect(held.rows().join('\n')).toMatch(/The criteria give/);
    expect(held.rows().join('\n')).toContain('Your reasons');
    held.press(ENTER);
    await readOn(held);
    held.press('u');
    await held.waitFor('Unsure is an answer');
    await held.waitFor((rows) => FEEDBACK.test(rows.join('\n')));
    held.press(ENTER);
    await readOn(held);
    await choose(held, 4);
    await held.waitFor('Which answers decide it?');
    held.press('d');
    await held.waitFor('Enter ends');
    held.press('q');
    expect(await held.exitCode()).toBe(0);
    expect(held.rows().join('\n')).toMatch(/3 cases: \d as the criteria give/);
    expect(kept()).toHaveLength(3);
    expect(statSync(log()).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'carestep/practice')).mode & 0o777).toBe(0o700);
    const stats = await printed(['stats']);
    expect(stats).toContain('Practice so far: 3 cases');
    expect(stats).toMatch(/Unsure +1/);
  });

  test('shows everything on a key where it had to fold', async () => {
    const held = open([...NEW, '--session', '1', '--seed', '5', '--level', 'inpatient', '--reasons'], {
      columns: 60,
    });
    await readOn(held);
    await choose(held, 1);
    await held.waitFor('Which answers decide it?');
    held.press('d');
    await held.waitFor('m more');
    held.press('m');
    await held.waitFor(
      (rows) => !rows.join('\n').includes('m more') && rows.join('\n').includes('Enter ends'),
    );
    held.press(ENTER);
    expect(await held.exitCode()).toBe(0);
  });

  test('of pairs asks which needs more', async () => {
    const held = open(['--pairs', '--session', '1', '--seed', '3'], { rows: 40 });
    await readOn(held, 'Which of the two needs more?');
    await choose(held, 2);
    await held.waitFor('What differs');
    held.press(ENTER);
    expect(await held.exitCode()).toBe(0);
    expect(held.rows().join('\n')).toContain('1 pair: ');
  });

  test('is left with Ctrl-C at any time', async () => {
    const held = open([...NEW, '--session', '2', '--seed', '5']);
    await readOn(held);
    held.press(CTRL_C);
    expect(await held.exitCode()).toBe(130);
    expect(held.cursorIsShown()).toBe(true);
    expect(kept()).toEqual([]);
  });
});

describe('an exam', () => {
  const args = [...NEW, '--exam', '3', '--seed', '7', '--rater', 'R1'];

  test('is taken, interrupted by kill -9, gone on with and written', async () => {
    const page = join(folder, 'r1.html');
    const result = join(folder, 'r1.json');
    let held = open(args);
    await readOn(held);
    await choose(held, 2);
    await held.waitFor((rows) => rows.join('\n').includes('Case 2 of 3'));
    await held.kill();
    held = open([...args, '--out', page, '--out', result]);
    await held.waitFor('1 of 3 cases answered');
    held.press(ENTER);
    await held.waitFor('Enter alone chooses nothing');
    held.press('g');
    for (const number of [2, 3]) {
      await held.waitFor(`Case ${number} of 3`);
      const screen = await readOn(held);
      expect(screen).not.toContain('criteria give');
      await choose(held, number);
    }
    expect(await held.exitCode()).toBe(0);
    expect(held.rows().join('\n')).toContain(`Written to ${result}`.slice(0, 60));
    const { cases, rater } = JSON.parse(readFileSync(result, 'utf8'));
    expect(rater).toBe('R1');
    expect(cases.map(({ placed }: { placed: string }) => placed)).toEqual(['iop', 'iop', 'php']);
    expect(readFileSync(page, 'utf8')).toContain('Practice exam');
    expect(existsSync(join(folder, 'carestep/practice/exam.json'))).toBe(false);
    expect(kept()).toEqual([]);
  });
});

/** Every third one is killed after the feedback. */
const ROUNDS = isThorough ? 12 : 6;

describe('progress', () => {
  test('survives kill -9 at any moment, but for the answer being typed', async () => {
    const random = seededRandom(20260115);
    let confirmed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const before = kept().length;
      const held = open([...NEW, '--seed', String(round)], { rows: 40 });
      await readOn(held);
      held.press('2');
      await held.waitFor('›  2  ');
      held.press(ENTER);
      // Sometimes before anything is written, sometimes in the middle, sometimes after.
      if (round % 3 === 0) await held.waitFor((rows) => FEEDBACK.test(rows.join('\n')));
      else await new Promise((done) => setTimeout(done, Math.floor(random() * 60)));
      const hasBeenTold = /The criteria (give|leave)/.test(held.rows().join('\n'));
      await held.kill();
      const after = kept();
      expect(after.length === before || after.length === before + 1).toBe(true);
      // Feedback is shown only once the answer is on the disk.
      if (hasBeenTold) expect(after.length).toBe(before + 1);
      for (const line of after) expect(() => JSON.parse(line)).not.toThrow();
      confirmed = after.length;
      expect(await printed(['stats'])).toContain(
        confirmed === 0 ? 'Nothing has been practiced yet' : `Practice so far: ${confirmed} case`,
      );
    }
    expect(confirmed).toBeGreaterThanOrEqual(ROUNDS / 3);
    const held = open([...NEW, '--session', '1', '--seed', '5'], { rows: 40 });
    await readOn(held);
    held.press('u');
    await held.waitFor((rows) => FEEDBACK.test(rows.join('\n')));
    expect(kept()).toHaveLength(confirmed + 1);
    expect(readdirSync(join(folder, 'carestep/practice'))).toEqual(['progress.ndjson']);
  });
});

describe.each([60, 80, 120])('in %i columns', (columns) => {
  test.each(['0', '1'])('no line runs into the next, and NO_COLOR=%s is kept to', async (noColor) => {
    const held = open([...NEW, '--session', '1', '--seed', '5', '--reasons'], {
      columns,
      ...(noColor === '1' && { env: { NO_COLOR: '1' } }),
    });
    await readOn(held);
    expect(held.wrappedRows()).toEqual([]);
    await choose(held, 4);
    await held.waitFor('Which answers decide it?');
    expect(held.wrappedRows()).toEqual([]);
    held.press('d');
    await held.waitFor((rows) => FEEDBACK.test(rows.join('\n')));
    expect(held.wrappedRows()).toEqual([]);
    held.press(ENTER);
    await held.exitCode();
    const styled = held.written().includes('\u001b[1m') || held.written().includes('\u001b[2m');
    expect(styled).toBe(noColor === '0');
  });
});
