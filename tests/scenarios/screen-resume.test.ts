import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adult } from '../adult-rule-set.ts';
import { type Session, startInterview } from './interview-driver.ts';
import { CTRL_C, ENTER, openTerminal } from './terminal.ts';

let state = '';
let session: Session | undefined;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'carestep-'));
});
afterEach(() => {
  session?.close();
  rmSync(state, { recursive: true });
});

const folder = () => join(state, 'carestep/drafts');
const drafts = () => readdirSync(folder()).filter((name) => name.endsWith('.json'));

async function start(...args: string[]): Promise<Session> {
  session?.close();
  session = await startInterview(args, { env: { XDG_STATE_HOME: state } });
  return session;
}

/** What the program prints when it asks nothing. */
async function printed(...args: string[]): Promise<{ text: string; code: number }> {
  const terminal = openTerminal(args, { env: { XDG_STATE_HOME: state } });
  const code = await terminal.exitCode();
  const text = terminal.rows().join('\n').trimEnd();
  terminal.close();
  return { text, code };
}

describe('an interview that is killed', () => {
  test('at every question goes on at that question, with every answer confirmed before', async () => {
    let held = await start();
    const confirmed: string[] = [];
    for (;;) {
      const id = held.question();
      if (id === undefined) break;
      // An answer is marked but not confirmed: that much may be lost.
      held.press('2');
      await held.waitFor('›  2  ');
      await held.kill();
      held = await start(...(confirmed.length === 0 ? [] : ['--resume']));
      expect(held.question()).toBe(id);
      expect(held.rows().some((row) => row.startsWith('›'))).toBe(false);
      const question = adult.questions.find((each) => each.id === id);
      await held.answer(question?.answers[0]?.id ?? '');
      confirmed.push(id);
    }
    expect(confirmed.length).toBeGreaterThan(10);
    expect(drafts()).toHaveLength(1);
    await held.go('n');
    await held.kill();
    held = await start('--resume');
    expect(held.rows().join('\n')).toContain('Review before the result');
    const listed = held.rows().filter((row) => /^ {2,3}\d+ {2}/.test(row)).length;
    const hidden = Number(/(\d+) more below/.exec(held.rows().join('\n'))?.[1] ?? 0);
    expect(listed + hidden).toBe(confirmed.length);
    await held.go('s');
    expect(await held.exitCode()).toBe(0);
    expect(held.rows().join('\n')).toContain('Suggested level: ');
    expect(readdirSync(folder())).toEqual([]);
  });

  test('at an alert, at a recheck and at a note comes back there', async () => {
    let held = await start();
    await held.reach('suicidal_thoughts');
    held.press('n');
    await held.waitFor('Note on: Suicidal thoughts');
    held.press('typed but not confirmed');
    await held.waitFor('› typed');
    await held.kill();
    held = await start('--resume');
    expect(held.question()).toBe('suicidal_thoughts');
    await held.answer('intent');
    await held.kill();
    held = await start('--resume');
    expect(held.rows().join('\n')).toContain('ALERT');
    await held.go('g');
    await held.kill();
    held = await start('--resume');
    expect(held.rows().join('\n')).toContain('These answers disagree');
  });
});

describe('a draft', () => {
  test('is for its owner alone, says which rules it was made with, and names nobody', async () => {
    const held = await start('--id', 'jones-1980');
    await held.answer('with_support');
    const [name = ''] = drafts();
    expect(name).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}\.json$/);
    expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    const text = readFileSync(join(folder(), name), 'utf8');
    expect(text).not.toContain('jones');
    expect(JSON.parse(text)).toMatchObject({
      rule_set: { id: 'adult', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) },
      interview: { answers: { safe_between_visits: 'with_support' } },
    });
  });

  test('stays when the window is closed, and when the person quits', async () => {
    let held = await start();
    await held.answer('with_support');
    const second = held.question();
    await held.hangUp();
    held = await start('--resume');
    expect(held.question()).toBe(second);
    await held.go('u');
    const third = held.question();
    held.press('q');
    expect(await held.exitCode()).toBe(130);
    const id = drafts()[0]?.replace('.json', '') ?? '';
    expect(held.rows().join(' ')).toContain(`carestep screen --resume ${id}`);
    held = await start('--resume', id);
    expect(held.question()).toBe(third);
  });

  test('keeps notes, and what was left unknown', async () => {
    let held = await start();
    held.press('n');
    await held.waitFor('Note on: ');
    held.press('sister lives next door');
    await held.waitFor('› sister lives next door');
    held.press(ENTER);
    await held.waitFor('note: sister lives next door');
    await held.go('u');
    await held.kill();
    held = await start('--resume');
    const review = (await held.go('r')).join('\n');
    expect(review).toMatch(/Safety between visits {2}unknown\n +note: sister lives next door/);
  });

  test('is not kept where that is not wanted', async () => {
    const held = await start('--no-draft');
    expect(held.rows().join('\n')).toContain('Nothing you enter is stored.');
    expect(held.rows().join('\n')).toMatch(/q quit$/m);
    await held.answer('yes');
    held.press(CTRL_C);
    expect(await held.exitCode()).toBe(130);
    expect(held.rows().join('\n')).toContain('Stopped. Nothing was stored.');
    expect(readdirSync(state)).toEqual([]);
  });

  test('is never used with other rules: the person starts over or leaves', async () => {
    let held = await start();
    await held.answer('with_support');
    await held.kill();
    const path = join(folder(), drafts()[0] ?? '');
    const before = readFileSync(path, 'utf8').replace(
      /"fingerprint": "[0-9a-f]{8}/,
      '"fingerprint": "00000000',
    );
    writeFileSync(path, before);
    held = await start('--resume');
    expect(held.rows().join('\n')).toMatch(/rules have changed[\s\S]*adult@1\.0\.0\+00000000/);
    held.press('q');
    expect(await held.exitCode()).toBe(130);
    expect(readFileSync(path, 'utf8')).toBe(before);
    held = await start('--resume');
    await held.go('s');
    expect(held.question()).toBe('safe_between_visits');
    expect(held.rows().join('\n')).not.toContain('answered before');
    await held.answer('yes');
    expect(drafts()).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).not.toContain('with_support');
  });
});

describe('carestep draft', () => {
  test('lists and erases, and never one of several by accident', async () => {
    expect(await printed('draft', 'list')).toEqual({ text: 'There is no draft.', code: 0 });
    for (const answer of ['yes', 'with_support']) {
      const held = await start();
      await held.answer(answer);
      await held.kill();
    }
    const [first = '', second = ''] = drafts().map((name) => name.replace('.json', ''));
    const list = await printed('draft', 'list');
    expect(list.text).toMatch(/^(\w{4}-\w{4} {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}1 answer {2}adult@\S+\n?){2}$/);
    const several = await printed('screen', '--resume');
    expect(several).toMatchObject({ code: 2 });
    expect(several.text).toContain('there are 2 drafts');
    expect((await printed('draft', 'erase')).code).toBe(2);
    expect(await printed('draft', 'erase', first)).toEqual({ text: 'Erased 1 draft.', code: 0 });
    expect(drafts()).toEqual([`${second}.json`]);
    expect(await printed('draft', 'erase', '--all')).toEqual({ text: 'Erased 1 draft.', code: 0 });
    expect(readdirSync(folder())).toEqual([]);
    expect(await printed('screen', '--resume')).toMatchObject({ code: 2 });
  });

  test('and the first screen of a new interview say that one is not over', async () => {
    let held = await start();
    await held.answer('yes');
    await held.kill();
    held = await start();
    expect(held.rows().join('\n')).toContain('An earlier interview is not over');
  });
});
