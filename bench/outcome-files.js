/** Reads what the measured processes wrote, and holds it against each other, case by case. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** @typedef {Record<string, string>} Outcome by the names of the columns, lists joined as in CSV */

/**
 * @param {string} path CSV in which nothing is quoted but empty texts, or NDJSON
 * @returns {AsyncGenerator<Outcome, void>}
 */
async function* outcomesOf(path) {
  const isNdjson = path.endsWith('.ndjson');
  /** @type {string[] | undefined} */
  let columns;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (isNdjson) {
      yield Object.fromEntries(Object.entries(JSON.parse(line)).map(([name, value]) => [name, text(value)]));
    } else if (columns === undefined) {
      columns = line.split(',');
    } else {
      const cells = line.split(',');
      /** @type {Outcome} */
      const outcome = {};
      for (const [index, name] of columns.entries()) {
        const cell = cells[index] ?? '';
        outcome[name] = cell === '""' ? '' : cell;
      }
      yield outcome;
    }
  }
}

/** @param {unknown} value @returns {string} */
function text(value) {
  if (!Array.isArray(value)) return String(value ?? '');
  return value.map((item) => (Array.isArray(item) ? item.join('|') : String(item))).join(';');
}

/**
 * Compares every column that both files have.
 *
 * @param {string} reference
 * @param {string} other it may end earlier
 * @returns {Promise<number>} how many cases the other one holds
 * @throws where one case comes out otherwise
 */
export async function countSameOutcomes(reference, other) {
  const expected = outcomesOf(reference);
  let cases = 0;
  for await (const outcome of outcomesOf(other)) {
    const { value } = await expected.next();
    for (const [column, given] of Object.entries(outcome)) {
      const wanted = value?.[column];
      if (wanted === undefined && column !== 'id') continue;
      if (given !== wanted) {
        throw new Error(`${other}: ${outcome['id']} has \`${given}\` as ${column}, not \`${wanted}\``);
      }
    }
    cases++;
  }
  await expected.return();
  return cases;
}

/**
 * @param {string} path
 * @returns {Promise<[string, number][]>} which part of all cases is at each level, the largest first
 */
export async function levelShares(path) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  let cases = 0;
  for await (const { level = '' } of outcomesOf(path)) {
    counts.set(level, (counts.get(level) ?? 0) + 1);
    cases++;
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([level, count]) => [level, count / cases]);
}
