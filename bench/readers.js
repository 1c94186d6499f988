/**
 * Measures reading alone, without scoring: from the bytes of 1,000,000 made-up cases to the codes of their answers,
 * beside reading the bytes, finding the line ends, the full reader, and the usual parsers. Times are medians of one
 * process; the full reader and csv-parse run once.
 *
 *     node bench/readers.js [CASES] [--runs N]
 */
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { build } from 'esbuild';
import { generateCases } from './generate-cases.js';

const BYTES_A_CHUNK = 2 ** 18;
const ROOT = resolve(import.meta.dirname, '..');

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const [size = 1_000_000] = positionals.map(Number);
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'carestep-bench-'));
try {
  const { createReading, loadRuleSet, readBlocks, readCases } = await import(await readers());
  const { ruleSet } = loadRuleSet(filesOfRuleSet());
  const reading = createReading(ruleSet);

  /** @param {string} path */
  const open = (path) => ({ path, open: () => createReadStream(path, { highWaterMark: BYTES_A_CHUNK }) });
  /** @param {string} path */
  const blocks = async (path) => {
    let rows = 0;
    for await (const batch of readBlocks(open(path), reading, undefined, String)) {
      rows += batch.kind === 'block' ? batch.count : batch.rows.length;
    }
    return rows;
  };
  /** @param {string} path */
  const full = async (path) => {
    let rows = 0;
    for await (const batch of readCases([open(path)], reading)) rows += batch.length;
    return rows;
  };

  const csv = join(folder, 'cases.csv');
  await generateCases(csv, size);
  await compare('CSV', csv, [
    ['bytes alone', runs, readBytes],
    ['line ends', runs, countLines],
    ['to codes, from bytes', runs, blocks],
    ['full reader', 1, full],
    ['csv-parse', 1, parseCsv],
  ]);
  const ndjson = join(folder, 'cases.ndjson');
  await writeNdjson(csv, ndjson);
  await compare('NDJSON', ndjson, [
    ['bytes alone', runs, readBytes],
    ['line ends', runs, countLines],
    ['to codes, from bytes', runs, blocks],
    ['JSON.parse a line', 1, parseJson],
    ['full reader', 1, full],
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns {Promise<string>} a module with the readers, which the built program holds in one piece with all else */
async function readers() {
  const outfile = join(folder, 'readers.mjs');
  await build({
    stdin: {
      contents: `
        export { readBlocks } from './src/batch/fast/read-blocks.ts';
        export { readCases } from './src/batch/read-cases.ts';
        export { createReading } from './src/batch/reading.ts';
        export { loadRuleSet } from './src/rule-set/load.ts';
      `,
      resolveDir: ROOT,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.17',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

function filesOfRuleSet() {
  const rules = join(ROOT, 'rules/adult');
  return readdirSync(rules)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: join(rules, name), text: readFileSync(join(rules, name), 'utf8') }));
}

/** @param {string} path */
async function readBytes(path) {
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: BYTES_A_CHUNK })) bytes += chunk.length;
  return bytes;
}

/** @param {string} path */
async function countLines(path) {
  let lines = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: BYTES_A_CHUNK })) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
  }
  return lines;
}

/** @param {string} path */
async function parseCsv(path) {
  let rows = 0;
  for await (const _ of createReadStream(path).pipe(parse())) rows++;
  return rows;
}

/** @param {string} path */
async function parseJson(path) {
  let rows = 0;
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: BYTES_A_CHUNK })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (JSON.parse(line).id !== undefined) rows++;
  }
  return rows;
}

/**
 * The same cases as NDJSON.
 *
 * @param {string} csv
 * @param {string} ndjson
 */
async function writeNdjson(csv, ndjson) {
  async function* lines() {
    /** @type {string[] | undefined} */
    let columns;
    let text = '';
    for await (const line of createInterface({ input: createReadStream(csv) })) {
      const cells = line.split(',');
      if (columns === undefined) columns = cells.slice(1);
      else {
        const answers = Object.fromEntries(columns.map((column, index) => [column, cells[index + 1]]));
        text += `${JSON.stringify({ id: cells[0], answers })}\n`;
      }
      if (text.length > BYTES_A_CHUNK) {
        yield text;
        text = '';
      }
    }
    yield text;
  }
  await pipeline(Readable.from(lines()), createWriteStream(ndjson));
}

/**
 * Runs the readers in turn and tells their medians, also as ratios to reading the bytes.
 *
 * @param {string} name
 * @param {string} path
 * @param {[string, number, (path: string) => Promise<number>][]} readers
 */
async function compare(name, path, readers) {
  process.stdout.write(`\n${name}: ${size} cases, ${(statSync(path).size / 1e6).toFixed(0)} MB\n`);
  /** @type {number[][]} */
  const seconds = readers.map(() => []);
  const counts = readers.map(() => 0);
  for (let run = 0; run < runs; run++) {
    for (const [index, [, times, read]] of readers.entries()) {
      if (run >= times) continue;
      const start = performance.now();
      counts[index] = await read(path);
      seconds[index]?.push((performance.now() - start) / 1000);
    }
  }
  const floor = median(seconds[0] ?? []);
  for (const [index, [reader]] of readers.entries()) {
    const own = median(seconds[index] ?? []);
    process.stdout.write(
      `  ${reader.padEnd(22)} ${own.toFixed(2).padStart(7)} s  ${(own / floor).toFixed(1).padStart(6)} x  ${counts[index]}\n`,
    );
  }
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
