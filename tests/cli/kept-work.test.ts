import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openGuarantees } from '../../src/cli/open-guarantees.ts';
import { openRuleSet } from '../../src/cli/open-rule-set.ts';
import { InvalidFileError } from '../../src/cli/usage-error.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { loadGuarantees } from '../../src/rule-set/load-guarantees.ts';
import { compiledAdult } from '../adult-rule-set.ts';
import { type FakeWorld, fakeWorld } from './fake-world.ts';

const shipped = resolve(import.meta.dirname, '../../rules/adult');

/** A folder with a copy of the shipped rules, in a world where the program was built. */
function builtWorld(build = 'build-1', given: Readonly<Record<string, string>> = {}): FakeWorld {
  const names = readdirSync(shipped).filter((name) => name.endsWith('.yaml'));
  const copies = names.map((name) => [`./clinic/${name}`, readFileSync(join(shipped, name), 'utf8')]);
  const files = { ...Object.fromEntries(copies), ...given };
  return fakeWorld({ build, env: { XDG_CACHE_HOME: '/cache' }, files });
}

/** The files of the cache. */
function kept(world: FakeWorld): string[] {
  return [...world.files.keys()].filter((path) => path.startsWith('/cache/')).sort();
}

function onlyKept(world: FakeWorld, kind: string): string {
  const [path = '', ...others] = kept(world).filter((name) => name.endsWith(`${kind}.json`));
  expect(others).toEqual([]);
  return path;
}

/** The same world later on: what is on its disk, opened anew. */
function later(
  world: FakeWorld,
  build = 'build-1',
  changes: Readonly<Record<string, string>> = {},
): FakeWorld {
  return builtWorld(build, { ...Object.fromEntries(world.files), ...changes });
}

describe('what is worked out from the files of a rule set', () => {
  test('is kept, and read again as it was worked out', async () => {
    const first = builtWorld();
    const fresh = await openRuleSet('./clinic', first);
    const freshGuarantees = await openGuarantees(fresh, first);
    expect(kept(first).map((path) => path.replace(/[0-9a-f]{16}/, 'ID'))).toEqual([
      '/cache/carestep/ID.guarantees.json',
      '/cache/carestep/ID.rule-set.json',
    ]);

    const second = later(first);
    const again = await openRuleSet('./clinic', second);
    const guarantees = await openGuarantees(again, second);
    expect(again.compiled).toEqual(fresh.compiled);
    expect(again.compiled.level).toEqual(compiledAdult.level);
    expect(again.identity).toEqual(fresh.identity);
    expect([...again.places()]).toEqual([...fresh.places()]);
    expect(guarantees.guarantees).toEqual(freshGuarantees.guarantees);
    expect([...guarantees.places]).toEqual([...freshGuarantees.places]);
  });

  test('keeps the place of every part that the loader knows a place of', async () => {
    const world = builtWorld();
    const opened = await openRuleSet('./clinic', world);
    const guarantees = await openGuarantees(opened, world);
    const loaded = loadRuleSet(opened.files);
    const parts = [...opened.places()].map((each) => JSON.stringify(each));
    const known = [...loaded.places].map((each) => JSON.stringify(each));
    expect(new Set(parts)).toEqual(new Set(known));
    expect(parts.length).toBeGreaterThan(500);
    const file = opened.files.find(({ path }) => path.endsWith('guarantees.yaml'));
    const claims = loadGuarantees(file ?? { path: '', text: '' }, opened.compiled.ruleSet);
    expect([...guarantees.places.values()]).toEqual(expect.arrayContaining([...claims.places.values()]));
    expect(claims.places.size).toBeGreaterThan(20);
  });

  test('is used in place of the files while its origin holds and it says the same twice', async () => {
    const first = builtWorld();
    await openRuleSet('./clinic', first);
    const path = onlyKept(first, 'rule-set');
    const text = first.files.get(path) ?? '';
    const body = text.slice(text.lastIndexOf('\n') + 1);
    const changed = body.replace('"id":"adult"', '"id":"other"');
    const end = `${body}\n${body}`;
    expect(text.endsWith(end)).toBe(true);
    const edited = text.replace(end, () => `${changed}\n${changed}`);
    const world = later(first, 'build-1', { [path]: edited });
    expect((await openRuleSet('./clinic', world)).identity.id).toBe('other');
  });

  test.each([
    ['a byte was changed', (text: string) => text.replace('"id":"adult"', '"id":"adulT"')],
    ['the end is missing', (text: string) => text.slice(0, -1)],
    ['half is missing', (text: string) => text.slice(0, text.lastIndexOf('\n'))],
    ['all but the origin is missing', (text: string) => text.slice(0, text.indexOf('{"ruleSet"'))],
    ['it is empty', () => ''],
    ['it is something else', () => 'a b c\n{}'],
  ])('is worked out anew where %s', async (_, damage) => {
    const first = builtWorld();
    const fresh = await openRuleSet('./clinic', first);
    const path = onlyKept(first, 'rule-set');
    const world = later(first, 'build-1', { [path]: damage(first.files.get(path) ?? '') });
    const again = await openRuleSet('./clinic', world);
    expect(again.compiled).toEqual(fresh.compiled);
    expect(world.files.get(path)).toBe(first.files.get(path));
  });

  test('is worked out anew by another build, and after any edit', async () => {
    const first = builtWorld();
    const before = await openRuleSet('./clinic', first);
    const path = onlyKept(first, 'rule-set');
    const other = later(first, 'build-2');
    await openRuleSet('./clinic', other);
    expect(other.files.get(path)).not.toBe(first.files.get(path));

    const header = first.files.get('./clinic/rule-set.yaml') ?? '';
    const edited = later(first, 'build-1', {
      './clinic/rule-set.yaml': header.replace("version: '1.0.0'", "version: '1.0.1'"),
    });
    expect((await openRuleSet('./clinic', edited)).identity.version).toBe('1.0.1');
    expect(before.identity.version).toBe('1.0.0');
    expect(kept(edited)).toEqual([path]);
  });

  test('is not kept where the files are wrong, and their mistakes are told each time', async () => {
    const world = builtWorld('build-1', { './clinic/safety.yaml': 'dimension: safety\n' });
    await expect(openRuleSet('./clinic', world)).rejects.toThrow(InvalidFileError);
    await expect(openRuleSet('./clinic', world)).rejects.toThrow(InvalidFileError);
    expect(kept(world)).toEqual([]);
  });

  test('is not kept by an unbuilt program, nor where there is no place for it', async () => {
    const { build: _, ...unbuilt } = builtWorld();
    await openRuleSet('./clinic', unbuilt);
    expect(kept({ ...unbuilt })).toEqual([]);
    const full = { ...builtWorld(), writeFile: () => Promise.reject(new Error('the disk is full')) };
    expect((await openRuleSet('./clinic', full)).identity.id).toBe('adult');
  });
});
