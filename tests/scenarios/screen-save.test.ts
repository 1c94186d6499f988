import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseRecord } from '../../src/record/parse-record.ts';
import { type Person, type Session, startInterview } from './interview-driver.ts';
import { ENTER } from './terminal.ts';

let folder: string;
let session: Session | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-records-'));
});
afterEach(() => {
  session?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** From the first question to the question whether the clinician agrees. */
async function toDecision(person: Person, args: readonly string[] = []): Promise<Session> {
  const held = await startInterview(['--save', folder, ...args]);
  session = held;
  const rows = await held.answerAs(person);
  if (rows.join('\n').includes('advice only')) await held.go('n');
  await toAgreement(held);
  return held;
}

/** From the review past the result. */
async function toAgreement(held: Session): Promise<void> {
  held.press('s');
  await held.waitFor('Enter goes on');
  held.press(ENTER);
  await held.waitFor('save and decide later');
}

/** Marks a choice by its number, confirms it, and waits for what comes next. */
async function choose(held: Session, number: number, next: string): Promise<string[]> {
  held.press(String(number));
  await held.waitFor((rows) => rows.some((row) => row.startsWith(`›  ${number}  `)));
  held.press(ENTER);
  return held.waitFor(next);
}

function onlyRecord() {
  const names = readdirSync(folder);
  const path = join(folder, names[0] ?? '');
  const parsed = parseRecord(readFileSync(path, 'utf8'));
  if (parsed.kind !== 'record') throw new Error(JSON.stringify(parsed.problems));
  return { names, mode: statSync(path).mode & 0o777, record: parsed.record };
}

describe('after the result', () => {
  test('the clinician agrees with one key, and the record says so', async () => {
    const held = await toDecision({ symptom_severity: 'severe', symptom_trend: 'worsening' });
    expect(held.rows().join('\n')).toContain('Do you agree?');
    held.press(ENTER);
    await held.waitFor('Enter alone decides nothing');
    expect(readdirSync(folder)).toEqual([]);
    held.press('a');
    expect(await held.exitCode()).toBe(0);
    const { names, mode, record } = onlyRecord();
    expect(names).toEqual([`${record.case}-1.json`]);
    expect(held.rows().join('').replaceAll(/\s/g, '')).toContain(`Savedto${join(folder, names[0] ?? '')}`);
    expect(record.case).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}$/);
    expect(mode).toBe(0o600);
    expect(record.outcome.level).toBe('iop');
    expect(record.agreement).toEqual({ decision: 'agreed', placed: 'iop', reason: null, note: null });
    expect(record.answers['symptom_severity']).toBe('severe');
  });

  test('a placement below what safety holds wants the reason twice, and a note', async () => {
    const held = await toDecision({ monitoring_need: 'daily' }, ['--id', 'study-17']);
    await choose(held, 2, 'What is the main reason?');
    await choose(held, 2, 'Give the reason a second time');
    await choose(held, 3, 'The two reasons were not the same');
    await choose(held, 2, 'Give the reason a second time');
    await choose(held, 2, 'in your own words');
    held.press(ENTER);
    await held.waitFor('Enter alone writes nothing');
    held.press('sister stays with them; call 301-555-0100');
    await held.waitFor('301-555-0100');
    held.press(ENTER);
    await held.waitFor('looks as if it holds a phone number');
    held.press('sister stays with them');
    await held.waitFor('› sister stays with them');
    held.press(ENTER);
    expect(await held.exitCode()).toBe(0);
    const { names, record } = onlyRecord();
    expect(names).toEqual(['study-17-1.json']);
    expect(record.outcome.level).toBe('php');
    expect(record.agreement).toEqual({
      decision: 'overridden',
      placed: 'iop',
      reason: 'client_declines',
      note: 'sister stays with them',
    });
  });

  test('leaving saves nothing', async () => {
    const held = await toDecision({});
    held.press('\u0003');
    expect(await held.exitCode()).toBe(130);
    expect(held.rows().join('\n')).toContain('No record was saved.');
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a new screening shows the earlier answers, asks for safety anew and marks what was carried over', async () => {
  const first = await toDecision({ suicidal_thoughts: 'passive', symptom_severity: 'moderate' });
  first.press('a');
  await first.exitCode();
  const { names, record } = onlyRecord();

  const second = await startInterview(['--save', folder, '--from', join(folder, names[0] ?? '')]);
  session = second;
  await second.reach('suicidal_thoughts');
  expect(second.rows().join('\n')).toMatch(/before, on \d{4}-\d{2}-\d{2}: Wishes not to be alive/);
  const rows = await second.answerAs({ symptom_severity: 'severe' });
  const review = rows.join('\n').includes('advice only') ? await second.go('n') : rows;
  expect(review.join('\n')).toMatch(/Those with a date were carried\s+over from that day/);
  await toAgreement(second);
  second.press('l');
  expect(await second.exitCode()).toBe(0);

  const text = readFileSync(join(folder, `${record.case}-2.json`), 'utf8');
  const parsed = parseRecord(text);
  if (parsed.kind !== 'record') throw new Error(text);
  expect(parsed.record).toMatchObject({
    case: record.case,
    started_from: record.sha256,
    agreement: { decision: 'undecided' },
  });
  expect(parsed.record.answers).toMatchObject({ suicidal_thoughts: 'none', symptom_severity: 'moderate' });
  expect(parsed.record.carried_over).toContain('symptom_severity');
  expect(parsed.record.carried_over).not.toContain('suicidal_thoughts');
});
