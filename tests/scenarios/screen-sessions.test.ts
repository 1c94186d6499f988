import { afterEach, describe, expect, test } from 'vitest';
import { adult } from '../adult-rule-set.ts';
import { type Person, type Session, startInterview } from './interview-driver.ts';

let session: Session | undefined;
afterEach(() => session?.close());

/** From the first question to the end of the program, leaving advice out and confirming the review. */
async function wholeSession(person: Person): Promise<{ rows: string[]; code: number }> {
  session = await startInterview();
  let rows = await session.answerAs(person);
  if (rows.join('\n').includes('advice only')) rows = await session.go('n');
  expect(rows.join('\n')).toContain('Review before the result');
  await session.go('s');
  const code = await session.exitCode();
  return { rows: session.rows(), code };
}

describe('a whole session', () => {
  test.for<[string, Person]>([
    ['outpatient', { care_now: 'outpatient' }],
    ['iop', { symptom_severity: 'severe', symptom_trend: 'worsening' }],
    ['php', { monitoring_need: 'daily' }],
    ['inpatient', { self_care: 'needs_supervision' }],
  ])('leads to %s', async ([level, person]) => {
    const { rows, code } = await wholeSession(person);
    const name = adult.levels.find(({ id }) => id === level)?.name ?? 'no such level';
    expect(rows.join('\n')).toContain(`Suggested level: ${name}`);
    expect(rows.join('\n')).toContain('does not replace it');
    expect(code).toBe(0);
  });

  test('with everything unknown leaves every level open and exits with 3', async () => {
    session = await startInterview();
    let asked = 0;
    while (session.question() !== undefined) {
      await session.go('u');
      asked++;
    }
    expect(session.rows().join('\n')).toContain('advice only');
    const review = await session.go('n');
    expect(review.join('\n')).toContain('unknown');
    await session.go('s');
    expect(await session.exitCode()).toBe(3);
    expect(asked).toBeGreaterThan(20);
    expect(session.rows().join('\n')).toMatch(/outpatient.*inpatient/is);
  });

  test('of the full form asks every question that applies and offers nothing after', async () => {
    session = await startInterview(['--full']);
    const rows = await session.answerAs({ main_condition: 'other' });
    expect(rows.join('\n')).toContain('Review before the result');
    // program_progress does not apply.
    expect(rows.join('\n')).toMatch(
      new RegExp(`\\b${adult.questions.length - 1 - shownAnswers(rows)} more below`),
    );
  });
});

function shownAnswers(rows: readonly string[]): number {
  return rows.filter((row) => /^ {2,3}\d+ {2}/.test(row)).length;
}
