import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { BUILD_ID } from './build-id.ts';
import { builtin } from './builtin.ts';
import { DirectOutput } from './direct-output.ts';
import { FilePieces } from './file-pieces.ts';
import type { FileState, OutputStream, WorkerThread, World } from './world.ts';

/** Bytes of a file that are read at once: as many as make about two thousand cases. */
const READ_AT_ONCE = 2 ** 19;

/** Bytes that may wait to be written while the next cases are scored. */
const WRITE_AHEAD = 2 ** 22;

/** The machine the program runs on. */
export function nodeWorld(): World {
  const cwd = process.cwd();
  const at = (path: string) => resolve(cwd, path);
  const stdout = terminal(1, () => process.stdout);
  const stderr = terminal(2, () => process.stderr);
  return {
    ...(BUILD_ID === undefined ? {} : { build: BUILD_ID, startWorker }),
    env: process.env,
    cwd,
    get stdin() {
      return process.stdin;
    },
    stdout: stdout ?? new DirectOutput(1, () => process.stdout),
    stderr: stderr ?? new DirectOutput(2, () => process.stderr),
    get stdinIsTTY() {
      return process.stdin.isTTY === true;
    },
    stdoutIsTTY: stdout !== undefined,
    stderrIsTTY: stderr !== undefined,
    columns: stdout?.columns || stderr?.columns || 80,
    ...(stdout?.rows ? { rows: stdout.rows } : {}),
    readFile: (path) => fileText(at(path)),
    readDir: async (path) => readdirSync(at(path)).sort(),
    // A file that is for its owner alone is one that must not be lost: it outlasts a power cut.
    writeFile: async (path, text, mode) =>
      writeFileSync(at(path), text, mode === undefined ? {} : { mode, flush: true }),
    rename: async (from, to) => renameSync(at(from), at(to)),
    remove: async (path) => rmSync(at(path), { force: true }),
    makeDir: async (path) => {
      mkdirSync(at(path), { recursive: true, mode: 0o700 });
    },
    openRead: (path) => ordinaryFile(at(path)) ?? createReadStream(at(path), { highWaterMark: READ_AT_ONCE }),
    openWrite: (path, from) => {
      if (from === undefined) return newFile(at(path));
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
    sha256: (text) => builtin.crypto().createHash('sha256').update(text, 'utf8').digest('hex'),
    randomId: () => builtin.crypto().randomUUID(),
  };
}

/** The stream of a terminal; undefined where the output goes elsewhere. All terminals are devices of characters. */
function terminal(file: number, open: () => NodeJS.WriteStream): NodeJS.WriteStream | undefined {
  if (!fstatSync(file).isCharacterDevice()) return undefined;
  const stream = open();
  return stream.isTTY ? stream : undefined;
}

/** A new or emptied file. Where it cannot be opened, its stream says so when it is written. */
function newFile(path: string): OutputStream {
  const file = openedFile(path);
  if (file === undefined) return createWriteStream(path);
  const stream = () => createWriteStream(path, { fd: file, highWaterMark: WRITE_AHEAD });
  return new DirectOutput(file, stream, () => closeSync(file));
}

function openedFile(path: string): number | undefined {
  try {
    return openSync(path, 'w');
  } catch {
    return undefined;
  }
}

function startWorker(part: string, start: unknown): WorkerThread {
  const { Worker } = builtin.workerThreads();
  // The parts of the built program lie side by side.
  const worker = new Worker(join(import.meta.dirname, `${part}.js`), { workerData: start });
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

/** An ordinary file without a stream, one of few cases at once; undefined for any other, and for one that cannot be read. */
function ordinaryFile(path: string): (AsyncIterable<Uint8Array> & { bytesRead: number }) | undefined {
  try {
    const found = statSync(path);
    if (!found.isFile()) return undefined;
    if (found.size > READ_AT_ONCE) return new FilePieces(path, READ_AT_ONCE);
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
