import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adult } from '../adult-rule-set.ts';
import { type Session, startInterview } from './interview-driver.ts';
import { CTRL_C, ENTER } from './terminal.ts';

let folder = '';
let session: Session | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-'));
});
afterEach(() => {
  session?.close();
  rmSync(folder, { recursive: true });
});

/** From the first question to the keys under a result that is settled at the least intensive level. */
async function toResult(args: readonly string[] = []): Promise<Session> {
  const held = await startInterview(args);
  session = held;
  const rows = await held.answerAs({});
  if (rows.join('\n').includes('advice only')) await held.go('n');
  held.press('s');
  await held.waitFor('x what if');
  return held;
}

/** Marks a choice by its number and confirms it. */
async function choose(held: Session, number: number): Promise<void> {
  held.press(String(number));
  await held.waitFor((rows) => rows.some((row) => row.startsWith(`› ${String(number).padStart(2)}  `)));
  held.press(ENTER);
}

/** From the keys under an outcome to the list of answers of a question. */
async function toAnswers(held: Session, questionId: string): Promise<void> {
  const question = adult.questions.find(({ id }) => id === questionId);
  held.press('x');
  const rows = await held.waitFor('What if one answer were another?');
  expect(rows.join('\n')).toContain('What was answered stays as it is.');
  // The questions that do not apply are not listed.
  const before = adult.questions.slice(0, question === undefined ? 0 : adult.questions.indexOf(question));
  await choose(held, before.filter(({ appliesWhen }) => appliesWhen === undefined).length + 1);
  await held.waitFor(`What if: ${question?.title}`);
}

describe('under the result', () => {
  test('another answer is tried as often as wanted, and nothing that was answered changes', async () => {
    const file = join(folder, 'result.json');
    const held = await toResult(['--out', file]);
    const written = readFileSync(file, 'utf8');
    expect(JSON.parse(written)).toMatchObject({ level: 'outpatient' });

    await toAnswers(held, 'monitoring_need');
    await choose(held, 3);
    const once = (await held.waitFor('r back to the result')).join('\n');
    expect(once).toContain('What if: monitoring need: once a week → every day');
    expect(once).toContain('Then:    outpatient → PHP');

    await toAnswers(held, 'monitoring_need');
    held.press('u');
    // Twice from the answers given, not from those tried before.
    await held.waitFor('What if: monitoring need: once a week → open');

    held.press('r');
    const back = await held.waitFor((rows) => !rows.join('\n').includes('r back to the result'));
    expect(back.join('\n')).toContain('Suggested level: Outpatient therapy');
    expect(await held.exitCode()).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  test('Enter chooses nothing until it ends, and every list can be left', async () => {
    const held = await toResult();
    await toAnswers(held, 'symptom_severity');
    held.press(ENTER);
    await held.waitFor('Enter alone answers nothing');
    held.press('b');
    await held.waitFor('What if one answer were another?');
    held.press(ENTER);
    await held.waitFor('Enter alone chooses nothing');
    held.press('b');
    await held.waitFor('Enter ends');
    held.press(ENTER);
    expect(await held.exitCode()).toBe(0);
    expect(held.rows().join('\n')).toContain('Suggested level: Outpatient therapy');
  });

  test('Ctrl-C ends as well: the result has been seen', async () => {
    const held = await toResult();
    held.press(CTRL_C);
    expect(await held.exitCode()).toBe(0);
    expect(held.cursorIsShown()).toBe(true);
  });
});
