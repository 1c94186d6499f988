import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { blocksOf, examplesOf, FreshClone, pages, readPage } from '../../scripts/shell-examples.mjs';

const repository = resolve(import.meta.dirname, '../..');
const examples = pages.flatMap((page) => examplesOf(readPage(page)).map((example) => ({ page, ...example })));

/** Each page is followed from its beginning by somebody who has read no other. */
const clones = new Map<string, FreshClone>();
afterAll(() => {
  for (const clone of clones.values()) clone.remove();
});

function cloneFor(page: string): FreshClone {
  const clone = clones.get(page) ?? new FreshClone();
  clones.set(page, clone);
  return clone;
}

describe('the examples of the pages', () => {
  test('are found, in the README and beyond', () => {
    expect(examples.filter(({ page }) => page === 'README.md').length).toBeGreaterThanOrEqual(2);
    expect(examples.filter(({ isProgram }) => isProgram).length).toBeGreaterThanOrEqual(1);
    expect(examples.length).toBeGreaterThanOrEqual(10);
  });

  test.each(examples)('$page:$line prints what it says', (example) => {
    expect(
      cloneFor(example.page).run(example).output.trimEnd(),
      'run `npm run examples`, and read what changed',
    ).toBe(example.output.trimEnd());
  });

  test('end with something printed, so that an example that prints nothing is not overlooked', () => {
    const lastLines = pages.flatMap((page) =>
      blocksOf(readPage(page))
        .filter(({ language }) => language === 'console')
        .map(({ text }) => `${page}: ${text.trimEnd().split('\n').at(-1)}`),
    );
    expect(lastLines.filter((line) => /: [$>] /.test(line))).toEqual([]);
  });

  test('are all run: other shell blocks only fetch, install and check', () => {
    const shells = ['sh', 'bash', 'shell', ''];
    const commands = pages.flatMap((page) =>
      blocksOf(readPage(page))
        .filter(({ language }) => shells.includes(language))
        .flatMap(({ text }) =>
          text
            .trimEnd()
            .split('\n')
            .map((command) => `${page}: ${command}`),
        ),
    );
    expect(
      commands.filter((command) => !/: ((git|npm|npx|cd) .*|node bin\/carestep\.js)$/.test(command)),
    ).toEqual([]);
  });
});

describe("the README's first command", () => {
  const command = 'npm ci && node bin/carestep.js score rules/adult/examples/published.yaml --format table';

  test('stands there with the one that runs every check', () => {
    expect(readPage('README.md')).toContain(`${command}\n`);
    expect(readPage('README.md')).toContain('npm ci && npm test\n');
  });

  test('prints every published case and ends well', () => {
    const { output, status } = cloneFor('README.md').run({
      command: command.replace('npm ci && ', ''),
      isProgram: false,
    });
    const ids = [...readPage('rules/adult/examples/published.yaml').matchAll(/^- id: (\S+)$/gm)];
    expect(ids.length).toBeGreaterThan(40);
    for (const [, id] of ids) expect(output).toContain(id);
    expect(status).toBe(0);
  });
});

describe('the links of the pages', () => {
  const links = pages.flatMap((page) =>
    [...readPage(page).matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => ({
      page,
      target: target ?? '',
    })),
  );

  test('are found', () => {
    expect(links.length).toBeGreaterThan(10);
  });

  test.each(links)('$page leads to $target', ({ page, target }) => {
    expect(statSync(resolve(repository, dirname(page), target), { throwIfNoEntry: false })).toBeDefined();
  });
});
