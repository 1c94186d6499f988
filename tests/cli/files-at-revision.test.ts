import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesAtRevision, namesRevision } from '../../src/cli/files-at-revision.ts';
import { runGit } from '../../src/cli/run-git.ts';
import { fakeWorld } from './fake-world.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) process.stderr.write('git is not installed: versions in git are not tested\n');

test.each([
  ['HEAD:rules/adult', true],
  ['v1.0.0:./mine', true],
  ['main@{yesterday}:', true],
  ['./a:b', false],
  ['/rules/a:b', false],
  ['C:\\rules', false],
  ['c:/rules', false],
  ['adult', false],
])('%s names a revision: %s', (given, expected) => {
  expect(namesRevision(given)).toBe(expected);
});

describe.skipIf(!hasGit)('files in a git repository', () => {
  let folder: string;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  const commit = (message: string) => {
    git('add', '--all');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', message);
  };
  const read = (given: string, cwd = folder) =>
    filesAtRevision(given, fakeWorld({ git: (args) => runGit(args, cwd) }));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'carestep-git-'));
    git('init', '--quiet');
    mkdirSync(join(folder, 'rules/mine/examples'), { recursive: true });
    writeFileSync(join(folder, 'rules/mine/rule-set.yaml'), 'title: Größe\n');
    writeFileSync(join(folder, 'rules/mine/häufig.yaml'), 'first\n');
    writeFileSync(join(folder, 'rules/mine/README.md'), 'not a rule\n');
    writeFileSync(join(folder, 'rules/mine/examples/one.yaml'), 'not beside the rules\n');
    commit('first');
    git('tag', 'v1');
    writeFileSync(join(folder, 'rules/mine/häufig.yaml'), 'second\n');
    commit('second');
    writeFileSync(join(folder, 'rules/mine/häufig.yaml'), 'not committed\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are those of the folder as they stood, whatever is on the disk now', async () => {
    const files = (given: string, word: string) => [
      { path: `${given}/häufig.yaml`, text: `${word}\n` },
      { path: `${given}/rule-set.yaml`, text: 'title: Größe\n' },
    ];
    const sorted = async (given: string, cwd?: string) =>
      (await read(given, cwd)).sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(await sorted('v1:rules/mine')).toEqual(files('v1:rules/mine', 'first'));
    expect(await sorted('HEAD:rules/mine')).toEqual(files('HEAD:rules/mine', 'second'));
    const below = join(folder, 'rules');
    expect(await sorted('HEAD:./mine', below)).toEqual(files('HEAD:./mine', 'second'));
    expect(await sorted('HEAD:rules/mine', below)).toEqual(files('HEAD:rules/mine', 'second'));
  });

  test.each([
    ['v9:rules/mine', 'there is no revision `v9`'],
    ['HEAD:rules/yours', 'the revision `HEAD` holds no folder `rules/yours`'],
    ['HEAD:rules/mine/rule-set.yaml', 'the revision `HEAD` holds no folder `rules/mine/rule-set.yaml`'],
  ])('%s: %s', async (given, message) => {
    await expect(read(given)).rejects.toThrow(message);
  });

  test('are not looked for outside a repository', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'carestep-no-git-'));
    await expect(read('HEAD:rules', outside)).rejects.toThrow('git cannot be asked for a revision here');
    rmSync(outside, { recursive: true });
  });
});

test('a git that is not there is no error of the program', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '';
  try {
    expect(await runGit(['--version'], tmpdir())).toBeUndefined();
  } finally {
    process.env['PATH'] = path;
  }
});
