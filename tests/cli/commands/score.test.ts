import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { main } from '../../../src/cli/main.ts';
import { adult } from '../../adult-rule-set.ts';
import { type FakeWorldOptions, fakeWorld } from '../fake-world.ts';

const PUBLISHED = readFileSync(
  resolve(import.meta.dirname, '../../../rules/adult/examples/published.yaml'),
  'utf8',
);
const HEADER = 'id,level,lowest,highest,alerts,reasons,advice,rechecks,open,rule_set';
const COLUMNS = ['id', ...adult.questions.map((question) => question.id)];

/** Runs `carestep score` in a world of these files. */
async function score(args: readonly string[], options: FakeWorldOptions = {}) {
  const world = fakeWorld(options);
  const status = await main(['score', ...args], world);
  return { status, ...world.printed(), files: world.files };
}

/** Complete cases, by the answers that differ from the least serious ones. */
function csvOf(cases: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const rows = Object.entries(cases).map(([id, answers]) => {
    const cells = adult.questions.map((question) => answers[question.id] ?? question.answers[0]?.id ?? '');
    return [id, ...cells].join(',');
  });
  return `${COLUMNS.join(',')}\n${rows.join('\n')}\n`;
}

const SETTLED = csvOf({
  well: { program_progress: '' },
  intends: { program_progress: '', suicidal_thoughts: 'intent', monitoring_need: 'continuous' },
});

function ids(csv: string): unknown[] {
  return parseCsv(csv, { from_line: 2 }).map((row) => row[0]);
}

describe('the outcomes', () => {
  test('name the level where one is left, and the rule set by version and fingerprint', async () => {
    const [well, intends] = parseCsv((await score(['-'], { stdin: SETTLED })).stdout, { columns: true });
    expect(well).toMatchObject({ id: 'well', level: 'outpatient', alerts: '', reasons: '', open: '' });
    expect(intends).toMatchObject({ level: 'inpatient', alerts: 'safety.suicidal-intent' });
    expect(well).toHaveProperty('rule_set', expect.stringMatching(/^adult@\d+\.\d+\.\d+\+[0-9a-f]{8}$/));
  });

  test('are the same whatever format the cases come in', async () => {
    const cases: unknown = parseYaml(PUBLISHED);
    if (!Array.isArray(cases)) throw new Error('the published cases are a list');
    const cells = cases.map((one) =>
      COLUMNS.map((column) => one[column] ?? one.answers[column] ?? '').join(','),
    );
    const files = {
      'cases.yaml': PUBLISHED,
      'cases.json': JSON.stringify(cases, null, 2),
      'cases.ndjson': cases.map((one) => JSON.stringify(one)).join('\n'),
      'flat.jsonl': cases.map(({ id, answers }) => JSON.stringify({ id, ...answers })).join('\n'),
      'cases.csv': [COLUMNS.join(','), ...cells].join('\r\n'),
    };
    const expected = (await score(['cases.yaml'], { files })).stdout;
    expect(ids(expected)).toEqual(cases.map(({ id }) => id));
    for (const name of Object.keys(files)) {
      expect((await score([name], { files })).stdout).toBe(expected);
    }
  });

  test('hold kept columns after their own, formulas in them neutralized and counted', async () => {
    const stdin = 'id,self_care,site\na,independent,=1+1\n';
    const { stdout, stderr } = await score(['-', '--keep', 'site'], { stdin });
    expect(stdout.split('\n')[0]).toBe(`${HEADER},site`);
    expect(parseCsv(stdout, { columns: true })[0]).toMatchObject({ site: "'=1+1" });
    expect(stderr).toBe('scored 1, open 1, alerted 0, rejected 0, neutralized 1\n');
  });
});

describe('the format of the output', () => {
  const files = { 'in.csv': SETTLED };

  test('follows the name of `--out`, and `--format` before that', async () => {
    const json = (await score(['in.csv', '--out', 'a.json'], { files })).files.get('a.json') ?? '';
    expect(JSON.parse(json)).toHaveLength(2);
    const ndjson = (await score(['in.csv', '--out', 'a.ndjson'], { files })).files.get('a.ndjson') ?? '';
    expect(
      ndjson
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['well', 'intends']);
    const csv = (await score(['in.csv', '--out', 'a.json', '--format', 'csv'], { files })).files.get(
      'a.json',
    );
    expect(csv?.split('\n')[0]).toBe(HEADER);
  });

  test('is a table on a terminal, in color unless that is not wanted, and CSV else', async () => {
    const atTerminal = { files, stdoutIsTTY: true };
    expect((await score(['in.csv'], atTerminal)).stdout).toContain('\u001b[');
    const plain = (await score(['in.csv'], { ...atTerminal, env: { NO_COLOR: '1' } })).stdout;
    expect(plain).toMatch(/^well +outpatient\n/);
    expect(plain).not.toContain('\u001b[');
    expect((await score(['in.csv'], { files })).stdout.split('\n')[0]).toBe(HEADER);
  });

  test('a file appears under its name even where it holds no case', async () => {
    const empty = { files: { 'in.csv': `${COLUMNS.join(',')}\n` } };
    expect((await score(['in.csv', '--out', 'a.ndjson'], empty)).files.has('a.ndjson')).toBe(true);
    expect((await score(['in.csv', '--out', 'a.csv'], empty)).files.get('a.csv')).toBe(`${HEADER}\n`);
  });
});

