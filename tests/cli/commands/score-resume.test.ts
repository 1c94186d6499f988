import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { adult } from '../../adult-rule-set.ts';
import { type FakeWorldOptions, fakeWorld } from '../fake-world.ts';

async function score(args: readonly string[], options: FakeWorldOptions = {}) {
  const world = fakeWorld(options);
  const status = await main(['score', ...args], world);
  return { status, ...world.printed(), files: world.files };
}

const IDS = ['a', 'b', '=c', 'd', 'a', 'e'];
/** Six cases: one has an answer that is none, one an id that is taken; one alerts, some are open. */
const CASES = [
  `id,seen,${adult.questions.map(({ id }) => id).join(',')}\n`,
  ...IDS.map((id, row) => {
    const cells = adult.questions.map((question, index) =>
      question.id === 'suicidal_thoughts' && row > 2
        ? row === 3
          ? 'sometimes'
          : 'intent'
        : (index + row) % 5 === 0
          ? ''
          : (question.answers[0]?.id ?? ''),
    );
    return `${id},outpatient,${cells.join(',')}\n`;
  }),
].join('');

/** The files as they are when a run was stopped after the second case and in the middle of the third. */
function stopped(files: ReadonlyMap<string, string>, out: string): Record<string, string> {
  const text = files.get(out) ?? '';
  const end =
    text
      .split('\n')
      .slice(0, out.endsWith('.csv') ? 3 : 2)
      .join('\n').length + 1;
  return { 'in.csv': CASES, [`${out}.partial`]: text.slice(0, end + 30), 'no.csv.partial': 'file,li' };
}

describe('`--resume` ends with the files, the words and the exit code of one run', () => {
  test.each([
    ['out.csv', []],
    ['out.csv', ['--rejects', 'no.csv', '--keep', 'seen', '--fail-if', 'alert']],
    ['out.ndjson', ['--rejects', 'no.csv', '--keep', 'seen', '--summary', '--report', 'page.html']],
    ['out.csv', ['--rejects', 'no.csv', '--expect', 'seen', '--differences', 'moved.csv']],
  ])('%s %j', async (out, options) => {
    const args = ['in.csv', '--out', out, ...options, ...(options.length === 0 ? ['--keep', 'seen'] : [])];
    const { files, ...whole } = await score(args, { files: { 'in.csv': CASES } });
    expect(whole.stderr).toContain('scored 4, open 3, alerted 1, rejected 2');
    const left = stopped(files, out);
    const { files: resumed, ...ending } = await score([...args, '--resume'], { files: left });
    expect(ending).toEqual(whole);
    if (!options.includes('--rejects')) resumed.delete('no.csv.partial');
    expect(Object.fromEntries(resumed)).toEqual(Object.fromEntries(files));
  });
});

const files = { 'in.csv': CASES };
const plain = ['in.csv', '--keep', 'seen', '--out', 'out.csv'];

describe('`--resume` with nothing to go on with', () => {
  test('begins at the beginning and says so', async () => {
    const whole = await score(plain, { files });
    const anew = await score([...plain, '--resume'], { files });
    expect(anew.stderr).toBe(`there is no \`out.csv.partial\`: scoring from the beginning\n${whole.stderr}`);
    expect(anew.files).toEqual(whole.files);
    const torn = { ...files, 'out.csv.partial': 'id,level,low' };
    const begun = await score([...plain, '--resume'], { files: torn });
    expect(begun.stderr).toBe(
      `\`out.csv.partial\` holds no case yet: scoring from the beginning\n${whole.stderr}`,
    );
    expect(begun.files).toEqual(whole.files);
  });

  test('leaves what is complete as it is', async () => {
    const complete = { ...files, 'out.csv': 'done before\n' };
    const result = await score([...plain, '--resume'], { files: complete });
    expect(result.status).toBe(0);
    expect(result.stderr).toBe('`out.csv` is complete: there is nothing to resume\n');
    expect(Object.fromEntries(result.files)).toEqual(complete);
    const withRejects = await score([...plain, '--resume', '--rejects', 'no.csv'], { files: complete });
    expect(withRejects.stderr).toContain('scoring from the beginning\n');
    expect(withRejects.files.get('out.csv')).toMatch(/^id,level,/);
  });
});

describe('`--resume` is refused', () => {
  test.each([
    ['without a file', ['in.csv'], '`--resume` goes on with a file, and none is named'],
    ['for a compressed file', ['in.csv', '--out', 'out.csv.gz'], 'does not go on with a compressed file'],
    ['for a JSON list', ['in.csv', '--out', 'out.json'], '`--resume` does not go on with a JSON list'],
    ['in DuckDB', [...plain, '--engine', 'duckdb'], '`--engine duckdb` does not go with `--resume`'],
  ])('%s', async (_, args, words) => {
    const { status, stderr, files: left } = await score([...args, '--resume'], { files });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: .*\n {2}help: .*\n$/);
    expect(stderr).toContain(words);
    expect([...left.keys()]).toEqual(['in.csv']);
  });

  test('where the input was changed since', async () => {
    const partial = { ...files, 'out.csv.partial': 'id\n' };
    const { status, stderr } = await score([...plain, '--resume'], {
      files: partial,
      fileState: async (path) => ({ size: 1, changedAt: path === 'in.csv' ? 2 : 1 }),
    });
    expect(status).toBe(2);
    expect(stderr).toBe(
      'error: `in.csv` was changed after `out.csv.partial` was written\n  help: score anew without `--resume`\n',
    );
  });

  test('for what other rules or another command have left, which stays as it is', async () => {
    const whole = await score(plain, { files });
    const left = stopped(whole.files, 'out.csv');
    const others = [
      { 'in.csv': CASES.replace('\nb,', '\nB,') },
      {
        'out.csv.partial': left['out.csv.partial']?.replaceAll(/adult@\S+?,/g, 'adult@0.9.0+00000000,') ?? '',
      },
    ];
    const said: string[] = [];
    for (const other of others) {
      const given = { ...left, ...other };
      const { status, stderr, files: after } = await score([...plain, '--resume'], { files: given });
      expect(status).toBe(2);
      expect(after.get('out.csv.partial')).toBe(given['out.csv.partial']);
      expect(after.has('out.csv')).toBe(false);
      said.push(stderr.split('\n  help: ')[0] ?? '');
    }
    expect(said).toEqual([
      'error: row 2 of `out.csv.partial` is another case than the input has there',
      expect.stringMatching(/^error: `out.csv.partial` was written by other rules, and these are `adult@/),
    ]);
  });
});

describe('a run that is stopped', () => {
  const atOnce = {
    onInterrupt: (listener: () => void) => {
      queueMicrotask(listener);
      return () => {};
    },
  };

  test('before it has found again what is written leaves that as it is', async () => {
    const whole = await score(plain, { files });
    const left = stopped(whole.files, 'out.csv');
    const result = await score([...plain, '--resume'], { files: left, ...atOnce });
    expect(result.status).toBe(130);
    expect(result.stderr).toBe('stopped before a new case; go on with the same command and `--resume`\n');
    expect(Object.fromEntries(result.files)).toEqual(left);
  });

  test('says nothing of `--resume` where that does not go on', async () => {
    const result = await score(['in.csv', '--keep', 'seen', '--out', 'out.json'], { files, ...atOnce });
    expect({ status: result.status, stderr: result.stderr }).toEqual({
      status: 130,
      stderr: 'stopped after 0 cases\n',
    });
  });

  test('into a pipe ends as any program there', async () => {
    const result = await score(['in.csv', '--keep', 'seen'], { files, ...atOnce });
    expect(result.status).toBe(1);
  });
});
