import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const published = join(repository, 'rules/adult/examples/published.yaml');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-explain-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built program as a shell would, away from the repository. */
function carestep(args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'bin/carestep.js'), ...args],
    { cwd: folder, encoding: 'utf8', input: options.input ?? '', env: { PATH: '/usr/bin', ...options.env } },
  );
  return { status, stdout, stderr };
}

describe('carestep explain', () => {
  test('shows a published case: the alert on top, the level, then every rule', () => {
    const { status, stdout, stderr } = carestep(['explain', published, '--id', 'dfs-123899']);
    expect({ status, stderr }).toEqual({ status: 4, stderr: '' });
    const places = ['ALERT: ', 'Case dfs-123899', 'Suggested level: ', 'Why ', '✓ holds', '\nSafety ('].map(
      (text) => stdout.indexOf(text),
    );
    expect(places[0]).toBe(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(stdout).not.toContain('\u001b');
  });

  test('asks for an id where a file has several cases', () => {
    const { status, stdout, stderr } = carestep(['explain', published]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/holds 42 cases\n {2}help: name one of them, as in `--id dfs-123899`/);
  });

  test('suggests the id that was meant', () => {
    const { status, stderr } = carestep(['explain', published, '--id', 'dfs-12389']);
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean `dfs-123899`?');
  });

  test.each(['case.yml', 'case.json', 'case.ndjson', 'case.csv'])('reads %s', (name) => {
    const texts = {
      'case.yml': 'id: k1\nanswers: { suicidal_thoughts: active }\n',
      'case.json': '{ "id": "k1",\n  "answers": { "suicidal_thoughts": "active" } }\n',
      'case.ndjson': '{"id":"k1","answers":{"suicidal_thoughts":"active"}}\n',
      'case.csv': 'id,suicidal_thoughts\nk1,active\n',
    } as const satisfies Record<string, string>;
    const text = Object.entries(texts).find(([file]) => file === name)?.[1] ?? '';
    writeFileSync(join(folder, name), text);
    const fromFile = carestep(['explain', name]);
    expect(fromFile.status).toBe(3);
    expect(fromFile.stdout).toContain('Case k1\nBetween IOP and inpatient: answers still open');
    const fromPipe = carestep(['explain', '-'], { input: text });
    expect(fromPipe).toEqual(fromFile);
  });

  test('exits with 0 where one level is left and nothing alarms', () => {
    const line = [
      'explain',
      published,
      '--id',
      'dfs-123899',
      '--what-if',
      'safe_between_visits=with_support',
    ];
    expect(carestep(line).status).toBe(4);
    const settled = carestep(['explain', '-', '--format', 'json'], {
      input: JSON.stringify({ id: 'k2', answers: { ...BEST, monitoring_need: 'several_times_a_week' } }),
    });
    expect(settled.status).toBe(0);
    expect(JSON.parse(settled.stdout)).toMatchObject({ level: 'iop', alerts: [], open: [], emergency: null });
  });

  test('uses color when asked to, and none under NO_COLOR', () => {
    const line = ['explain', published, '--id', 'dfs-123899'];
    expect(carestep(line, { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
    expect(carestep(line, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain('\u001b[');
  });
});

/** The best answer to each question that can alter the level. */
const BEST = {
  suicidal_thoughts: 'none',
  suicidal_behavior: 'none',
  means_or_preparation: 'none',
  information: 'consistent',
  self_harm: 'none',
  harm_to_others: 'none',
  monitoring_need: 'weekly',
  safe_between_visits: 'yes',
  crisis_contacts: 'none',
  reality_testing: 'intact',
  medical_needs: 'stable',
  substance_use: 'none_or_remission',
  symptom_severity: 'mild',
  symptom_trend: 'improving',
  work_or_school: 'managing',
  relationships: 'connected',
  self_care: 'independent',
  co_occurring: 'none',
  stressors: 'manageable',
  care_now: 'none',
  weekly_therapy: 'helping',
  medication_response: 'helping',
  treatment_change: 'none',
  attendance: 'reliable',
  living_situation: 'safe_and_stable',
  off_hours_support: 'present',
} as const satisfies Record<string, string>;