describe('rows that cannot be read', () => {
  const files = { 'in.csv': 'id,suicidal_thoughts\na,none\nb,nonne\nc\na,plan\nd,plan\n' };

  test('are named on stderr by file, line and column; the others are scored, and the exit code is 1', async () => {
    const { status, stdout, stderr } = await score(['in.csv'], { files });
    expect(status).toBe(1);
    expect(ids(stdout)).toEqual(['a', 'd']);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(
        /^in\.csv:3:3: `nonne` is not an answer to `suicidal_thoughts`; did you mean `none`\?/,
      ),
      'in.csv:4:1: the row has 1 column and the header 2; put values that hold commas in quotation marks',
      'in.csv:5:1: an earlier case has the id `a`; give each case its own id',
      'scored 2, open 2, alerted 0, rejected 3',
      '',
    ]);
  });

  test('have ids unique across all files', async () => {
    const files = { 'a.csv': 'id,self_care\nx,independent\n', 'b.csv': 'id,self_care\nx,struggling\n' };
    const { stderr } = await score(['a.csv', 'b.csv'], { files });
    expect(stderr).toContain('b.csv:2:1: an earlier case has the id `x`');
    expect(stderr).toContain('scored 1, open 1, alerted 0, rejected 1');
  });

  test('of standard input are named as such', async () => {
    expect((await score(['-'], { stdin: 'id,self_care\na,no\n' })).stderr).toContain('<stdin>:2:3: ');
  });
});

describe('a file that cannot be used is refused before its first row', () => {
  test('and makes no output', async () => {
    const files = { 'in.csv': 'id,self_car\na,independent\n' };
    const result = await score(['in.csv', '--out', 'out.csv', '--rejects', 'rejects.csv'], { files });
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(
      /^error: in\.csv:1:4: the column `self_car` is neither .*\n {2}help: did you mean `self_care`\?.*\n$/,
    );
    expect([...result.files.keys()]).toEqual(['in.csv']);
  });

  test('because it identifies people, without showing whom', async () => {
    const files = { 'in.csv': 'id,self_care,Last Name\na,independent,Doe\n' };
    const { status, stdout, stderr } = await score(['in.csv'], { files });
    expect(status).toBe(2);
    expect(stderr).toContain('in.csv:1:14: the column `Last Name` looks as if it identifies a person');
    expect(stdout + stderr).not.toContain('Doe');
    const allowed = ['--keep', 'Last Name', '--allow-identifier', 'Last Name'];
    expect((await score(['in.csv', ...allowed], { files })).stdout).toContain(',Doe\n');
  });
});

describe('the exit code', () => {
  test.each([
    ['0 whatever the outcomes', [], 0],
    ['4 where one alerts, if asked', ['--fail-if', 'alert'], 4],
    ['0 where none is open, if asked', ['--fail-if', 'open'], 0],
    ['4 before 3', ['--fail-if', 'open', '--fail-if', 'alert'], 4],
  ])('is %s', async (_, options, expected) => {
    expect((await score(['-', ...options], { stdin: SETTLED })).status).toBe(expected);
  });

  test('is 3 where one is open, if asked, and 1 before that where a row was rejected', async () => {
    const stdin = 'id,self_care\na,independent\n';
    expect((await score(['-', '--fail-if', 'open'], { stdin })).status).toBe(3);
    expect((await score(['-', '--fail-if', 'open'], { stdin: `${stdin}b,x\n` })).status).toBe(1);
  });

  test.each([
    ['no file', []],
    ['standard input beside a file', ['-', 'a.csv']],
    ['one file for both outputs', ['-', '--out', 'a.csv', '--rejects', 'a.csv']],
    ['a kept column that the output has', ['-', '--keep', 'level']],
    ['a template of a file', ['a.csv', '--template', 'csv']],
  ])('is 2 for %s', async (_, args) => {
    const { status, stdout, stderr } = await score(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*\n {2}help: /);
  });
});

describe('templates', () => {
  test('csv: the header with every question, ready to be filled in', async () => {
    const { stdout } = await score(['--template', 'csv']);
    expect(stdout).toBe(`${COLUMNS.join(',')}\n`);
    expect((await score(['-'], { stdin: stdout })).status).toBe(0);
  });

  test('codebook: every answer of every question', async () => {
    const { stdout } = await score(['--template', 'codebook']);
    for (const { id, answers } of adult.questions) {
      const section = stdout.split(`### ${id}\n`)[1]?.split('###')[0] ?? '';
      expect(section.match(/^- \w+: /gm)).toEqual(answers.map((answer) => `- ${answer.id}: `));
    }
  });
});

test('no more is read than the reader of the output takes', async () => {
  let read = 0;
  let waiting: (() => void) | undefined;
  const stdin = async function* () {
    yield 'id,self_care\n';
    for (; read < 1000; read++) yield `${read},independent\n`;
  };
  const slow = new Writable({
    highWaterMark: 1000,
    write: (_chunk, _encoding, done) => {
      waiting = done;
    },
  });
  const world = fakeWorld({ stdout: slow, openRead: () => Readable.from(stdin()) });
  const ending = main(['score', 'in.csv'], world);
  const turn = () => new Promise((next) => setImmediate(next));
  while (waiting === undefined) await turn();
  for (let turns = 0; turns < 1000; turns++) await turn();
  expect(read).toBeLessThan(100);
  slow.destroy();
  waiting();
  slow.emit('error', Object.assign(new Error('gone'), { code: 'EPIPE' }));
  expect(await ending).toBe(0);
});
