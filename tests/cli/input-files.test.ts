import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputPaths, inputSources } from '../../src/cli/input-files.ts';
import { fakeWorld } from './fake-world.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carestep-input-'));
  const names = ['site-b.csv', 'site-a.csv', 'site-c.csv.gz', 'notes.txt', 'odd[1].csv'];
  await Promise.all(names.map((name) => writeFile(join(folder, name), 'id\n')));
});

afterAll(() => rm(folder, { recursive: true }));

function paths(...given: string[]) {
  return inputPaths(given, fakeWorld({ cwd: folder }));
}

describe('the files that a command line names', () => {
  test('are those that a pattern finds, in the order of their names', async () => {
    expect(await paths('site-*.csv')).toEqual(['site-a.csv', 'site-b.csv']);
    expect(await paths('site-*')).toEqual(['site-a.csv', 'site-b.csv', 'site-c.csv.gz']);
    expect(await paths('{notes,site-a}.*')).toEqual(['notes.txt', 'site-a.csv']);
  });

  test('keep their place, and none is read twice because a pattern finds it too', async () => {
    expect(await paths('site-b.csv', 'site-*.csv')).toEqual(['site-b.csv', 'site-a.csv']);
  });

  test('are found under an absolute path', async () => {
    expect(await paths(`${folder}/site-?.csv`)).toEqual([`${folder}/site-a.csv`, `${folder}/site-b.csv`]);
  });

  test('may have the marks of a pattern in their names', async () => {
    expect(await paths('odd[1].csv')).toEqual(['odd[1].csv']);
  });

  test('need not be there: that is found out when they are opened', async () => {
    expect(await paths('missing.csv', '-')).toEqual(['missing.csv', '-']);
  });

  test('are refused where a pattern finds none', async () => {
    await expect(paths('ward-*.csv')).rejects.toThrow('no file matches `ward-*.csv`');
  });
});

test('a sheet is refused where no file has sheets', async () => {
  const world = fakeWorld({ cwd: folder });
  await expect(inputSources({ files: ['site-a.csv'], sheet: 'Intake' }, world)).rejects.toThrow(
    '`--sheet` is for Excel files',
  );
});
