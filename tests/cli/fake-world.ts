import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import type { World } from '../../src/cli/world.ts';

/** A world in memory: its files are a record of path to text; the shipped rule sets are read from the disk. */
export interface FakeWorld extends World {
  readonly files: Map<string, string>;
  readonly printed: () => { stdout: string; stderr: string };
}

export interface FakeWorldOptions extends Partial<Omit<World, 'stdin'>> {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

export function fakeWorld({ files: given = {}, stdin = '', ...overrides }: FakeWorldOptions = {}): FakeWorld {
  const files = new Map(Object.entries(given));
  const stdout = collector();
  const stderr = collector();
  return {
    env: {},
    cwd: '/home/clinician',
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    stdinIsTTY: false,
    stdoutIsTTY: false,
    stderrIsTTY: false,
    columns: 80,
    readFile: async (path) => files.get(path) ?? readFile(path, 'utf8'),
    readDir: async (path) => {
      const folder = path.endsWith('/') ? path : `${path}/`;
      const names = [...files.keys()].filter((name) => name.startsWith(folder));
      return names.length > 0
        ? [...new Set(names.map((name) => name.slice(folder.length).split('/')[0] ?? ''))].sort()
        : (await readdir(path)).sort();
    },
    writeFile: async (path, text) => {
      files.set(path, text);
    },
    rename: async (from, to) => {
      files.set(to, files.get(from) ?? '');
      files.delete(from);
    },
    remove: async (path) => {
      files.delete(path);
    },
    makeDir: async () => {},
    openRead: (path) => {
      const text = files.get(path);
      return text === undefined ? createReadStream(path) : Readable.from([Buffer.from(text)]);
    },
    openWrite: (path, from = 0) => {
      const kept = Buffer.from(files.get(path) ?? '').subarray(0, from);
      return collector((text) => files.set(path, `${kept}${text}`)).stream;
    },
    fileState: async (path) => {
      const text = files.get(path);
      return text === undefined ? undefined : { size: Buffer.byteLength(text), changedAt: 0 };
    },
    git: async () => undefined,
    onInterrupt: () => () => {},
    onTermination: () => () => {},
    now: () => new Date('2026-01-15T09:00:00Z'),
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    randomId: () => 'case-0001',
    ...overrides,
    files,
    printed: () => ({ stdout: stdout.text(), stderr: stderr.text() }),
  };
}

function collector(onText: (text: string) => void = () => {}): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const text = () => Buffer.concat(chunks).toString('utf8');
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      onText(text());
      done();
    },
  });
  return { stream, text };
}
