import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const version = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).version;

/** A stranger's project with nothing but the packed carestep in it. */
let project: string;

function inProject(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

describe('the packed package', () => {
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'carestep-packed-'));
    // Scripts stay off: the build that the other tests use is the one that is packed.
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
      cwd: repository,
      stdio: 'pipe',
    });
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    inProject('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `../${tarball}`);
  });

  afterAll(() => {
    rmSync(resolve(project, '..'), { recursive: true, force: true });
  });

  test('says its version', () => {
    expect(inProject('npx', '--no-install', 'carestep', '--version').trim()).toBe(version);
  });

  test('scores a case with the rule set that came with it', () => {
    writeFileSync(join(project, 'case.yaml'), 'id: one\nanswers: { suicidal_thoughts: intent }\n');
    const output = inProject('npx', '--no-install', 'carestep', 'score', 'case.yaml', '--format', 'json');
    expect(JSON.stringify(JSON.parse(output))).toMatch(/"id":"one".*"inpatient"/);
  });

  test('can be imported as a library', () => {
    const names = inProject(
      'node',
      '-e',
      "import('carestep').then((all) => console.log(Object.keys(all).join()))",
    );
    for (const name of ['loadRuleSet', 'compile', 'evaluate', 'explain'])
      expect(names.trim().split(',')).toContain(name);
  });

  test('has types for what it exports', () => {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules/carestep/package.json'), 'utf8'));
    const types = readFileSync(join(project, 'node_modules/carestep', manifest.exports['.'].types), 'utf8');
    expect(types).toContain('RuleSet');
  });

  test('holds the program, the rules and nothing of the workshop', () => {
    const files = readdirSync(join(project, 'node_modules/carestep')).sort();
    expect(files).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'package.json',
      'rules',
      'templates',
    ]);
  });

  test('gives publint nothing to say', async () => {
    const { messages } = await publint({
      pkgDir: join(project, 'node_modules/carestep'),
      pack: false,
      strict: true,
    });
    expect(messages).toEqual([]);
  });
});
