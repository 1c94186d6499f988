import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { PlacementEntry } from '../../../src/practice/progress.ts';
import { type FakeWorldOptions, fakeWorld } from '../fake-world.ts';

const home = { HOME: '/home/clinician' };
const LOG = '/home/clinician/.local/state/carestep/practice/progress.ndjson';
const EXAM = '/home/clinician/.local/state/carestep/practice/exam.json';

const entry: PlacementEntry = {
  kind: 'placement',
  at: '2026-01-15T08:00:00.000Z',
  rule_set: 'adult@1.0.0+1a2b3c4d',
  vignette: 'a-case',
  source: 'generated',
  placed: 'iop',
  possible: ['php'],
  decided_by: ['safety.daily-monitoring'],
  known: [],
  missed: ['safety.daily-monitoring'],
  resisted: [],
};
const line = `${JSON.stringify(entry)}\n`;

async function practice(args: readonly string[], options: FakeWorldOptions = {}) {
  const world = fakeWorld({ env: home, ...options });
  const code = await main(['practice', ...args], world);
  return { code, ...world.printed(), files: world.files };
}

/** A person who types these lines at a terminal that is asked line by line. */
const typing = (...lines: string[]): FakeWorldOptions => ({
  stdin: lines.map((one) => `${one}\n`).join(''),
  stdinIsTTY: true,
  stdoutIsTTY: true,
});

