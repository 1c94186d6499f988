import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { type FakeWorldOptions, fakeWorld } from '../fake-world.ts';

const shipped = resolve(import.meta.dirname, '../../../rules/adult');

/** The shipped files in a folder of the world, some of them edited; an edit that changes nothing is a mistake. */
function copyOfAdult(folder: string, edits: Readonly<Record<string, readonly [string, string]>> = {}) {
  const names = readdirSync(shipped).filter((name) => name.endsWith('.yaml'));
  for (const name of Object.keys(edits)) expect(names).toContain(name);
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(join(shipped, name), 'utf8');
      const [from, to] = edits[name] ?? ['', ''];
      expect(text).toContain(from);
      return [`${folder}/${name}`, text.replace(from, to)];
    }),
  );
}

/** Intent to act on thoughts of suicide asks for less than it did. */
const LOWERED = {
  'safety.yaml': [
    '- id: safety.suicidal-intent\n    at_least: inpatient',
    '- id: safety.suicidal-intent\n    at_least: php',
  ],
} as const;

const REWORDED = {
  'safety.yaml': ['because: someone who means to act', 'because: a person who means to act'],
} as const;

async function diff(words: readonly string[], options: FakeWorldOptions = {}) {
  const world = fakeWorld(options);
  const code = await main(['rules', 'diff', ...words], world);
  return { code, files: world.files, ...world.printed() };
}

