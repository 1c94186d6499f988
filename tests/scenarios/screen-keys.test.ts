import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adult } from '../adult-rule-set.ts';
import { type Session, startInterview } from './interview-driver.ts';
import { CTRL_C, CTRL_D, DOWN, ENTER, openTerminal } from './terminal.ts';

let session: Session | undefined;
afterEach(() => session?.close());

describe('Enter', () => {
  test('answers nothing on any screen of the full form', async () => {
    session = await startInterview(['--full']);
    const seen: string[] = [];
    for (let id = session.question(); id !== undefined; id = session.question()) {
      session.press(ENTER);
      await session.waitFor('Enter alone answers nothing');
      expect(session.question()).toBe(id);
      seen.push(id);
      await session.go('u');
    }
    expect(seen).toEqual(adult.questions.map(({ id }) => id));
    session.press(ENTER);
    await session.waitFor('Enter alone chooses nothing');
  });

  test('held down before the first screen is drawn answers nothing', async () => {
    session = await startInterview();
    session.press(ENTER.repeat(50));
    await session.waitFor('Enter alone answers nothing');
    expect(session.question()).toBe('safe_between_visits');
  });
});

describe('a question', () => {
  test('opens with nothing marked; arrows and numbers mark', async () => {
    session = await startInterview();
    expect(session.rows().some((row) => row.startsWith('›'))).toBe(false);
    session.press(DOWN);
    await session.waitFor('›  1  ');
    session.press('3');
    await session.waitFor('›  3  ');
    expect(session.question()).toBe('safe_between_visits');
  });

  test('with eleven answers takes numbers of two digits', async () => {
    session = await startInterview(['--full']);
    while (session.question() !== 'main_condition') await session.go('u');
    await session.answer('other');
    await session.go('b');
    expect(session.question()).toBe('main_condition');
    expect(session.rows().join('\n')).toContain('answered before (k keeps it): Other');
  });

  test('explains itself and each answer, and comes back as it was', async () => {
    session = await startInterview();
    session.press('2');
    await session.waitFor('›  2  ');
    session.press('?');
    const help = (await session.waitFor('any key')).join(' ').replaceAll(/\s+/g, ' ');
    const question = adult.questions.find(({ id }) => id === 'safe_between_visits');
    expect(help).toContain(question?.help.replaceAll(/\s+/g, ' ').trim());
    session.press(' ');
    await session.waitFor('›  2  ');
  });
});

describe('back', () => {
  test('shows the earlier answer, which can be kept or changed', async () => {
    session = await startInterview();
    await session.reach('suicidal_thoughts');
    await session.answer('passive');
    await session.answer('past');
    await session.go('b');
    await session.go('b');
    expect(session.question()).toBe('suicidal_thoughts');
    expect(session.rows().join('\n')).toContain('answered before');
    await session.go('k');
    expect(session.question()).toBe('suicidal_behavior');
    await session.go('k');
    expect(session.question()).toBe('means_or_preparation');
    await session.go('b');
    await session.answer('none');
    const review = await session.go('r');
    expect(review.join('\n')).toMatch(/Suicidal thoughts +Wishes/);
    expect(review.join('\n')).toMatch(/Suicidal behavior +Never/);
  });
});

describe('an alert', () => {
  test('is shown at once; stopping there leads to the result and exits with 4', async () => {
    session = await startInterview();
    await session.reach('suicidal_thoughts');
    await session.answer('intent');
    expect(session.rows().join('\n')).toContain('ALERT');
    expect(session.rows().join('\n')).toContain('911');
    session.press(ENTER);
    await session.waitFor('Enter alone chooses nothing');
    await session.go('s');
    expect(await session.exitCode()).toBe(4);
    expect(session.rows().join('\n')).toContain('Suggested level: ');
    expect(session.rows().join('\n')).toMatch(/alert/i);
  });

  test('lets the interview go on, and is shown again on top of the result', async () => {
    session = await startInterview();
    await session.reach('suicidal_thoughts');
    await session.answer('intent');
    await session.go('g');
    // Intent does not go together with the first answers, which were the best ones.
    expect(session.rows().join('\n')).toContain('These answers disagree');
    await session.go('g');
    expect(session.question()).toBeDefined();
    let rows = await session.answerAs({});
    if (rows.join('\n').includes('advice only')) rows = await session.go('n');
    expect(rows.join('\n')).toContain('Review before the result');
    await session.go('s');
    expect(await session.exitCode()).toBe(4);
    expect(session.rows().findIndex((row) => /alert/i.test(row))).toBeLessThan(
      session.rows().findIndex((row) => row.includes('Suggested level: ')),
    );
  });

  test('can be taken back with the answer that raised it', async () => {
    session = await startInterview();
    await session.reach('suicidal_thoughts');
    await session.answer('intent');
    await session.go('b');
    await session.answer('none');
    expect(session.question()).toBe('suicidal_behavior');
  });
});

describe('leaving', () => {
  test.for([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ] as const)('by %s is clean: 130, what is kept, no answer in sight, the cursor back', async ([, key]) => {
    session = await startInterview();
    await session.reach('suicidal_thoughts');
    await session.answer('passive');
    session.press(key);
    expect(await session.exitCode()).toBe(130);
    expect(session.rows().join('\n')).toMatch(/Stopped\. The draft is kept: `carestep screen --resume \S+`/);
    expect(session.rows().join('\n')).not.toContain('Wishes');
    expect(session.cursorIsShown()).toBe(true);
  });

  test('is possible at an alert, in the help and in the review', async () => {
    for (const keys of [['r'], ['?']]) {
      session = await startInterview();
      for (const key of keys) session.press(key);
      await session.waitFor((rows) => !rows.join('\n').includes('u unknown'));
      session.press(CTRL_C);
      expect(await session.exitCode()).toBe(130);
      session.close();
    }
    session = await startInterview();
    await session.reach('suicidal_thoughts');
    await session.answer('intent');
    session.press(CTRL_C);
    expect(await session.exitCode()).toBe(130);
  });
});

describe('where there is no terminal', () => {
  test('to answer at, the interview is refused with a pointer to score', async () => {
    const terminal = openTerminal(['screen'], { shell: 'echo | "$@"' });
    expect(await terminal.exitCode()).toBe(2);
    expect(terminal.rows().join('\n')).toContain('carestep score');
    terminal.close();
  });

  test('for the output, the interview draws on standard error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carestep-'));
    const file = join(folder, 'result.json');
    const terminal = openTerminal(['screen', '--format', 'json'], { shell: `"$@" >'${file}'` });
    await terminal.waitFor('q quit');
    terminal.press('3');
    await terminal.waitFor('›  3  ');
    terminal.press(ENTER);
    await terminal.waitFor('ALERT');
    terminal.press('s');
    await terminal.waitFor('Enter ends');
    terminal.press(ENTER);
    expect(await terminal.exitCode()).toBe(4);
    expect(readFileSync(file, 'utf8')).toContain('"inpatient"');
    expect(terminal.rows().join('\n')).toContain('Suggested level: ');
    terminal.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the result', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'carestep-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('goes whole to the file of --out, in the format of its name', async () => {
    const file = join(folder, 'result.md');
    session = await startInterview(['--out', file]);
    await session.reach('suicidal_thoughts');
    await session.answer('intent');
    await session.go('s');
    expect(await session.exitCode()).toBe(4);
    expect(readdirSync(folder)).toEqual(['result.md']);
    expect(readFileSync(file, 'utf8')).toMatch(/^#/m);
    expect(session.rows().join('\n')).toContain('Written to');
  });
});
