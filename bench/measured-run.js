/** Runs one command line as a process of its own and says how long it took and how much memory it held at most. */
import { spawn } from 'node:child_process';

/** Makes the measured process say its own peak, in kilobytes, as the last thing it does. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  'import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))',
)}`;

/** @typedef {{ code: number | null, seconds: number, peak: number, output: string }} Run peak in megabytes */

/**
 * @param {readonly string[]} args what Node is told to run
 * @returns {Promise<Run>}
 */
export function measuredRun(args) {
  // Extra certificates are read at every start, which would be measured as ours.
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_PEAK, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let kilobytes = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  child.stdio[3]?.on('data', (text) => {
    kilobytes += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - start) / 1000;
      resolve({ code, seconds, peak: Number(kilobytes) / 1024, output });
    });
  });
}