describe('a session, line by line,', () => {
  test('tells a case, takes a level, gives feedback and keeps it', async () => {
    const { code, stdout, files } = await practice(
      ['--plain', '--session', '1', '--seed', '5', '--source', 'generated'],
      typing('', '2', ''),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Case 1 of 1 ─');
    expect(stdout).toContain('Enter alone places nobody');
    expect(stdout).toMatch(/The criteria give \w+/);
    expect(stdout.indexOf('The criteria give')).toBeGreaterThan(stdout.indexOf('2. Intensive'));
    expect(stdout).toContain('1 case: ');
    expect(JSON.parse(files.get(LOG) ?? '')).toMatchObject({
      kind: 'placement',
      placed: 'iop',
      source: 'generated',
    });
  });

  test('is the same for the same seed', async () => {
    const args = ['--plain', '--session', '2', '--seed', '5'];
    const one = await practice(args, typing('2', '', '2', ''));
    const other = await practice(args, typing('2', '', '2', ''));
    expect(one.stdout).toBe(other.stdout);
    const third = await practice(['--plain', '--session', '2', '--seed', '6'], typing('2', '', '2', ''));
    expect(third.stdout).not.toBe(one.stdout);
  });

  test('takes unsure for an answer', async () => {
    const { stdout, files } = await practice(
      ['--plain', '--session', '1', '--seed', '5'],
      typing('unsure', ''),
    );
    expect(stdout).toContain('Unsure is an answer');
    expect(JSON.parse(files.get(LOG) ?? '')).toMatchObject({ placed: null });
  });

  test('asks for reasons where they are wanted', async () => {
    const { stdout } = await practice(
      ['--plain', '--session', '1', '--seed', '5', '--reasons'],
      typing('2', '1', 'd', ''),
    );
    expect(stdout).toContain('Which answers decide it? (none yet)');
    expect(stdout).toContain('Which answers decide it? (1 so far)');
    expect(stdout).toContain('Your reasons');
  });

  test('keeps to level, dimension and source', async () => {
    const args = ['--plain', '--session', '3', '--level', 'php', '--dimension', 'safety', '--seed', '1'];
    const { files } = await practice([...args, '--source', 'generated'], typing('3', '', '3', '', '3', ''));
    const entries = (files.get(LOG) ?? '')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(entries).toHaveLength(3);
    for (const one of entries) {
      expect(one).toMatchObject({ possible: ['php'], source: 'generated', placed: 'php' });
      expect(one.decided_by.some((id: string) => id.startsWith('safety.'))).toBe(true);
    }
  });

  test('tells pairs', async () => {
    const { code, stdout, files } = await practice(
      ['--plain', '--pairs', '--session', '1', '--seed', '5'],
      typing('1', ''),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('What differs');
    expect(stdout).toContain('1 pair: ');
    expect(JSON.parse(files.get(LOG) ?? '')).toMatchObject({ kind: 'pair', picked: 'first' });
  });

  test('that is left early exits with 130, and one without a length with 0', async () => {
    expect((await practice(['--plain', '--session', '2', '--seed', '5'], typing('2', 'q'))).code).toBe(130);
    expect((await practice(['--plain', '--seed', '5'], typing('2', 'q'))).code).toBe(0);
    expect((await practice(['--plain', '--seed', '5'], typing('q'))).code).toBe(130);
  });

  test('goes on where the disk keeps nothing, and does not claim to keep anything', async () => {
    const { stdout, code } = await practice(['--plain', '--session', '1', '--seed', '5'], {
      ...typing('2', ''),
      makeDir: async () => {
        throw Object.assign(new Error('read-only'), { code: 'EROFS' });
      },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing you answer is stored.');
  });
});

describe('the log', () => {
  test('gets a line more with each case, also after a line that was torn', async () => {
    const torn = `${line}{"kind":"placem`;
    const { files } = await practice(['--plain', '--session', '1', '--seed', '5'], {
      ...typing('2', ''),
      files: { [LOG]: torn },
    });
    const lines = (files.get(LOG) ?? '').split('\n');
    expect(lines.slice(0, 2)).toEqual(torn.split('\n'));
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ kind: 'placement' });
    expect(lines).toHaveLength(4);
  });

  test('is read as far as it can be', async () => {
    const files = { [LOG]: `${line}{"kind":"placem\nnull\n{}\n${line}` };
    expect((await practice(['stats'], { files })).stdout).toContain('Practice so far: 2 cases');
  });

  test('is exported as it is, to a file or not', async () => {
    const files = { [LOG]: line };
    expect((await practice(['export'], { files })).stdout).toBe(line);
    const written = await practice(['export', 'mine.ndjson'], { files });
    expect(written.files.get('mine.ndjson')).toBe(line);
    expect(written.stderr).toBe('Written to mine.ndjson\n');
  });

  test('is erased with an exam that is not over, once that is confirmed', async () => {
    const files = { [LOG]: line, [EXAM]: 'unreadable' };
    const kept = await practice(['erase'], { files, ...typing('q'), env: { ...home, TERM: 'dumb' } });
    expect([kept.code, kept.files.size]).toEqual([130, 2]);
    const erased = await practice(['erase', '--yes'], { files });
    expect([erased.code, erased.stdout, erased.files.size]).toEqual([
      0,
      'Your practice has been erased.\n',
      0,
    ]);
    const asked = await practice(['erase'], { files, ...typing('', 'e'), env: { ...home, TERM: 'dumb' } });
    expect(asked.stdout).toContain('Enter alone erases nothing');
    expect(asked.files.size).toBe(0);
  });

  test('that is not there is no error', async () => {
    expect(await practice(['stats'])).toMatchObject({
      code: 0,
      stdout: 'Nothing has been practiced yet: `carestep practice` begins.\n',
    });
    expect((await practice(['export'])).stdout).toBe('');
    expect((await practice(['erase'])).stdout).toBe('Nothing is kept of your practice.\n');
    expect(JSON.parse((await practice(['stats', '--format', 'json'])).stdout)).toMatchObject({
      all: { same: 0 },
    });
  });
});

describe('an exam, line by line,', () => {
  const args = ['--plain', '--exam', '3', '--seed', '7', '--rater', 'R1'];

  test('tells nothing before the end, then writes every form', async () => {
    const outs = ['--out', 'r1.json', '--out', 'r1.md', '--out', 'r1.html', '--out', 'r1.txt'];
    const { code, stdout, files } = await practice([...args, ...outs], typing('1', 'u', '3'));
    expect(code).toBe(0);
    expect(stdout.slice(0, stdout.indexOf('Practice exam: Rater'))).not.toContain('criteria give');
    const result = JSON.parse(files.get('r1.json') ?? '');
    expect(result).toMatchObject({ carestep_exam: 1, rater: 'R1', seed: 7 });
    expect(result.cases.map(({ placed }: { placed: string | null }) => placed)).toEqual([
      'outpatient',
      null,
      'php',
    ]);
    expect(files.get('r1.md')).toMatch(/^# Practice exam\n\nRater R1 · 2026-01-15 · 3 cases · seed 7\n/);
    expect(files.get('r1.html')).toMatch(/^<!doctype html>/);
    expect(files.get('r1.txt')).toMatch(/^Practice exam: Rater R1/);
    expect([...files.keys()].filter((path) => path.includes('/practice/'))).toEqual([]);
  });

  test('goes on where it was interrupted', async () => {
    const first = await practice(args, typing('1', '2', 'q'));
    expect(first.code).toBe(130);
    expect(first.stdout).toContain('Stopped. The same command goes on from here.');
    const files = Object.fromEntries(first.files);
    const second = await practice([...args, '--out', 'r1.json'], { files, ...typing('', 'g', '3') });
    expect(second.stdout).toContain('2 of 3 cases answered, seed 7 of rater R1.');
    expect(second.stdout).toMatch(/You go on after\s+case 2\./);
    const { cases } = JSON.parse(second.files.get('r1.json') ?? '');
    expect(cases.map(({ placed }: { placed: string }) => placed)).toEqual(['outpatient', 'iop', 'php']);
  });

  test('starts over where the rater wants to, or where the rules are others', async () => {
    const first = await practice(args, typing('1', '2', 'q'));
    const draft = first.files.get(EXAM) ?? '';
    const again = await practice([...args, '--out', 'r.json'], {
      files: { [EXAM]: draft },
      ...typing('s', '4', '4', '4'),
    });
    expect(JSON.parse(again.files.get('r.json') ?? '').cases[0].placed).toBe('inpatient');
    const other = draft.replace(/"fingerprint": "[0-9a-f]{8}/, '"fingerprint": "00000000');
    const changed = await practice(args, { files: { [EXAM]: other }, ...typing('g', 's', '4', '4', '4') });
    expect(changed.stdout).toContain('it cannot go on');
    expect(changed.stdout).toContain('“g” means nothing here');
    expect(changed.code).toBe(0);
  });

  test('by several raters is compared', async () => {
    const take = async (rater: string, ...levels: string[]) => {
      const file = `${rater}.json`;
      const options = ['--plain', '--exam', '3', '--seed', '7', '--rater', rater, '--out', file];
      return [file, (await practice(options, typing(...levels))).files.get(file) ?? ''] as const;
    };
    const files = Object.fromEntries([await take('R1', '1', '2', '4'), await take('R2', '1', '3', '4')]);
    const { code, stdout } = await practice(['agreement', 'R1.json', 'R2.json'], { files });
    expect(code).toBe(0);
    expect(stdout).toContain('Agreement of 2 raters on 3 cases');
    expect(stdout).toMatch(/IOP \(R1\), PHP \(R2\)/);
    const json = await practice(['agreement', 'R1.json', 'R2.json', '--format', 'json'], { files });
    expect(JSON.parse(json.stdout)).toMatchObject({
      raters: ['R1', 'R2'],
      cases: 3,
      disputed: [{ placed: { R1: 'iop', R2: 'php' } }],
    });
  });
});

describe('a rule set of your own', () => {
  const own = async (more: Readonly<Record<string, string>> = {}) => {
    const world = fakeWorld({ env: home });
    expect(await main(['rules', 'new', 'mine'], world)).toBe(0);
    return { ...Object.fromEntries(world.files), ...more };
  };
  const args = ['--plain', '--rules', './mine', '--session', '1', '--seed', '4'];

  test('is practiced without a single vignette written for it', async () => {
    const files = await own();
    const { code, stdout } = await practice(args, { files, ...typing('1', '') });
    expect(stdout).toContain('The criteria give');
    expect(code).toBe(0);
    expect((await practice([...args, '--source', 'written'], { files, ...typing('1') })).stderr).toContain(
      'no case is as asked for',
    );
  });

  test('whose vignettes have mistakes is told where', async () => {
    const files = await own({ './mine/vignettes/first.yaml': '- id: a\n  tex: a story\n' });
    const { code, stderr } = await practice(args, { files, ...typing('1') });
    expect(code).toBe(2);
    expect(stderr).toContain('mine/vignettes/first.yaml');
    expect(stderr).toContain('`tex`');
  });
});

describe('a wrong command line', () => {
  test.each<[string, string]>([
    [
      '--session 0',
      'error: option `--session <count>` argument `0` is invalid. It must be a whole number from 1 to 999999999\n',
    ],
    ['--level iopp', 'error: there is no level `iopp`\n  help: did you mean `iop`?'],
    ['--dimension saftey', 'error: there is no dimension `saftey`\n'],
    ['--rater R1', 'error: `--rater` means nothing without `--exam`\n'],
    ['--out r.json', 'error: `--out` means nothing without `--exam`\n'],
    ['--exam 3 --pairs', 'error: `--pairs` means nothing together with `--exam`\n'],
    ['--exam 3 --session 3', 'error: `--session` means nothing together with `--exam`\n'],
    ['--pairs --source written', 'error: `--source` means nothing together with `--pairs`\n'],
    [
      '--exam 3 --rater anna',
      'error: the code of the rater looks like a name\n  help: use a code that names nobody',
    ],
    ['--exam 3 --rater 1980-02-03', 'error: the code of the rater looks like a date'],
    ['--exam 500 --source written', 'cases for such an exam\n'],
  ])('%s', async (words, expected) => {
    const { code, stderr } = await practice(words.split(' '), typing('q'));
    expect(stderr).toContain(expected);
    expect(code).toBe(2);
  });

  test('without a terminal says what to do instead', async () => {
    expect(await practice([])).toMatchObject({
      code: 2,
      stderr:
        'error: practice needs a terminal to ask on\n  help: to see what your practice has come to, run `carestep practice stats`\n',
    });
    expect((await practice(['--exam', '3'])).stderr).toContain('an exam needs a terminal to ask on');
    expect((await practice(['erase'], { files: { [LOG]: line } })).stderr).toContain('add `--yes`');
  });

  test('of agreement names the file and what is wrong with it', async () => {
    const files = { 'a.json': '{"carestep_exam": 2}', 'b.json': 'not json' };
    const a = await practice(['agreement', 'a.json', 'b.json'], { files });
    expect(a.code).toBe(2);
    expect(a.stderr).toMatch(/^error: `[ab]\.json` is not the result of an exam/);
    expect((await practice(['agreement', 'none.json'])).stderr).toContain('there is no file or folder');
  });
});
