/**
 * Measures `carestep score` on 10,000 and on 1,000,000 made-up cases, CSV to CSV: throughput, peak memory, and the
 * ratio of the two peaks. It needs the built program.
 *
 *     node bench/score.js [CASES ...] [--open SHARE]
 *
 * `--open 0.1` leaves one answer in ten blank.
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { generateCases } from './generate-cases.js';
import { measuredRun } from './measured-run.js';

const BIN = resolve(import.meta.dirname, '../bin/carestep.js');
/** What the table of ids may hold for each row, apart from the memory that must stay flat. */
const ID_BYTES = 16;
const { values, positionals } = parseArgs({
  options: { open: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 1_000_000];
const folder = mkdtempSync(join(tmpdir(), 'carestep-bench-'));
try {
  const peaks = [];
  for (const size of sizes) peaks.push(await measure(size));
  const [first, last] = [peaks[0] ?? Number.NaN, peaks.at(-1) ?? Number.NaN];
  process.stdout.write(`peak memory apart from the ids, last to first: ${(last / first).toFixed(2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {number} size how many cases
 * @returns {Promise<number>} the peak in megabytes, without what the ids may take
 */
async function measure(size) {
  const input = join(folder, `cases-${size}.csv`);
  const output = join(folder, `outcomes-${size}.csv`);
  await generateCases(input, size, Number(values.open));
  const { code, seconds, peak, output: said } = await measuredRun([BIN, 'score', input, '--out', output]);
  if (code !== 0) throw new Error(`carestep ended with ${code}: ${said}`);
  const levels = await countLevels(output);
  const flat = peak - (ID_BYTES * size) / 2 ** 20;
  process.stdout.write(
    `${size} cases: ${seconds.toFixed(1)} s, ${Math.round(size / seconds)} cases/s, ` +
      `peak ${peak.toFixed(0)} MB (${flat.toFixed(0)} MB apart from the ids)\n` +
      `  ${levels.map(([level, count]) => `${level || 'open'} ${((100 * count) / size).toFixed(1)} %`).join(', ')}\n`,
  );
  return flat;
}

/**
 * @param {string} output
 * @returns {Promise<[string, number][]>} how many cases got each level
 */
async function countLevels(output) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  let isHeader = true;
  for await (const line of createInterface({ input: createReadStream(output) })) {
    const level = line.split(',', 2)[1] ?? '';
    if (!isHeader) counts.set(level, (counts.get(level) ?? 0) + 1);
    isHeader = false;
  }
  return [...counts].sort();
}
