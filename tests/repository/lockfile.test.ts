import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');

interface Entry {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Entry>> = read('package-lock.json').packages;

describe('the lockfile', () => {
  test('asks for what package.json asks for', () => {
    const { dependencies, devDependencies } = read('package.json');
    const { dependencies: locked, devDependencies: lockedForDevelopment } = packages[''] ?? {};
    expect(locked).toEqual(dependencies);
    expect(lockedForDevelopment).toEqual(devDependencies);
  });

  test('names no registry', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(Object.keys(packages).filter((folder) => packages[folder]?.resolved !== undefined)).toEqual([]);
  });

  test('holds the builds for every platform, without which npm ci refuses it', () => {
    const missing = Object.entries(packages).flatMap(([folder, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !(`${folder}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
      ),
    );
    expect(missing, 'run `npm run lockfile`').toEqual([]);
  });
});

function read(file: string) {
  return JSON.parse(readFileSync(resolve(repository, file), 'utf8'));
}
