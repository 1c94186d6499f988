/** Everything that the measured processes read, made once in one folder. */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { build } from 'esbuild';
import { generateCases } from './generate-cases.js';

const ROOT = resolve(import.meta.dirname, '..');
export const BIN = join(ROOT, 'bin/carestep.js');

/** What one answer in so many is left blank where a file is to hold open cases. */
const OPEN_SHARE = 0.1;

/**
 * @typedef {object} PreparedFiles
 * @property {number} questions how many each case answers
 * @property {string} csv
 * @property {string} ndjson the same cases
 * @property {string} openCsv cases of which one answer in ten is blank
 * @property {string} fewCsv the first of the cases, for what is too slow for all
 * @property {string} oneCsv the first case alone
 * @property {string} ruleSet the checked rule set as JSON
 * @property {string} readers a module with carestep's readers, which the built program holds in one piece with all else
 * @property {string} sql the exported SELECT, for DuckDB
 * @property {string} identity what carestep puts into the column `rule_set`
 */

/**
 * @param {string} folder
 * @param {{ count: number, few: number }} sizes
 * @returns {Promise<PreparedFiles>}
 */
export async function prepareFiles(folder, { count, few }) {
  /** @param {string} name */
  const at = (name) => join(folder, name);
  const csv = at('cases.csv');
  const questions = await generateCases(csv, count);
  const ndjson = at('cases.ndjson');
  await generateCases(ndjson, count);
  const openCsv = at('open-cases.csv');
  await generateCases(openCsv, count, { openShare: OPEN_SHARE });
  const fewCsv = at('few-cases.csv');
  await copyLines(csv, fewCsv, few + 1);
  const oneCsv = at('one-case.csv');
  await copyLines(csv, oneCsv, 2);
  const readers = at('readers.mjs');
  await bundle(
    `export { readBlocks } from './src/batch/fast/read-blocks.ts';
    export { readCases } from './src/batch/read-cases.ts';
    export { createReading } from './src/batch/reading.ts';
    export { FilePieces } from './src/cli/file-pieces.ts';`,
    readers,
  );
  const ruleSet = at('rule-set.json');
  writeFileSync(ruleSet, JSON.stringify(await checkedRuleSet(at('load.mjs'))));
  const sql = at('score.sql');
  carestep(['export', 'sql', '--dialect', 'duckdb', '--table', 'cases', '--out', sql]);
  const identity = carestep(['score', oneCsv, '--format', 'csv']).trim().split(',').at(-1) ?? '';
  return { questions, csv, ndjson, openCsv, fewCsv, oneCsv, ruleSet, readers, sql, identity };
}

/**
 * @param {string} from
 * @param {string} to
 * @param {number} count
 */
async function copyLines(from, to, count) {
  async function* lines() {
    let copied = 0;
    for await (const line of createInterface({ input: createReadStream(from) })) {
      yield `${line}\n`;
      copied++;
      if (copied === count) return;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(to));
}

/** @param {string} outfile */
async function checkedRuleSet(outfile) {
  await bundle(`export { loadRuleSet } from './src/rule-set/load.ts';`, outfile);
  const { loadRuleSet } = await import(outfile);
  const rules = join(ROOT, 'rules/adult');
  const files = readdirSync(rules)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: join(rules, name), text: readFileSync(join(rules, name), 'utf8') }));
  return loadRuleSet(files).ruleSet;
}

/**
 * @param {string} contents
 * @param {string} outfile
 */
async function bundle(contents, outfile) {
  await build({
    stdin: { contents, resolveDir: ROOT },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.17',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}

/** @param {readonly string[]} args */
function carestep(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`carestep ended with ${status}, is it built? ${stderr}`);
  return stdout;
}
