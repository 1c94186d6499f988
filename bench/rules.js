/**
 * Measures the commands that prove things about a rule set, whole process: on the shipped set, on a made-up one of
 * 60 questions and 150 rules, and on one made to be too large. Times are medians, told also as ratios to a Node
 * that does nothing, measured in turn. It needs the built program.
 *
 *     node bench/rules.js [--runs N]
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateRuleSet } from './generate-rule-set.js';
import { measuredRun } from './measured-run.js';

const BIN = resolve(import.meta.dirname, '../bin/carestep.js');
const ADULT = resolve(import.meta.dirname, '../rules/adult');

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'carestep-bench-'));
try {
  await measureAdult();
  await measureMadeUp('60 questions, 150 rules', { questions: 60, rules: 150, reach: 4 }, runs);
  await measureMadeUp('too large', { questions: 60, rules: 150, reach: 60 }, 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureAdult() {
  const changed = join(folder, 'changed');
  cpSync(ADULT, changed, { recursive: true });
  const file = join(changed, 'safety.yaml');
  const before = 'self_harm: { from: frequent }';
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) throw new Error('the threshold to change is not there any more');
  writeFileSync(file, text.replace(before, 'self_harm: { from: occasional }'));
  await compare(
    'adult',
    [
      ['--version'],
      ['explain', join(ADULT, 'examples/published.yaml'), '--id', 'fp-iop-1'],
      ['rules', 'check'],
      ['rules', 'verify'],
      ['rules', 'test'],
      ['rules', 'diff', ADULT, changed],
    ],
    runs,
  );
}

/**
 * @param {string} name
 * @param {import('./generate-rule-set.js').Size} size
 * @param {number} times
 */
async function measureMadeUp(name, size, times) {
  const rules = join(folder, name.replaceAll(/\W+/g, '-'));
  generateRuleSet(rules, size);
  const changed = `${rules}-changed`;
  cpSync(rules, changed, { recursive: true });
  const file = join(changed, 'made-up.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('at_least: iop', 'at_least: php'));
  await compare(
    name,
    [
      ['rules', 'check', '--rules', rules],
      ['rules', 'verify', '--rules', rules],
      ['rules', 'test', '--rules', rules],
      ['rules', 'diff', rules, changed],
    ],
    times,
  );
}

/**
 * @param {string} name
 * @param {readonly (readonly string[])[]} commands
 * @param {number} times
 */
async function compare(name, commands, times) {
  process.stdout.write(`\n${name}\n`);
  const all = [['-e', '0'], ...commands.map((command) => [BIN, ...command])];
  const results = all.map(() => /** @type {import('./measured-run.js').Run[]} */ ([]));
  for (let time = 0; time < times; time++) {
    for (const [place, args] of all.entries()) results[place]?.push(await measuredRun(args));
  }
  const floor = median(results[0]?.map((run) => run.seconds) ?? []);
  for (const [place, command] of commands.entries()) {
    const own = results[place + 1] ?? [];
    const seconds = median(own.map((run) => run.seconds));
    const peak = Math.max(...own.map((run) => run.peak));
    const words = command.map((word) => word.replace(/.*\//, '')).join(' ');
    process.stdout.write(
      `  ${words.padEnd(44)} ${(seconds * 1000).toFixed(0).padStart(6)} ms  ${(seconds / floor).toFixed(1).padStart(5)} x  ` +
        `${peak.toFixed(0).padStart(4)} MB  exit ${own[0]?.code}\n`,
    );
    if (own[0]?.code === 2) process.stdout.write(`    ${own[0].output.trim().split('\n').join('\n    ')}\n`);
  }
  process.stdout.write(`  node -e 0: ${(floor * 1000).toFixed(0)} ms\n`);
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
