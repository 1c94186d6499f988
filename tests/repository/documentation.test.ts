import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf, shellExamples } from './shell-examples.ts';

const repository = resolve(import.meta.dirname, '../..');
const pages = ['README.md', 'CONTRIBUTING.md', 'rules/adult/README.md', ...pagesBelow('docs')];
const examples = pages.flatMap((page) => shellExamples(page, read(page)));

/** A folder as after a fresh clone and `npm ci`, with `carestep` on the path; commands may write into it. */
let clone: string;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'carestep-docs-'));
  cpSync(join(repository, 'rules'), join(clone, 'rules'), { recursive: true });
  for (const linked of ['bin', 'dist', 'docs', 'package.json']) {
    symlinkSync(join(repository, linked), join(clone, linked));
  }
  // The examples that use the library import the package by its name.
  mkdirSync(join(clone, 'node_modules'));
  symlinkSync(repository, join(clone, 'node_modules/carestep'));
  mkdirSync(join(clone, 'path'));
  symlinkSync(join(repository, 'bin/carestep.js'), join(clone, 'path/carestep'));
});

afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
});

function run(command: string): { output: string; status: number | null } {
  const { stdout, status } = spawnSync('sh', ['-c', `exec 2>&1; ${command}`], {
    cwd: clone,
    encoding: 'utf8',
    input: '',
    env: { PATH: `${join(clone, 'path')}:${process.env['PATH'] ?? ''}`, HOME: clone },
  });
  return { output: stdout, status };
}

describe('the examples of the pages', () => {
  test('are found, in the README and beyond', () => {
    expect(examples.filter(({ file }) => file === 'README.md').length).toBeGreaterThanOrEqual(2);
    expect(examples.length).toBeGreaterThanOrEqual(8);
  });

  test.each(examples)('$file:$line prints what it says: $command', ({ command, output }) => {
    expect(run(command).output.trimEnd()).toBe(output.trimEnd());
  });

  test('are all run: other shell blocks only fetch, install and check', () => {
    const unrun = pages.flatMap((page) =>
      blocksOf(read(page))
        .filter(({ language }) => ['sh', 'bash', 'shell', ''].includes(language))
        .flatMap(({ text, line }) => text.split('\n').map((command) => ({ page, line, command })))
        .filter(({ command }) => !/^(git|npm|npx|cd) /.test(command)),
    );
    expect(unrun).toEqual([]);
  });
});

describe("the README's first command", () => {
  const command = 'npm ci && node bin/carestep.js score rules/adult/examples/published.yaml --format table';

  test('stands there with the one that runs every check', () => {
    expect(read('README.md')).toContain(`${command}\nnpm ci && npm test\n`);
  });

  test('prints a level for each published case and ends well', () => {
    const { output, status } = run(command.replace('npm ci && ', ''));
    const cases = [...read('rules/adult/examples/published.yaml').matchAll(/^- id: (\S+)$/gm)];
    expect(cases.length).toBeGreaterThan(40);
    for (const [, id] of cases) expect(output).toContain(id);
    expect(status).toBe(0);
  });
});

describe('the library example', () => {
  const page = 'docs/library.md';

  test('prints what it says', () => {
    const [program, output] = blocksOf(read(page)).filter(({ language }) =>
      ['js', 'text'].includes(language),
    );
    writeFileSync(join(clone, 'example.mjs'), program?.text ?? '');
    expect(run('node example.mjs').output.trimEnd()).toBe(output?.text.trimEnd());
  });
});

describe('the links of the pages', () => {
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => ({
      page,
      target: target ?? '',
    })),
  );

  test.each(links)('$page leads to $target', ({ page, target }) => {
    expect(() => readdirOrFile(resolve(repository, dirname(page), target))).not.toThrow();
  });
});

function readdirOrFile(path: string): unknown {
  try {
    return readdirSync(path);
  } catch {
    return readFileSync(path);
  }
}

function pagesBelow(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function read(page: string): string {
  return readFileSync(join(repository, page), 'utf8');
}
