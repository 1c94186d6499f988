/** Runs one command line as a process of its own and says how long it took and how much memory it held at most. */
import { spawn, spawnSync } from 'node:child_process';

/** Makes the measured process say its own time and peak, in microseconds and kilobytes, as the last thing it does. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`,
)}`;

/**
 * @typedef {object} Run
 * @property {number | null} code
 * @property {number} seconds on the clock
 * @property {number} cpu seconds of the processor, of all threads, in the program and in the system for it
 * @property {number} peak in megabytes
 * @property {string} output
 */

/**
 * @param {readonly string[]} args what Node is told to run
 * @returns {Promise<Run>}
 */
export async function measuredRun(args) {
  // What the run before has left to be written to the disk would be written during this one. Not every system has `sync`.
  spawnSync('sync');
  const { usage, ...run } = await runNode(['--import', TELL_USAGE, ...args]);
  const { userCPUTime = 0, systemCPUTime = 0, maxRSS = 0 } = usage === '' ? {} : JSON.parse(usage);
  return { ...run, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 };
}

/**
 * Runs Node as it is, with nothing loaded to measure more than the clock: for what is over in no time.
 *
 * @param {readonly string[]} args
 */
export async function timedRun(args) {
  const { code, seconds, output } = await runNode(args);
  return { code, seconds, output };
}

/** @param {readonly string[]} args */
function runNode(args) {
  // Extra certificates are read at every start, which would be measured as ours.
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };
  const start = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  let output = '';
  let usage = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  child.stdio[3]?.on('data', (text) => {
    usage += text;
  });
  /** @type {Promise<{ code: number | null, seconds: number, output: string, usage: string }>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, seconds: (performance.now() - start) / 1000, output, usage });
    });
  });
  return ended;
}
