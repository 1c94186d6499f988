/**
 * Reads a file in one of several ways and does nothing with it: a process of its own for each measured way.
 *
 *     node bench/processes/read.js WAY FILE [READERS RULE_SET]
 *
 * READERS is the module with carestep's own readers, RULE_SET the rule set as JSON.
 */
import { createReadStream, readFileSync } from 'node:fs';

/** As many as carestep reads at once. */
const BYTES_A_CHUNK = 2 ** 19;

const [way = '', path = '', ownReaders = '', ruleSet = ''] = process.argv.slice(2);

const WAYS = new Map([
  ['bytes', readBytes],
  ['lines', countLines],
  ['codes', readCodes],
  ['rows', readRows],
  ['csv-parse', parseCsv],
  ['JSON.parse', parseJson],
]);
const read = WAYS.get(way);
if (read === undefined) throw new Error(`there is no way \`${way}\` to read`);
process.stdout.write(`${await read()}\n`);

function open() {
  return createReadStream(path, { highWaterMark: BYTES_A_CHUNK });
}

async function readBytes() {
  let bytes = 0;
  for await (const chunk of open()) bytes += chunk.length;
  return bytes;
}

async function countLines() {
  let lines = 0;
  for await (const chunk of open()) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
  }
  return lines;
}

/** The reader from bytes to the codes of answers, which `carestep score` uses. */
async function readCodes() {
  const { createReading, FilePieces, readBlocks } = await import(ownReaders);
  const reading = createReading(JSON.parse(readFileSync(ruleSet, 'utf8')));
  const source = { path, open: () => new FilePieces(path, BYTES_A_CHUNK) };
  let rows = 0;
  for await (const batch of readBlocks(source, reading, undefined, String)) {
    rows += batch.kind === 'block' ? batch.count : batch.rows.length;
  }
  return rows;
}

/** The full reader, which it falls back to for the rows that the other one does not take. */
async function readRows() {
  const { createReading, readCases } = await import(ownReaders);
  const reading = createReading(JSON.parse(readFileSync(ruleSet, 'utf8')));
  let rows = 0;
  for await (const batch of readCases([{ path, open }], reading)) rows += batch.length;
  return rows;
}

async function parseCsv() {
  const { parse } = await import('csv-parse');
  let rows = 0;
  for await (const _ of open().pipe(parse())) rows++;
  return rows;
}

async function parseJson() {
  let rows = 0;
  let rest = '';
  for await (const chunk of open().setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (JSON.parse(line).id !== undefined) rows++;
  }
  return rows;
}
