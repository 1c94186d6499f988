import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(repository, 'docs/library.md'), 'utf8');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-library-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(repository, join(folder, 'node_modules/carestep'), 'dir');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function block(language: string): string {
  const found = [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))];
  expect(found, `one block of ${language}`).toHaveLength(1);
  return found[0]?.[1] ?? '';
}

test('the program on the library page prints what the page says', () => {
  const program = join(folder, 'example.mjs');
  writeFileSync(program, block('js'));
  const printed = execFileSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
  expect(printed).toBe(block('text'));
});
