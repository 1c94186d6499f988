/**
 * Measures `carestep score` beside the floor, parsers, DuckDB and other rule engines, on the same made-up cases: whole
 * processes, in turn, medians. What they write is held against each other case by case. It needs the built program.
 *
 *     node bench/compare.js [CASES] [--quick] [--large] [--rounds N] [--write PAGE]
 *
 * `--quick` takes 50,000 cases, `--large` adds ten times as many, `--write` puts the tables into a page.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figure, machineKind, median, tableMarkdown, tableText, withFigures } from './comparison-text.js';
import { contestants, NAMES } from './contestants.js';
import { generateCases } from './generate-cases.js';
import { measuredRun, timedRun } from './measured-run.js';
import { countSameOutcomes, levelShares } from './outcome-files.js';
import { BIN, prepareFiles } from './prepared-files.js';

/** @typedef {import('./contestants.js').Contestant} Contestant */
/** @typedef {import('./comparison-text.js').Table} Table */
/** @typedef {{ seconds: number, cpu: number, peak: number }} Figures */

const PEERS = join(import.meta.dirname, 'peers');
const STARTS = 15;
/** Engines that take a tenth of a millisecond for a case score one case in so many. */
const FEW_OF = 50;
const LEAST_SHARE = 0.15;
const TIMES_LARGER = 10;

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    write: { type: 'string' },
  },
  allowPositionals: true,
});
const count = Number(positionals[0] ?? (values.quick ? 50_000 : 1_000_000));
const few = Math.ceil(count / FEW_OF);
const rounds = Number(values.rounds);

