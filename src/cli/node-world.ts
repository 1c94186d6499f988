import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BUILD_ID } from './build-id.ts';
import { builtin } from './builtin.ts';
import type { World } from './world.ts';

/** The machine the program runs on. */
export function nodeWorld(): World {
  const cwd = process.cwd();
  const at = (path: string) => resolve(cwd, path);
  return {
    ...(BUILD_ID === undefined ? {} : { build: BUILD_ID }),
    env: process.env,
    cwd,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    stdinIsTTY: process.stdin.isTTY === true,
    stdoutIsTTY: process.stdout.isTTY === true,
    stderrIsTTY: process.stderr.isTTY === true,
    columns: process.stdout.columns || process.stderr.columns || 80,
    ...(process.stdout.isTTY && process.stdout.rows ? { rows: process.stdout.rows } : {}),
    readFile: (path) => readFile(at(path), 'utf8'),
    readDir: async (path) => (await readdir(at(path))).sort(),
    // A file that is for its owner alone is one that must not be lost: it outlasts a power cut.
    writeFile: (path, text, mode) =>
      writeFile(at(path), text, mode === undefined ? {} : { mode, flush: true }),
    rename: (from, to) => rename(at(from), at(to)),
    remove: (path) => rm(at(path), { force: true }),
    makeDir: async (path) => {
      await mkdir(at(path), { recursive: true, mode: 0o700 });
    },
    openRead: (path) => createReadStream(at(path)),
    openWrite: (path) => createWriteStream(at(path)),
    git: async (args) => (await import('./run-git.ts')).runGit(args, cwd),
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
    now: () => new Date(),
    sha256: (text) => builtin.crypto().createHash('sha256').update(text, 'utf8').digest('hex'),
    randomId: () => builtin.crypto().randomUUID(),
  };
}
