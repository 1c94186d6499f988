/** What is measured against what: the command line of each process. */
import { join } from 'node:path';
import { BIN } from './prepared-files.js';

/**
 * @typedef {object} Contestant
 * @property {'CSV' | 'NDJSON'} group what it reads
 * @property {string} name
 * @property {readonly string[]} args what Node is told to run
 * @property {string} [outcomes] the file it writes, which must say what carestep says
 * @property {readonly string[]} [start] the same for one case: it is too slow for all cases and scores few
 * @property {boolean} [isOnce] it takes part in one round only, because it is so slow that noise does not matter
 */

/** The names that ratios are told of. */
export const NAMES = /** @type {const} */ ({
  bytes: 'reading the bytes',
  reader: "carestep's reader, without scoring",
  oneJob: 'carestep score --jobs 1',
  twoJobs: 'carestep score --jobs 2',
  duckdb: 'DuckDB with the exported SQL',
  jsonParse: 'JSON.parse of each line, without scoring',
});

/**
 * @param {string} folder where outcomes go
 * @param {import('./prepared-files.js').PreparedFiles} files
 * @returns {Contestant[]} carestep with one job first among those that write outcomes
 */
export function contestants(folder, files) {
  const { csv, ndjson, openCsv, fewCsv, oneCsv, ruleSet, readers, sql, identity } = files;
  /** @param {string} way @param {string} path */
  const reading = (way, path) => [ours('processes/read.js'), way, path, readers, ruleSet];
  /** @param {string} input @param {string} name @param {readonly string[]} options */
  const scoring = (input, name, ...options) => {
    const outcomes = join(folder, name);
    return { args: [BIN, 'score', input, '--out', outcomes, ...options], outcomes };
  };
  /** @param {string} engine @param {string} cases @param {string} outcomes */
  const peer = (engine, cases, outcomes) => [ours(`peers/${engine}.js`), ruleSet, cases, outcomes, identity];
  /** @param {string} engine */
  const slowPeer = (engine) => {
    const outcomes = join(folder, `${engine}.csv`);
    const start = peer(engine, oneCsv, join(folder, 'start.csv'));
    return { args: peer(engine, fewCsv, outcomes), outcomes, start, isOnce: true };
  };
  const logic = join(folder, 'json-logic-engine.csv');
  const duckdb = join(folder, 'duckdb.csv');
  return [
    { group: 'CSV', name: NAMES.bytes, args: reading('bytes', csv) },
    { group: 'CSV', name: 'counting lines', args: reading('lines', csv) },
    { group: 'CSV', name: NAMES.reader, args: reading('codes', csv) },
    {
      group: 'CSV',
      name: 'its full reader, for what is not plain',
      args: reading('rows', csv),
      isOnce: true,
    },
    { group: 'CSV', name: 'csv-parse, without scoring', args: reading('csv-parse', csv), isOnce: true },
    { group: 'CSV', name: NAMES.oneJob, ...scoring(csv, 'one-job.csv', '--jobs', '1') },
    { group: 'CSV', name: NAMES.twoJobs, ...scoring(csv, 'two-jobs.csv', '--jobs', '2') },
    {
      group: 'CSV',
      name: 'the same, one answer in ten blank',
      args: [BIN, 'score', openCsv, '--out', join(folder, 'open.csv'), '--jobs', '1'],
      isOnce: true,
    },
    {
      group: 'CSV',
      name: NAMES.duckdb,
      args: [ours('processes/duckdb.js'), csv, duckdb, sql, ruleSet],
      outcomes: duckdb,
    },
    {
      group: 'CSV',
      name: 'carestep score --engine duckdb',
      ...scoring(csv, 'engine-duckdb.csv', '--engine', 'duckdb'),
    },
    {
      group: 'CSV',
      name: 'json-logic-engine, compiled',
      args: peer('json-logic-engine', csv, logic),
      outcomes: logic,
      isOnce: true,
    },
    { group: 'CSV', name: 'GoRules zen', ...slowPeer('zen-engine') },
    { group: 'CSV', name: 'json-rules-engine', ...slowPeer('json-rules-engine') },
    { group: 'NDJSON', name: NAMES.bytes, args: reading('bytes', ndjson) },
    { group: 'NDJSON', name: NAMES.reader, args: reading('codes', ndjson) },
    { group: 'NDJSON', name: NAMES.jsonParse, args: reading('JSON.parse', ndjson) },
    { group: 'NDJSON', name: NAMES.oneJob, ...scoring(ndjson, 'one-job.ndjson', '--jobs', '1') },
    { group: 'NDJSON', name: NAMES.twoJobs, ...scoring(ndjson, 'two-jobs.ndjson', '--jobs', '2') },
  ];
}

/** @param {string} path */
function ours(path) {
  return join(import.meta.dirname, path);
}