installPeers();
const machine = machineKind();
const folder = mkdtempSync(join(tmpdir(), 'carestep-bench-'));
try {
  const files = await prepareFiles(folder, { count, few });
  const running = contestants(folder, files);
  const figures = await measureInTurn(running);
  const shares = await checkedShares(running);
  const about =
    `${count.toLocaleString('en-US')} cases of ${files.questions} answers (${shares}); ${machine}; ` +
    `medians of ${rounds} rounds.\n`;
  process.stdout.write(`\n${about}`);
  const tables = [...groupTables(running, figures), ratioTable(running, figures)];
  process.stdout.write(tables.map(tableText).join(''));
  /** @param {Table} table */
  const tell = (table) => {
    process.stdout.write(tableText(table));
    tables.push(table);
  };
  tell(await startTable(files.oneCsv));
  if (values.large) tell(await largeTable(figuresOf(running, figures, 'CSV', NAMES.oneJob)));
  if (values.write !== undefined) {
    const page = readFileSync(values.write, 'utf8');
    writeFileSync(values.write, withFigures(page, `\n${about}${tables.map(tableMarkdown).join('')}`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The other engines are installed apart, so that those who measure nothing do not load them. */
function installPeers() {
  if (existsSync(join(PEERS, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', PEERS], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('the other engines could not be installed');
}

/**
 * @param {readonly Contestant[]} running
 * @returns {Promise<Figures[]>} the medians of each, for all cases
 */
async function measureInTurn(running) {
  /** @type {Figures[][]} */
  const measured = running.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contestant] of running.entries()) {
      if (contestant.isOnce && round > 0) continue;
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[Kround ${round + 1}: ${contestant.name}`);
      measured[index]?.push(await forAllCases(contestant));
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return measured.map(medians);
}

/**
 * @param {Contestant} contestant
 * @returns {Promise<Figures>} from fewer cases scaled up, but for what it takes to start
 */
async function forAllCases(contestant) {
  // To replace a large file takes time as well: each round writes a new one.
  if (contestant.outcomes !== undefined) rmSync(contestant.outcomes, { force: true });
  const own = await succeeding(contestant.args);
  if (contestant.start === undefined) return own;
  const start = await succeeding(contestant.start);
  /** @param {number} whole @param {number} once */
  const scaled = (whole, once) => once + ((whole - once) * count) / few;
  return { seconds: scaled(own.seconds, start.seconds), cpu: scaled(own.cpu, start.cpu), peak: own.peak };
}

/** @param {readonly string[]} args */
async function succeeding(args) {
  const run = await measuredRun(args);
  if (run.code !== 0) throw new Error(`${args.join(' ')} ended with ${run.code}: ${run.output}`);
  return run;
}

/**
 * @param {readonly Figures[]} runs
 * @returns {Figures}
 */
function medians(runs) {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    peak: median(runs.map(({ peak }) => peak)),
  };
}

/**
 * Holds what each wrote against what carestep wrote.
 *
 * @param {readonly Contestant[]} running
 * @returns {Promise<string>} how many cases are at each level
 */
async function checkedShares(running) {
  const writing = running.filter(({ outcomes }) => outcomes !== undefined);
  const reference = writing[0]?.outcomes ?? '';
  for (const contestant of writing.slice(1)) {
    const wanted = contestant.start === undefined ? count : few;
    const same = await countSameOutcomes(reference, contestant.outcomes ?? '');
    if (same !== wanted) throw new Error(`${contestant.name} wrote ${same} cases, not ${wanted}`);
  }
  const shares = await levelShares(reference);
  const rare = shares.find(([, share]) => share < LEAST_SHARE);
  if (rare !== undefined) throw new Error(`fewer than ${100 * LEAST_SHARE} % of the cases are ${rare[0]}`);
  return shares.map(([level, share]) => `${level} ${(100 * share).toFixed(0)} %`).join(', ');
}

/**
 * @param {readonly Contestant[]} running
 * @param {readonly Figures[]} figures
 * @returns {Table[]}
 */
function groupTables(running, figures) {
  return [...new Set(running.map(({ group }) => group))].map((group) => {
    const base = figuresOf(running, figures, group, NAMES.oneJob);
    const rows = running.flatMap((contestant, index) => {
      const own = figures[index];
      if (own === undefined || contestant.group !== group) return [];
      const name =
        contestant.start === undefined
          ? contestant.name
          : `${contestant.name} (from ${few.toLocaleString('en-US')} cases)`;
      const times = [own.seconds / base.seconds, own.cpu / base.cpu];
      return [[name, figure(own.seconds), figure(own.cpu), figure(own.peak), ...times.map(figure)]];
    });
    return { title: group, columns: ['', 'seconds', 'CPU seconds', 'peak MB', 'time ×', 'CPU ×'], rows };
  });
}

/**
 * @param {readonly Contestant[]} running
 * @param {readonly Figures[]} figures
 * @param {string} group
 * @param {string} name
 * @returns {Figures}
 */
function figuresOf(running, figures, group, name) {
  const own = figures[running.findIndex((one) => one.group === group && one.name === name)];
  if (own === undefined) throw new Error(`${name} was not measured on ${group}`);
  return own;
}

/**
 * @param {readonly Contestant[]} running
 * @param {readonly Figures[]} figures
 * @returns {Table}
 */
function ratioTable(running, figures) {
  /** @type {(name: string, over: string, under: string, aim: string, group?: string) => string[]} */
  const row = (name, over, under, aim, group = 'CSV') => {
    const [a, b] = [figuresOf(running, figures, group, over), figuresOf(running, figures, group, under)];
    return [name, figure(a.seconds / b.seconds), figure(a.cpu / b.cpu), aim];
  };
  const rows = [
    row('DuckDB to carestep, both on two threads', NAMES.duckdb, NAMES.twoJobs, 'at least 2'),
    row('DuckDB to carestep on one', NAMES.duckdb, NAMES.oneJob, 'at least 2'),
    row('carestep on two threads to its reader without scoring', NAMES.twoJobs, NAMES.reader, 'at most 1.6'),
    row('carestep on one to its reader without scoring', NAMES.oneJob, NAMES.reader, 'at most 1.6'),
    row('carestep to reading the bytes', NAMES.oneJob, NAMES.bytes, ''),
    row('NDJSON: carestep to JSON.parse alone', NAMES.oneJob, NAMES.jsonParse, 'at most 1.3', 'NDJSON'),
  ];
  return { title: 'Ratios', columns: ['', 'time', 'CPU', 'aim'], rows };
}

/**
 * @param {string} oneCsv
 * @returns {Promise<Table>}
 */
async function startTable(oneCsv) {
  const commands = [
    { name: 'node -e 0', args: ['-e', '0'], aim: '' },
    { name: 'carestep --version', args: [BIN, '--version'], aim: 'at most 1.5' },
    { name: 'carestep score, one case', args: [BIN, 'score', oneCsv], aim: 'at most 2' },
  ];
  /** @type {number[][]} */
  const seconds = commands.map(() => []);
  for (let start = 0; start < STARTS; start++) {
    for (const [index, { args }] of commands.entries()) seconds[index]?.push((await timedRun(args)).seconds);
  }
  const floor = median(seconds[0] ?? []);
  const rows = commands.map(({ name, aim }, index) => {
    const own = median(seconds[index] ?? []);
    return [name, figure(own * 1000), figure(own / floor), aim];
  });
  return { title: `Starting, medians of ${STARTS}`, columns: ['', 'ms', 'time ×', 'aim'], rows };
}

/**
 * @param {Figures} base what the usual number of cases takes with one job
 * @returns {Promise<Table>}
 */
async function largeTable(base) {
  const larger = TIMES_LARGER * count;
  const input = join(folder, 'large.csv');
  await generateCases(input, larger);
  const rows = [];
  for (const jobs of [1, 2]) {
    const outcomes = join(folder, `large-outcomes-${jobs}.csv`);
    const args = [BIN, 'score', input, '--out', outcomes, '--jobs', `${jobs}`];
    const own = await succeeding(args);
    const times = [own.seconds / base.seconds, own.cpu / base.cpu, own.peak / base.peak];
    rows.push([`carestep score --jobs ${jobs}`, ...[own.seconds, own.cpu, own.peak, ...times].map(figure)]);
  }
  const columns = ['', 'seconds', 'CPU seconds', 'peak MB', 'time ×', 'CPU ×', 'peak ×'];
  const title = `${larger.toLocaleString('en-US')} cases, against one job on ${count.toLocaleString('en-US')}`;
  return { title, columns, rows };
}
