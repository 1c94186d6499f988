import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/cli/exit-codes.ts';
import { main } from '../../../src/cli/main.ts';
import { openRuleSet } from '../../../src/cli/open-rule-set.ts';
import { type FakeWorld, fakeWorld } from '../fake-world.ts';

const adult = resolve(import.meta.dirname, '../../../rules/adult');

async function carestep(world: FakeWorld, ...argv: string[]) {
  const before = world.printed();
  const code = await main(argv, world);
  const { stdout, stderr } = world.printed();
  return { code, stdout: stdout.slice(before.stdout.length), stderr: stderr.slice(before.stderr.length) };
}

describe('rules new', () => {
  test('writes a small rule set with which nothing is wrong, and that its examples show in full', async () => {
    const world = fakeWorld();
    expect(await carestep(world, 'rules', 'new', 'Our_clinic')).toMatchObject({
      code: EXIT.done,
      stderr: '',
    });
    const rules = ['--rules', './Our_clinic'];
    expect((await carestep(world, 'rules', 'check', ...rules)).stdout).toMatch(
      /^our-clinic@0\.1\.0\+[0-9a-f]{8}: no findings\n$/,
    );
    expect(await carestep(world, 'rules', 'verify', ...rules)).toMatchObject({ code: EXIT.done });
    const { stdout } = await carestep(world, 'rules', 'test', '--mutate', ...rules);
    expect(stdout).toContain('(100 %)');
    expect(stdout).toMatch(/and miss\s+0\n/);
  });

  test('shows each kind of rule but the bare alert', async () => {
    const world = fakeWorld();
    await carestep(world, 'rules', 'new', 'mine');
    const { compiled } = await openRuleSet('./mine', world);
    const kinds = compiled.ruleSet.rules.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['at_least', 'rule_out', 'advise', 'recheck']));
    expect(compiled.ruleSet.parent).toBeUndefined();
  });

  test('copies a rule set with its examples, and remembers where it comes from', async () => {
    const world = fakeWorld();
    const { code, stdout } = await carestep(world, 'rules', 'new', 'mine', '--from', 'adult', '--id', 'ours');
    expect(code).toBe(EXIT.done);
    const { identity, compiled } = await openRuleSet('./mine', world);
    const shipped = await openRuleSet('adult', world);
    expect(stdout).toMatch(/^Wrote ours@0\.1\.0\+\w{8}, a copy of adult@1\.0\.0\+\w{8}, to \.\/mine\n/);
    expect(identity).toEqual({ ...shipped.identity, id: 'ours', version: '0.1.0' });
    expect(compiled.ruleSet.parent).toEqual(shipped.identity);

    const yaml = readdirSync(adult, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    );
    expect([...world.files.keys()].sort()).toEqual(
      [...yaml, 'README.md'].map((name) => `./mine/${name}`).sort(),
    );
    expect(world.files.get('./mine/safety.yaml')).toBe(readFileSync(`${adult}/safety.yaml`, 'utf8'));
    expect(world.files.get('./mine/README.md')).toContain('Copied from `adult` 1.0.0');
  });

  test('makes a copy that differs from its parent in nothing that decides', async () => {
    const world = fakeWorld();
    await carestep(world, 'rules', 'new', 'mine', '--from', 'adult');
    const { code, stdout } = await carestep(world, 'rules', 'diff', './mine', '--fail-if', 'moves');
    expect([code, stdout.split('\n')[0]]).toEqual([EXIT.done, expect.stringContaining('adult@1.0.0')]);
  });

  test('can copy a copy, whose parent is then that copy', async () => {
    const world = fakeWorld();
    await carestep(world, 'rules', 'new', 'mine', '--from', 'adult');
    await carestep(world, 'rules', 'new', 'yours', '--from', './mine');
    const { compiled } = await openRuleSet('./yours', world);
    expect(compiled.ruleSet.parent).toMatchObject({ id: 'mine', version: '0.1.0' });
  });

  test('writes into no folder that holds something', async () => {
    const world = fakeWorld({ files: { './mine/notes.txt': 'keep' } });
    const { code, stderr } = await carestep(world, 'rules', 'new', './mine');
    expect([code, stderr]).toEqual([
      EXIT.usage,
      'error: the folder `./mine` is not empty\n  help: name a folder that is new or empty; nothing was written\n',
    ]);
    expect([...world.files.keys()]).toEqual(['./mine/notes.txt']);
  });

  test.each([
    [['2nd-clinic'], '`2nd-clinic` cannot be the id of a rule set'],
    [['clinic', '--id', 'Our Clinic'], '`Our Clinic` cannot be the id of a rule set'],
    [['clinic', '--from', 'adlut'], 'there is no shipped rule set `adlut`'],
  ])('refuses %j before it writes anything', async (options, message) => {
    const world = fakeWorld();
    const { code, stderr } = await carestep(world, 'rules', 'new', ...options);
    expect([code, stderr.split('\n')[0]]).toEqual([EXIT.usage, `error: ${message}`]);
    expect([...world.files.keys()]).toEqual([]);
  });
});
