import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { adult } from '../../adult-rule-set.ts';
import { withFault } from '../../seeded-adult.ts';
import { type FakeWorldOptions, fakeWorld } from '../fake-world.ts';

async function score(args: readonly string[], options: FakeWorldOptions = {}) {
  const world = fakeWorld(options);
  const status = await main(['score', ...args], world);
  return { status, ...world.printed(), files: world.files };
}

const QUESTIONS = adult.questions.map(({ id }) => id);

/** Complete cases by the answers that differ from the least serious ones, each with a reviewer's level. */
function csvOf(
  cases: readonly (readonly [id: string, seen: string, answers: Readonly<Record<string, string>>])[],
) {
  const rows = cases.map(([id, seen, answers]) => {
    const cells = adult.questions.map((question) => answers[question.id] ?? question.answers[0]?.id ?? '');
    return [id, seen, ...cells].join(',');
  });
  return `${['id', 'seen', ...QUESTIONS].join(',')}\n${rows.join('\n')}\n`;
}

const away = { program_progress: '' };
const CASES = csvOf([
  ['well', 'outpatient', away],
  ['thinks', 'outpatient', { ...away, suicidal_thoughts: 'active' }],
  ['intends', 'inpatient', { ...away, suicidal_thoughts: 'intent', monitoring_need: 'continuous' }],
  ['unseen', '', away],
  ['typo', 'ipo', away],
  ['open', 'php', { ...away, suicidal_thoughts: '' }],
]);
const files = { 'in.csv': CASES };

