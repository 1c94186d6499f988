import {
  createReadStream,
  createWriteStream,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { BUILD_ID } from './build-id.ts';
import { builtin } from './builtin.ts';
import type { FileState, WorkerThread, World } from './world.ts';

/** Bytes of a file that are read at once: as many as make about a thousand cases. */
const READ_AT_ONCE = 2 ** 18;

/** Bytes that may wait to be written while the next cases are scored. */
const WRITE_AHEAD = 2 ** 20;

/** The machine the program runs on. */
export function nodeWorld(): World {
  const cwd = process.cwd();
  const at = (path: string) => resolve(cwd, path);
  return {
    ...(BUILD_ID === undefined ? {} : { build: BUILD_ID, startWorker }),
    env: process.env,
    cwd,
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    get stdinIsTTY() {
      return process.stdin.isTTY === true;
    },
    stdoutIsTTY: process.stdout.isTTY === true,
    stderrIsTTY: process.stderr.isTTY === true,
    columns: process.stdout.columns || process.stderr.columns || 80,
    ...(process.stdout.isTTY && process.stdout.rows ? { rows: process.stdout.rows } : {}),
    readFile: (path) => fileText(at(path)),
    readDir: async (path) => readdirSync(at(path)).sort(),
    // A file that is for its owner alone is one that must not be lost: it outlasts a power cut.
    writeFile: (path, text, mode) =>
      builtin.files().writeFile(at(path), text, mode === undefined ? {} : { mode, flush: true }),
    rename: (from, to) => builtin.files().rename(at(from), at(to)),
    remove: (path) => builtin.files().rm(at(path), { force: true }),
    makeDir: async (path) => {
      await builtin.files().mkdir(at(path), { recursive: true, mode: 0o700 });
    },
    openRead: (path) => wholeIfSmall(at(path)) ?? createReadStream(at(path), { highWaterMark: READ_AT_ONCE }),
    openWrite: (path, from) => {
      if (from === undefined) return createWriteStream(at(path), { highWaterMark: WRITE_AHEAD });
      truncateSync(at(path), from);
      return createWriteStream(at(path), { flags: 'r+', start: from, highWaterMark: WRITE_AHEAD });
    },
    fileState: (path) => fileState(at(path)),
    git: async (args) => (await import('./run-git.ts')).runGit(args, cwd),
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
    onTermination: (listener) => {
      process.on('SIGTERM', listener);
      return () => process.off('SIGTERM', listener);
    },
    now: () => new Date(),
    checksum: (text) => builtin.zlib().crc32(text),
    sha256: (text) => builtin.crypto().createHash('sha256').update(text, 'utf8').digest('hex'),
    randomId: () => builtin.crypto().randomUUID(),
  };
}

function startWorker(part: string, start: unknown): WorkerThread {
  const { Worker } = builtin.workerThreads();
  // The parts of the built program lie side by side.
  const worker = new Worker(new URL(`./${part}.js`, import.meta.url), { workerData: start });
  return {
    post: (message, moved) => worker.postMessage(message, moved),
    onMessage: (listener) => void worker.on('message', listener),
    onError: (listener) => void worker.on('error', listener),
    stop: () => void worker.terminate(),
  };
}

/** What is read whole is small, and there read at once: a way through the thread pool takes several times as long. */
async function fileText(path: string): Promise<string> {
  return statSync(path).isFile() ? readFileSync(path, 'utf8') : builtin.files().readFile(path, 'utf8');
}

/** A file of few cases at once, without a stream; undefined for any other, and for one that cannot be read. */
function wholeIfSmall(path: string): (AsyncIterable<Uint8Array> & { bytesRead: number }) | undefined {
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > READ_AT_ONCE) return undefined;
    const bytes = readFileSync(path);
    return {
      bytesRead: bytes.length,
      async *[Symbol.asyncIterator]() {
        yield bytes;
      },
    };
  } catch {
    return undefined;
  }
}

async function fileState(path: string): Promise<FileState | undefined> {
  try {
    const found = statSync(path);
    return { ...(found.isFile() && { size: found.size }), changedAt: found.mtimeMs };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
