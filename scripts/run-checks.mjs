/**
 * Runs the checks of the project one after the other and counts what passed and what failed.
 *
 *     node scripts/run-checks.mjs [--only STEP,STEP] [--report FILE]
 *
 * Every step runs on the Node that runs this script. `--report` writes the counts and the failures as JSON, for scripts/sum-reports.mjs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { testCounts } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const root = resolve(import.meta.dirname, '..');
const installed = createRequire(import.meta.url);

// knip's parser loads ES modules with require, which Node 20.17 does behind this flag only.
const requireEsModules = ['--experimental-require-module', '--disable-warning=ExperimentalWarning'];

/** Each step: what Node is told to run. */
const STEPS = /** @satisfies {Record<string, readonly string[]>} */ ({
  build: [join(root, 'scripts/build.mjs')],
  types: [program('typescript', 'tsc'), '-p', 'tsconfig.json'],
  lint: [program('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.'],
  layers: [join(root, 'scripts/check-layers.mjs')],
  unused: [...requireEsModules, program('knip', 'knip')],
  tests: [program('vitest', 'vitest'), 'run'],
  machine: [program('vitest', 'vitest'), 'run', '--project', 'machine'],
});

const { values } = parseArgs({ options: { only: { type: 'string' }, report: { type: 'string' } } });
// `machine` is a part of `tests`, for the versions of Node on which the rest comes out the same.
const wanted = values.only?.split(',') ?? Object.keys(STEPS).filter((name) => name !== 'machine');
const unknown = wanted.filter((name) => !Object.keys(STEPS).includes(name));
if (unknown.length > 0) throw new Error(`there is no step ${unknown.join(', ')}`);

/** @type {Record<string, Counts>} */
const counts = {};
for (const [name, command] of Object.entries(STEPS)) {
  if (!wanted.includes(name)) continue;
  process.stdout.write(`\n== ${name} (Node ${process.versions.node})\n`);
  counts[name] = command[0] === STEPS.tests[0] ? runTests(command) : runOne(name, command);
}

const total = sum(Object.values(counts));
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(total));
for (const [name, { passed, failed }] of Object.entries(counts)) {
  process.stdout.write(
    `${name.padEnd(8)} ${failed === 0 ? 'passed' : 'FAILED'} (${passed} passed, ${failed} failed)\n`,
  );
}
for (const what of total.failures) process.stdout.write(`FAILED: ${what}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {readonly string[]} command
 * @returns {Counts} one check, by its exit code
 */
function runOne(name, command) {
  const status = run(command);
  return status === 0 ? { passed: 1, failed: 0, failures: [] } : failure(`${name} ended with ${status}`);
}

/**
 * @param {string} what
 * @returns {Counts}
 */
function failure(what) {
  return { passed: 0, failed: 1, failures: [what] };
}

/**
 * @param {readonly string[]} command
 * @returns {Counts} every test, by vitest's own report
 */
function runTests(command) {
  const folder = mkdtempSync(join(tmpdir(), 'carestep-report-'));
  const file = join(folder, 'vitest.json');
  const status = run([...command, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  try {
    return testCounts(readFileSync(file, 'utf8'), status);
  } catch (error) {
    return failure(`the test report cannot be read: ${String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} command */
function run(command) {
  return spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status;
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
function sum(parts) {
  return {
    passed: parts.reduce((total, part) => total + part.passed, 0),
    failed: parts.reduce((total, part) => total + part.failed, 0),
    failures: parts.flatMap((part) => part.failures.map((what) => `Node ${process.versions.node}: ${what}`)),
  };
}

/**
 * @param {string} name an installed package
 * @param {string} command one of the commands it offers
 */
function program(name, command) {
  const folder = packageFolder(name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** @param {string} name */
function packageFolder(name) {
  const folders = installed.resolve.paths(name) ?? [];
  for (const folder of folders) {
    try {
      return dirname(installed.resolve(join(folder, name, 'package.json')));
    } catch {
      // not in this folder: look in the next one up
    }
  }
  throw new Error(`${name} is not installed: run npm ci`);
}
