import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workbook } from '../cli/workbook.ts';
import { openTerminal } from './terminal.ts';

const bin = resolve(import.meta.dirname, '../../bin/carestep.js');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-files-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built program in the folder of the test. */
function carestep(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: {},
  });
  return { status, stdout, stderr };
}

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

/** Cases whose level alternates between two, with ids from `first` on. */
function cases(count: number, first = 0): string {
  const rows = Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? `case-${first + index},intent,independent` : `case-${first + index},none,independent`,
  );
  return `id,suicidal_thoughts,self_care\n${rows.map((row) => `${row}\n`).join('')}`;
}

function outcomes(csv: string): string[] {
  return csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2).join(' '));
}

describe('compressed files', () => {
  test('are read by what they hold and written by what they are called', () => {
    write('cases.csv', cases(500));
    write(
      'cases.csv.gz',
      Buffer.concat([gzipSync(cases(500).slice(0, 4000)), gzipSync(cases(500).slice(4000))]),
    );
    write('no-ending', gzipSync(cases(500)));
    expect(carestep(['score', 'cases.csv', '--out', 'plain.csv'])).toMatchObject({ status: 0 });
    expect(carestep(['score', 'cases.csv.gz', '--out', 'packed.csv.gz'])).toMatchObject({ status: 0 });
    const plain = readFileSync(join(folder, 'plain.csv'), 'utf8');
    expect(outcomes(plain)).toHaveLength(500);
    expect(gunzipSync(readFileSync(join(folder, 'packed.csv.gz'))).toString()).toBe(plain);
    expect(carestep(['score', 'no-ending', '--format', 'csv']).stdout).toBe(plain);
    expect(carestep(['score', '-', '--format', 'csv'], gzipSync(cases(500))).stdout).toBe(plain);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('may be NDJSON', () => {
    write('cases.ndjson.gz', gzipSync('{"id":"a","suicidal_thoughts":"intent"}\n'));
    const { status } = carestep(['score', 'cases.ndjson.gz', '--out', 'out.ndjson.gz']);
    const text = gunzipSync(readFileSync(join(folder, 'out.ndjson.gz'))).toString();
    expect(status).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ id: 'a', level: 'inpatient' });
  });

  test('that break off are scored as far as they go, and say where', () => {
    const packed = gzipSync(cases(20_000));
    write('cases.csv.gz', packed.subarray(0, packed.length >> 1));
    const { status, stderr } = carestep(['score', 'cases.csv.gz', '--out', 'out.csv.gz']);
    expect(status).toBe(2);
    const line = Number(/^error: cases\.csv\.gz:(\d+):1: the gzip file ends too early$/m.exec(stderr)?.[1]);
    expect(line).toBeGreaterThan(100);
    expect(existsSync(join(folder, 'out.csv.gz'))).toBe(false);
    const written = gunzipSync(readFileSync(join(folder, 'out.csv.gz.partial'))).toString();
    // The header takes a line of the input, and the line that was reached is not whole.
    expect(outcomes(written)).toHaveLength(line - 2);
  });
});