describe('`--expect`', () => {
  test('says how far the levels agree, and names the cases that differ with the rules that decided', async () => {
    const { status, stdout, stderr } = await score(['in.csv', '--expect', 'seen'], { files });
    expect(status).toBe(1);
    expect(stderr).toContain('in.csv:6:6: `ipo` is not a level; did you mean `iop`?');
    expect(stderr).toContain('\nAgreement with the levels in `seen`\n');
    expect(stderr).toMatch(/exact agreement +66\.7% +0\.0% to 100\.0%\n/);
    expect(stderr).toContain('2,000 resamples, seed 1.');
    expect(stderr).toMatch(/Open cases are apart: 1\. The reviewer's level is within their range\n? *in 1\./);
    expect(stderr).toContain("Cases without a reviewer's level: 1.");
    expect(stderr).toContain('thinks  outpatient → IOP  safety.active-thoughts\n');
    expect(stderr).not.toContain('Suggested levels');
    expect(parseCsv(stdout, { columns: true })[1]).toMatchObject({
      id: 'thinks',
      level: 'iop',
      seen: 'outpatient',
    });
  });

  test('prints to standard output where the outcomes go to a file', async () => {
    const { stdout, stderr } = await score(['in.csv', '--expect', 'seen', '--out', 'out.csv'], { files });
    expect(stdout).toMatch(/^\nAgreement with/);
    expect(stderr).not.toContain('Agreement');
  });

  test('gives the same figures each time', async () => {
    const runs = await Promise.all([0, 1].map(() => score(['in.csv', '--expect', 'seen'], { files })));
    expect(runs[0]?.stderr).toBe(runs[1]?.stderr);
  });

  test('writes every case that differs to a file', async () => {
    const args = ['in.csv', '--expect', 'seen', '--differences', 'moved.csv'];
    const result = await score(args, { files });
    expect(parseCsv(result.files.get('moved.csv') ?? '', { columns: true })).toEqual([
      {
        id: 'thinks',
        against: 'reviewer',
        other_lowest: 'outpatient',
        other_highest: 'outpatient',
        lowest: 'iop',
        highest: 'iop',
        difference: 'higher',
        other_reasons: '',
        reasons: 'safety.active-thoughts',
      },
    ]);
  });

  test('needs the column', async () => {
    const {
      status,
      stderr,
      files: after,
    } = await score(
      ['in.csv', '--expect', 'assigned', '--differences', 'moved.csv', '--report', 'report.html'],
      { files },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('there is no column `assigned` to keep');
    expect([...after.keys()]).toEqual(['in.csv']);
  });
});

describe('`--compare`', () => {
  const fault = { rule: 'safety.active-thoughts', from: 'at_least: iop', to: 'at_least: php' };
  const mine = Object.fromEntries(withFault(fault).map(({ path, text }) => [`./mine/${path}`, text]));

  test('says which cases another rule set moves, and by which rules', async () => {
    const world = { files: { ...files, ...mine } };
    const { stderr } = await score(['in.csv', '--keep', 'seen', '--compare', './mine'], world);
    expect(stderr).toMatch(
      /Compared with adult@1\.0\.0\+[0-9a-f]{8}\n {2}5 alike, 0 higher here, 1 lower here\.\n/,
    );
    expect(stderr).toMatch(/thinks +PHP → IOP {2}/);
  });

  test('refuses a rule set on another ladder', async () => {
    const other = Object.fromEntries(
      Object.entries(mine).map(([path, text]) => [path, text.replaceAll(/(?<=[ [])php(?=[\],\n])/g, 'day')]),
    );
    const { status, stderr } = await score(['in.csv', '--keep', 'seen', '--compare', './mine'], {
      files: { ...files, ...other },
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: `\.\/mine` has other levels: .*day.*\n {2}help: compare rule sets whose/);
  });
});

describe('the summary', () => {
  const many = csvOf(Array.from({ length: 20 }, (_, index) => [`c${index}`, '', away] as const));
  const few = csvOf([['c', '', away]]);

  test.each([
    ['on a terminal, for many cases', many, [], true, true],
    ['not for a few', few, [], true, false],
    ['not where nobody sees it', many, [], false, false],
    ['for a few if asked', few, ['--summary'], true, true],
    ['where nobody sees it if asked', many, ['--summary'], false, true],
    ['not if it is not wanted', many, ['--no-summary'], true, false],
  ])('is shown %s', async (_, text, options, stderrIsTTY, isShown) => {
    const world = { files: { 'in.csv': text }, stderrIsTTY };
    const { stderr } = await score(['in.csv', '--keep', 'seen', ...options], world);
    expect(stderr.includes('Suggested levels')).toBe(isShown);
  });

  test('names standard input as such', async () => {
    const { files: after } = await score(['-', '--keep', 'seen', '--report', 'report.html'], { stdin: few });
    expect(after.get('report.html')).toContain(' · standard input</p>');
  });

  test('is a page with `--report`, whole under its name', async () => {
    const {
      status,
      files: after,
      stderr,
    } = await score(['in.csv', '--expect', 'seen', '--report', 'report.html', '--rejects', 'rejects.csv'], {
      files,
    });
    expect(status).toBe(1);
    expect([...after.keys()].filter((name) => name.endsWith('.partial'))).toEqual([]);
    const page = after.get('report.html') ?? '';
    expect(page).toMatch(/^<!doctype html>.*<h1>5 cases scored<\/h1>.*<\/html>\n$/s);
    expect(page).toContain('in.csv');
    expect(page).toContain('Agreement with the levels in “seen”');
    expect(page).toContain('unknown level');
    expect(stderr).toContain('Agreement with the levels in `seen`');
  });
});

test.each([
  ['two files of one name', ['--expect', 'seen', '--differences', 'a.csv', '--out', 'a.csv']],
  ['a report under the name of the outcomes', ['--report', 'a.html', '--out', 'a.html']],
  ['differences from nothing', ['--differences', 'a.csv']],
  ['a column that the output has', ['--expect', 'level']],
])('the command line is refused for %s', async (_, options) => {
  const { status, stderr, files: after } = await score(['in.csv', ...options], { files });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^error: .*\n {2}help: /);
  expect([...after.keys()]).toEqual(['in.csv']);
});