describe('rules diff', () => {
  test('says in one sentence that nothing differs', async () => {
    const { code, stdout, stderr } = await diff(['adult', './mine'], { files: copyOfAdult('./mine') });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^old {2}adult@\S+ · adult\nnew {2}adult@\S+ · \.\/mine\n\nNo decision differs: /);
    expect(stdout.trimEnd().split('\n').length).toBeLessThan(6);
  });

  test('shows the matrix, the move, the answers, the rule and a case, within 80 columns', async () => {
    const { code, stdout } = await diff(['adult', './mine'], { files: copyOfAdult('./mine', LOWERED) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/, all to\sa lower level\./);
    expect(stdout).toMatch(/\ninpatient +· +· +\d\.\d × 10\^\d+ +\d\.\d × 10\^\d+\n/);
    expect(stdout).toContain('of possible combinations of answers, not of patients.');
    expect(stdout).toContain('\ninpatient → PHP\n');
    expect(stdout).toMatch(
      /Where +every combination that is now at PHP, with suicidal thoughts:\n +intent to act\n +\(the whole move\)/,
    );
    expect(stdout).toMatch(/Why +safety\.suicidal-intent: 100% of the move/);
    expect(stdout).toMatch(/Example +suicidal thoughts: intent to act; otherwise the first answer/);
    expect(stdout).toContain('was  at least inpatient, alert\n    now  at least PHP, alert\n');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('names an edit that alters no decision', async () => {
    const { stdout } = await diff(['adult', './mine'], { files: copyOfAdult('./mine', REWORDED) });
    expect(stdout).toContain('No decision differs: ');
    expect(stdout).toContain(
      'Changes that alter no decision\n  · safety.suicidal-intent: written otherwise: `because`\n',
    );
  });

  test('writes the same as JSON, counts exact', async () => {
    const { stdout } = await diff(['adult', './mine', '--format', 'json'], {
      files: copyOfAdult('./mine', LOWERED),
    });
    const record = JSON.parse(stdout);
    expect(record).toMatchObject({
      counts: 'possible combinations of answers, not patients',
      moves: [
        {
          from: 'inpatient',
          to: 'php',
          region: { of: { version: 'new', level: 'php' }, answers: { suicidal_thoughts: ['intent'] } },
          example: { suicidal_thoughts: 'intent' },
          blame: [{ rules: ['safety.suicidal-intent'] }],
        },
      ],
      rules: [{ id: 'safety.suicidal-intent', keys: ['at_least'], effect: 'decides' }],
    });
    const counts: string[] = record.matrix.flat();
    expect(counts.reduce((sum, count) => sum + BigInt(count), 0n)).toBe(BigInt(record.compared));
    expect(record.matrix[3][2]).toBe(record.moves[0].combinations);
  });

  test('writes each example as a case that moves', async () => {
    const options = { files: copyOfAdult('./mine', LOWERED) };
    const { files, stdout } = await diff(['adult', './mine', '--examples', 'out/'], options);
    const path = 'out/inpatient-to-php.yaml';
    expect(stdout).toContain(`Examples written: ${path}`);
    const text = files.get(path) ?? '';
    expect(text).toMatch(/^# inpatient by adult@\S+, PHP by adult@\S+\nid: inpatient-to-php\nanswers:\n/);
    const explained = async (rules: string) => {
      const world = fakeWorld({ files: { ...options.files, [path]: text } });
      await main(['explain', path, '--rules', rules, '--format', 'json'], world);
      return JSON.parse(world.printed().stdout).level;
    };
    expect([await explained('adult'), await explained('./mine')]).toEqual(['inpatient', 'php']);
  });
});

describe('rules diff --fail-if', () => {
  test.each([
    ['lowers', LOWERED, 1],
    ['moves', LOWERED, 1],
    ['lowers', REWORDED, 0],
    ['moves', REWORDED, 0],
  ])('%s', async (what, edits, expected) => {
    const files = copyOfAdult('./mine', edits);
    expect((await diff(['adult', './mine', '--fail-if', what], { files })).code).toBe(expected);
  });

  test('lowers lets a rise pass, moves does not', async () => {
    const files = copyOfAdult('./mine', LOWERED);
    expect((await diff(['./mine', 'adult', '--fail-if', 'lowers'], { files })).code).toBe(0);
    expect((await diff(['./mine', 'adult', '--fail-if', 'moves'], { files })).code).toBe(1);
  });

  test('lowers catches an alert that falls silent though no level differs', async () => {
    const files = copyOfAdult('./mine', {
      'safety.yaml': ['    alert: intent to act on thoughts of suicide\n', ''],
    });
    const { code, stdout } = await diff(['adult', './mine', '--fail-if', 'lowers'], { files });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^No level differs: .* lose their alert\./ms);
    expect(stdout).toContain('alert safety.suicidal-intent: no longer in');
  });
});

describe('rules diff --on', () => {
  const cases = 'id,suicidal_thoughts\na,none\nb,intent\nc,often\n';

  test('lists the real cases that move; a row that cannot be read is told and counts as a finding', async () => {
    const files = { ...copyOfAdult('./mine', LOWERED), 'cases.csv': cases };
    const { code, stdout, stderr } = await diff(['adult', './mine', '--on', 'cases.csv'], { files });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^cases\.csv:4:3: `often` is not an answer to `suicidal_thoughts`/);
    expect(stdout).toContain('Cases of cases.csv\n  1 of 2 cases move\n  b  inpatient → PHP to inpatient\n');
  });

  test('refuses a file that cannot be used', async () => {
    const files = { ...copyOfAdult('./mine'), 'cases.csv': 'id,mood\na,low\n' };
    const { code, stdout, stderr } = await diff(['adult', './mine', '--on', 'cases.csv'], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: cases\.csv:1:4: /);
  });
});

describe('one version alone', () => {
  const copied = (fingerprint: string) =>
    copyOfAdult('./mine', {
      'rule-set.yaml': [
        'rule_set: adult\n',
        `rule_set: mine\nparent: { rule_set: adult, version: '1.0.0', fingerprint: '${fingerprint}' }\n`,
      ],
    });

  test('is compared with the set it was copied from', async () => {
    const { fingerprint } = JSON.parse((await diff(['adult', 'adult', '--format', 'json'])).stdout).old;
    const { code, stdout, stderr } = await diff(['./mine'], { files: copied(fingerprint) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^old {2}adult@\S+ · adult\nnew {2}mine@\S+ · \.\/mine\n\nNo decision differs: /);
  });

  test('is told where that has changed since', async () => {
    const { stderr } = await diff(['./mine'], { files: copied('0'.repeat(64)) });
    expect(stderr).toMatch(
      /^note: compared with adult@\S+; the copy was made from adult@1\.0\.0\+00000000\n$/,
    );
  });

  test('is refused where it remembers no parent', async () => {
    const { code, stderr } = await diff(['./mine'], { files: copyOfAdult('./mine') });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'error: the rule set `./mine` does not say what it was copied from\n' +
        '  help: name both versions: the old one, then the new one\n',
    );
  });
});

describe('versions that cannot be compared', () => {
  test('because their levels differ', async () => {
    const renamed = Object.fromEntries(
      Object.entries(copyOfAdult('./mine')).map(([path, text]) => [
        path,
        text.replaceAll(/(?<![\w-])php(?![\w-])/g, 'day_program'),
      ]),
    );
    const { code, stdout, stderr } = await diff(['adult', './mine'], { files: renamed });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'error: the versions have different levels: outpatient, iop, php, inpatient and outpatient, iop, day_program, inpatient\n' +
        '  help: compare versions whose levels have the same ids in the same order\n',
    );
  });
});

describe('a version in git', () => {
  const git = (answer: { ok: boolean; stdout?: string; stderr?: string } | undefined) => ({
    git: async () => answer && { stdout: '', stderr: '', ...answer },
  });

  test('needs git', async () => {
    expect(await diff(['HEAD:rules', 'adult'], git(undefined))).toMatchObject({
      code: 2,
      stderr: 'error: git is not installed, or not found\n  help: install it, or name folders instead\n',
    });
  });

  test('needs a repository', async () => {
    const answer = { ok: false, stderr: 'fatal: not a git repository (or any parent)\n' };
    expect((await diff(['HEAD:rules', 'adult'], git(answer))).stderr).toMatch(
      /^error: git cannot be asked for a revision here: not a git repository \(or any parent\)\n/,
    );
  });

  test.each(['--upload-pack=x:rules', ':rules'])(
    '%s names no revision, and git is not asked',
    async (given) => {
      const asked: string[] = [];
      const { code, stderr } = await diff(['--', given, 'adult'], {
        git: async (args) => {
          asked.push(args.join(' '));
          return { ok: true, stdout: '', stderr: '' };
        },
      });
      expect({ code, asked }).toEqual({ code: 2, asked: ['rev-parse --git-dir'] });
      expect(stderr).toMatch(/^error: there is no revision /);
    },
  );
});