test('Parquet is written, and read again', () => {
  write('cases.csv', cases(50));
  expect(carestep(['score', 'cases.csv', '--out', 'out.parquet'])).toMatchObject({ status: 0 });
  expect(readFileSync(join(folder, 'out.parquet')).subarray(0, 4).toString()).toBe('PAR1');
  expect(readdirSync(folder).sort()).toEqual(['cases.csv', 'out.parquet']);
  write(
    'map.yaml',
    'mapping: adult\nid: id\nignore: others\nquestions: { suicidal_thoughts: { column: lowest, answers: { inpatient: intent }, other: none } }\n',
  );
  const { status, stdout } = carestep(['score', 'out.parquet', '--map', 'map.yaml', '--format', 'csv']);
  expect(status).toBe(0);
  expect(outcomes(stdout).slice(0, 2)).toEqual(['case-0 inpatient', 'case-1 ']);
  expect(carestep(['score', 'cases.csv', '--out', 'out.parquet', '--format', 'json'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('`--format json` does not go into a Parquet file'),
  });
});

test('a pattern names several files, read in the order of their names', () => {
  write('site-b.csv', cases(2, 2));
  write('site-a.csv', cases(2));
  write('other.csv', 'x\n');
  const { status, stdout } = carestep(['score', 'site-*.csv', '--format', 'csv']);
  expect(status).toBe(0);
  expect(outcomes(stdout)).toEqual(['case-0 inpatient', 'case-1 ', 'case-2 inpatient', 'case-3 ']);
  expect(carestep(['score', 'ward-*.csv'])).toMatchObject({
    status: 2,
    stderr: 'error: no file matches `ward-*.csv`\n  help: check the spelling and the folder you are in\n',
  });
});

describe('an Excel file', () => {
  const sheet = [
    ['id', 'suicidal_thoughts', 'self_care'],
    [{ number: '1001' }, 'intent', 'independent'],
    [],
    [{ number: '1002' }, 'intnt', { boolean: true }],
    [{ number: '1003' }, 'none', null],
  ] as const;

  test('is scored like CSV, and its problems are told by row and column of the sheet', () => {
    write('cases.xlsx', workbook({ Intake: sheet }));
    const { status, stdout, stderr } = carestep(['score', 'cases.xlsx', '--format', 'csv']);
    expect(status).toBe(1);
    expect(outcomes(stdout)).toEqual(['1001 inpatient', '1003 ']);
    expect(stderr).toContain(
      'cases.xlsx!Intake:4:2: `intnt` is not an answer to `suicidal_thoughts`; did you mean `intent`?',
    );
    expect(stderr).toContain('cases.xlsx!Intake:4:3: `TRUE` is not an answer to `self_care`');
  });

  test('is read from the sheet that is named', () => {
    write('cases.xlsx', workbook({ Notes: [['x']], Intake: sheet.slice(0, 2) }));
    expect(
      outcomes(carestep(['score', 'cases.xlsx', '--sheet', 'Intake', '--format', 'csv']).stdout),
    ).toEqual(['1001 inpatient']);
    expect(carestep(['score', 'cases.xlsx', '--sheet', 'intake'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean `Intake`? the sheets are Notes, Intake'),
    });
  });
});

describe('a mapping', () => {
  const RAW = 'Nr;SI;Versorgung\n7;3;selbständig\n8;0;selbständig\n9;5;selbständig\n';
  const MAP = `mapping: adult
delimiter: ';'
encoding: windows-1252
id: Nr
questions:
  suicidal_thoughts: { column: SI, answers: { 0: none, 1: passive, 2: active, 3: intent } }
  self_care: { column: Versorgung, answers: { selbständig: independent } }
`;

  test('leads a file of another making to its outcomes', () => {
    write('raw.csv.gz', gzipSync(Buffer.from(RAW, 'latin1')));
    write('map.yaml', MAP);
    const { status, stdout, stderr } = carestep([
      'score',
      'raw.csv.gz',
      '--map',
      'map.yaml',
      '--format',
      'csv',
    ]);
    expect(status).toBe(1);
    expect(outcomes(stdout)).toEqual(['7 inpatient', '8 ']);
    expect(stderr).toContain('raw.csv.gz:4:3: `5` in the column `SI` has no answer to `suicidal_thoughts`');
  });

  test('reads Excel files too', () => {
    const rows = RAW.trimEnd()
      .split('\n')
      .map((line) => line.split(';'));
    write('raw.xlsx', workbook({ Intake: rows }));
    write('map.yaml', MAP);
    const { stdout, stderr } = carestep(['score', 'raw.xlsx', '--map', 'map.yaml', '--format', 'csv']);
    expect(outcomes(stdout)).toEqual(['7 inpatient', '8 ']);
    expect(stderr).toContain('raw.xlsx!Intake:4:2: `5` in the column `SI`');
  });

  test('with a mistake is shown with the line in question', () => {
    write('raw.csv', RAW);
    write('map.yaml', MAP.replace('2: active', '2: activ'));
    const { status, stderr } = carestep(['score', 'raw.csv', '--map', 'map.yaml']);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /unknown answer `activ` for `suicidal_thoughts` \(unknown-answer\)\n +--> map\.yaml:6:\d+\n/,
    );
    expect(stderr).toContain('did you mean `active`?');
  });

  test('is proposed from a sample; without a terminal only what is sure is taken', () => {
    write(
      'intake.csv',
      'id;suicidal_thoughts;Self care;Remarks;Last Name\n1;none;independent;fine;Doe\n2;intent;independent;;Roe\n',
    );
    const { status, stdout, stderr } = carestep(['map', 'intake.csv']);
    expect(status).toBe(1);
    expect(stderr).toBe('looked at 2 rows: 4 of 5 columns decided, 1 left for you in the comments\n');
    expect(stdout).toBe(`mapping: adult
delimiter: ';'
id: id
ignore:
  - 'Last Name'
questions:
  suicidal_thoughts: suicidal_thoughts
  self_care: 'Self care'
# Not decided. Take the marks away from what is right, and change what is not.
# \`Remarks\` is like no question: name it under ignore, or under keep
`);
    write('map.yaml', stdout.replace("  - 'Last Name'", "  - 'Last Name'\n  - Remarks"));
    const scored = carestep(['score', 'intake.csv', '--map', 'map.yaml', '--format', 'csv']);
    expect(outcomes(scored.stdout)).toEqual(['1 ', '2 inpatient']);
  });

  test('is asked for on a terminal, where Enter alone takes nothing', async () => {
    const raw = join(folder, 'intake.csv');
    write('intake.csv', 'id,SI thoughts of suicide,remark\n1,0,x\n2,1,y\n');
    const out = join(folder, 'map.yaml');
    const terminal = openTerminal(['map', raw, '--out', out]);
    try {
      await terminal.waitFor('Column 2 of 3');
      terminal.press('\r');
      await terminal.waitFor('nothing is taken by Enter alone');
      terminal.press('1\r');
      await terminal.waitFor('would be none (guess)');
      terminal.press('1\r');
      await terminal.waitFor('Column 3 of 3');
      terminal.press('2\r');
      expect(await terminal.exitCode()).toBe(0);
    } finally {
      terminal.close();
    }
    expect(readFileSync(out, 'utf8')).toBe(`mapping: adult
id: id
ignore:
  - remark
questions:
  suicidal_thoughts:
    column: 'SI thoughts of suicide'
    answers:
      '0': none
      '1': passive
`);
  });
});

describe('an identifier', () => {
  test.each(['Doe, Jane', '123-45-6789', '503-555-0199', 'jane@example.org', '1980-04-12'])(
    'stands in nothing that is written: %s',
    (id) => {
      const rows = `${cases(3)}"${id}",none,independent\ncase-9,none,independent\n`;
      write('cases.csv', rows);
      const { status, stdout, stderr } = carestep([
        'score',
        'cases.csv',
        '--out',
        'out.csv',
        '--rejects',
        'rejects.csv',
      ]);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^error: cases\.csv:5:1: the id looks like /);
      const written = readdirSync(folder)
        .filter((name) => name !== 'cases.csv')
        .map((name) => readFileSync(join(folder, name), 'utf8'));
      expect(written.join('') + stdout + stderr).not.toContain(id);
      expect(carestep(['score', 'cases.csv', '--allow-identifier', 'id']).status).toBe(0);
    },
  );
});

describe.skipIf(process.platform === 'win32')('a name that stands for no ordinary file', () => {
  test.each([
    ['score', 'cases.csv', '--out', 'pipe'],
    ['score', 'cases.csv', '--rejects', 'pipe'],
    ['explain', 'cases.csv', '--id', 'case-0', '--out', 'pipe', '--format', 'json'],
  ])('is left as it is: %s %s', (...args) => {
    write('cases.csv', `${cases(3)}case-9,nonsense,independent\n`);
    spawnSync('sh', ['-c', 'mkfifo pipe'], { cwd: folder });
    const { status, stderr } = carestep(args);
    expect(stderr).toContain('error: `pipe` is no ordinary file, and would be replaced by one');
    expect(status).toBe(2);
    expect(statSync(join(folder, 'pipe')).isFIFO()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['cases.csv', 'pipe']);
  });
});
