import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { ScreeningRecord } from '../../../src/core/record.ts';
import { recordJson } from '../../../src/record/make-record.ts';
import { bestCase } from '../../record/best-case.ts';
import { recordOf } from '../../record/drawn-records.ts';
import { fakeWorld } from '../fake-world.ts';

const first = recordOf(bestCase({ symptom_severity: 'severe', symptom_trend: 'unchanged' }), {
  day: '2026-01-15',
});
const second = recordOf(bestCase({ monitoring_need: 'daily', symptom_trend: 'worsening' }), {
  day: '2026-02-15',
  agreement: {
    decision: 'overridden',
    placed: 'iop',
    reason: 'level_not_available',
    note: 'no place in a PHP before March',
  },
});
const changed: ScreeningRecord = { ...second, day: '2026-02-16' };
const [one, two] = ['records/k7f3-9xq2-1.json', 'records/k7f3-9xq2-2.json'] as const;

const files = { [one]: recordJson(first), [two]: recordJson(second), 'records/notes.txt': 'not a record' };

async function record(args: readonly string[], given: Readonly<Record<string, string>> = files) {
  const world = fakeWorld({ files: given });
  const code = await main(['record', ...args], world);
  return { code, ...world.printed(), files: world.files };
}

describe('list', () => {
  test('shows need and placement apart, and the next review of each case', async () => {
    const { code, stdout } = await record(['list', 'records']);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Record            Day         Need  Placement                   Review by
      k7f3-9xq2-1.json  2026-01-15  IOP   IOP
      k7f3-9xq2-2.json  2026-02-15  PHP   IOP (other than suggested)  2026-04-16

      2 records of 1 case
      "
    `);
  });

  test('names files that hold no record, and exits with 1', async () => {
    const { code, stdout } = await record(['list', 'records'], { ...files, 'records/b-1.json': '{}' });
    expect(code).toBe(1);
    expect(stdout).toContain('b-1.json is no record that can be read');
  });

  test('as JSON', async () => {
    const { stdout } = await record(['list', 'records', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'k7f3-9xq2-1.json',
        case: 'k7f3-9xq2',
        day: '2026-01-15',
        level: 'iop',
        lowest: 'iop',
        highest: 'iop',
        alerts: [],
        decision: 'agreed',
        placed: 'iop',
        reason: null,
        note: null,
        review_due: null,
      },
      expect.objectContaining({ level: 'php', placed: 'iop', review_due: '2026-04-16' }),
    ]);
  });
});

describe('show', () => {
  test('gives the result as it was, and the placement with its reason', async () => {
    const { code, stdout, stderr } = await record(['show', two]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('Suggested level: Partial hospitalization program (PHP)');
    expect(stdout).toContain('no place in a PHP before March');
    expect(stdout).toContain('2026-02-15');
  });

  test('writes a file in the form of its name', async () => {
    const { code, files: written } = await record(['show', two, '--out', 'report.html']);
    expect(code).toBe(0);
    expect(written.get('report.html')).toContain('<!doctype html>');
  });

  test('warns of a record that was changed', async () => {
    const { code, stderr } = await record(['show', two], { [two]: recordJson(changed) });
    expect(code).toBe(0);
    expect(stderr).toContain('has been changed since it was saved');
  });

  test('shows what was recorded where the rules have changed, and only as text', async () => {
    const fingerprint = '0'.repeat(64);
    const other = { ...second, rule_set: { ...second.rule_set, fingerprint } };
    const given = { [two]: recordJson({ ...other, answers: { ...other.answers, gone: 'long' } }) };
    const { code, stdout } = await record(['show', two], given);
    expect(code).toBe(0);
    expect(stdout).toMatch(/This\s+is what was recorded/);
    expect(stdout).toContain('Need            PHP');
    expect(stdout).toContain('Placement       IOP (other than suggested)');
    expect(stdout).toContain('gone: long');
    const asJson = await record(['show', two, '--format', 'json'], given);
    expect(asJson.code).toBe(2);
    expect(asJson.stderr).toContain('the rules have changed since');
  });

  test('says what is wrong with a file that is no record', async () => {
    const { code, stderr } = await record(['show', 'a.json'], { 'a.json': '{"carestep_record": 1}' });
    expect(code).toBe(2);
    expect(stderr).toContain('a.json: `case`: this is missing');
  });
});

describe('compare', () => {
  test.for([[[one, two]], [[two, one]]] as const)('%j: the earlier record comes first', async ([paths]) => {
    const { code, stdout } = await record(['compare', ...paths]);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Case k7f3-9xq2, from 2026-01-15 to 2026-02-15

      Need            IOP → PHP: step up
      Placement       IOP → IOP (other than suggested): the same
                      2026-02-15: The suggested level is not available or not covered:
                      no place in a PHP before March
      Review by       2026-04-16

      More serious    · monitoring need: once a week → every day
                      · course of symptoms: unchanged → worsening
      Less serious    · symptom severity: severe → mild

      Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('as JSON', async () => {
    const { stdout } = await record(['compare', one, two, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      case: 'k7f3-9xq2',
      rules: 'same',
      need: 'up',
      placement: 'same',
      moved: [
        { question: 'monitoring_need', from: 'weekly', to: 'daily', direction: 'more-serious' },
        { question: 'symptom_severity', direction: 'less-serious' },
        { question: 'symptom_trend', direction: 'more-serious' },
      ],
      review_due: '2026-04-16',
    });
  });

  test('refuses records of two cases', async () => {
    const other = { 'b-1.json': recordJson({ ...second, case: 'b' }) };
    const { code, stderr } = await record(['compare', one, 'b-1.json'], { ...files, ...other });
    expect(code).toBe(2);
    expect(stderr).toContain('the records are of two cases');
  });
});

describe('verify', () => {
  test('counts records in order', async () => {
    const { code, stdout } = await record(['verify', 'records']);
    expect(code).toBe(0);
    expect(stdout).toBe('2 records checked, 2 in order\n');
  });

  test('says what has changed, and exits with 1', async () => {
    const { code, stdout } = await record(['verify', one, two], { ...files, [two]: recordJson(changed) });
    expect(code).toBe(1);
    expect(stdout).toBe(
      `${two}: the record has been changed since it was saved: its checksum does not fit\n` +
        '  help: take the file from a backup\n' +
        '2 records checked, 1 in order\n',
    );
  });

  test('as JSON', async () => {
    const { code, stdout } = await record(['verify', two, '--format', 'json'], {
      [two]: recordJson(changed),
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: two,
        in_order: false,
        findings: [expect.objectContaining({ code: 'record-changed' })],
        notes: [],
      },
    ]);
  });

  test('needs a record', async () => {
    const { code, stderr } = await record(['verify', 'records'], { 'records/notes.txt': '' });
    expect(code).toBe(2);
    expect(stderr).toContain('there is no record to verify');
  });
});
