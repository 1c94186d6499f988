import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rules from '../../.dependency-cruiser.mjs';
import { checkLayers } from '../../scripts/check-layers.mjs';

type LayerCheck = Awaited<ReturnType<typeof checkLayers>>;

const repository = resolve(import.meta.dirname, '../..');

/** One violation of each rule: the file that breaks it and what it holds. */
const seeds: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'every-file-seen': ['src/core/seed-unseen.txt', 'not a module'],
  'known-folder': ['src/elsewhere/seed-folder.ts', 'export const seed = 0;'],
  'core-stands-alone': ['src/core/seed-core.ts', "import '../diagram/seed-target.ts';"],
  'rule-set-and-diagram-on-core': ['src/diagram/seed-diagram.ts', "import '../explain/seed-target.ts';"],
  'presentation-below-features': ['src/render/seed-render.ts', "import '../batch/seed-target.ts';"],
  'features-below-cli': ['src/batch/seed-feature.ts', "import '../cli/seed-target.ts';"],
  'features-stay-apart': [
    'src/practice/seed-sibling.ts',
    "import type { seed } from '../batch/seed-target.ts';",
  ],
  'library-without-cli': ['src/index.ts', "export * from './cli/seed-target.ts';"],
  'nobody-imports-index': ['src/cli/seed-index.ts', "import '../index.ts';"],
  'no-cycle': [
    'src/explain/seed-cycle-a.ts',
    "import type { seed } from './seed-cycle-b.ts'; export type back = seed;",
  ],
  'core-without-packages': ['src/core/seed-package.ts', "import 'yaml';"],
  'builtins-in-cli-only': ['src/batch/seed-builtin.ts', "import { readFileSync } from 'node:fs';"],
  'owner-of-yaml': ['src/batch/seed-yaml.ts', "import { parse } from 'yaml';"],
  'owner-of-zod': ['src/analysis/seed-zod.ts', "import type { ZodType } from 'zod';"],
  'owner-of-chalk': ['src/render/seed-chalk.ts', "import chalk from 'chalk';"],
  'owner-of-commander': ['src/cli/seed-commander.ts', "import { Command } from 'commander';"],
  'owner-of-inquirer-core': [
    'src/cli/seed-inquirer-core.ts',
    "import { createPrompt } from '@inquirer/core';",
  ],
  'owner-of-csv-stringify': [
    'src/cli/seed-csv-stringify.ts',
    "import { stringify } from 'csv-stringify/sync';",
  ],
  'owner-of-wrap-ansi': ['src/batch/seed-wrap-ansi.ts', "import wrapAnsi from 'wrap-ansi';"],
  'owner-of-string-width': ['src/explain/seed-string-width.ts', "import stringWidth from 'string-width';"],
  'owner-of-escape-goat': ['src/export/seed-escape.ts', "import 'escape-goat';"],
  'owner-of-fastest-levenshtein': ['src/explain/seed-distance.ts', "import 'fastest-levenshtein';"],
  'owner-of-echarts': ['src/cli/seed-echarts.ts', "import { init } from 'echarts/core';"],
  'owner-of-ts-fsrs': ['src/practice/seed-fsrs.ts', "import { fsrs } from 'ts-fsrs';"],
  'owner-of-tinyglobby': ['src/cli/seed-glob.ts', "import { glob } from 'tinyglobby';"],
  'owner-of-read-excel-file': ['src/cli/seed-excel.ts', "import readExcel from 'read-excel-file/node';"],
  'owner-of-cli-progress': ['src/cli/seed-progress.ts', "import 'cli-progress';"],
  'owner-of-duckdb-node-api': ['src/cli/seed-duckdb.ts', "import '@duckdb/node-api';"],
  'package-without-owner': ['src/cli/seed-no-owner.ts', "import 'publint';"],
  'installed-package': ['src/cli/seed-not-listed.ts', "import 'strip-ansi';"],
  'only-src-ships': ['src/cli/seed-test-code.ts', "import '../../tests/seed-test.ts';"],
  resolvable: ['src/cli/seed-nowhere.ts', "import './there-is-no-such-file.ts';"],
};

/** What the seeds import; these break no rule themselves. */
const targets: Readonly<Record<string, string>> = {
  'src/diagram/seed-target.ts': 'export const seed = 0;',
  'src/explain/seed-target.ts': 'export const seed = 0;',
  'src/batch/seed-target.ts': 'export const seed = 0;',
  'src/cli/seed-target.ts': 'export const seed = 0;',
  'src/explain/seed-cycle-b.ts': "import type { back } from './seed-cycle-a.ts'; export type seed = back;",
  'tests/seed-test.ts': 'export const seed = 0;',
};

describe('the layers of src', () => {
  let folder: string;
  let clean: LayerCheck;
  let broken: LayerCheck;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carestep-layers-'));
    cpSync(join(repository, 'src'), join(folder, 'src'), { recursive: true });
    cpSync(join(repository, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
    clean = await checkLayers(folder);
    const written = Object.entries(targets).concat(Object.values(seeds).map(([file, text]) => [file, text]));
    for (const [file, text] of written) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    broken = await checkLayers(folder);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('hold in the repository, with every file of src looked at', () => {
    expect(clean.findings).toEqual([]);
    expect(clean.files).toBeGreaterThan(20);
  });

  test('have a seeded violation for each rule', () => {
    const names = (rules.forbidden ?? []).map((rule) => rule.name);
    expect(Object.keys(seeds).sort()).toEqual(['every-file-seen', 'known-folder', ...names].sort());
  });

  test.each(Object.entries(seeds))('%s catches its violation and says what to do', (rule, [file]) => {
    const finding = broken.findings.find((candidate) => candidate.rule === rule && candidate.file === file);
    expect(finding?.advice).toMatch(/^[A-Za-z].{20,}\.$/);
  });
});
