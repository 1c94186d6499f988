import type { Transform } from 'node:stream';
import { BrokenInput } from '../batch/broken-input.ts';
import type { Problem } from '../batch/case-row.ts';
import { builtin } from './builtin.ts';
import { Piecewise, pieces } from './piecewise.ts';

/** Bytes as streams give them. */
export type Bytes = AsyncIterable<Uint8Array | string>;

/** How compressed bytes begin, whatever the file is called. */
const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
/** Files that are no text and that have a way of their own to be read. */
const OTHERS = [
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'a zip archive or an Excel file', end: '.xlsx' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: 'an Excel file of the old kind', end: '.xlsx' },
  { magic: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file', end: '.parquet' },
] as const;

/**
 * The bytes of a file as they were before gzip or zstd. How they begin tells, not the name. What can be read is
 * handed on before an error: then a `BrokenInput` names the line that was reached.
 */
export async function* decompressed(bytes: Bytes): AsyncGenerator<Uint8Array | string, void> {
  const chunks = bytes[Symbol.asyncIterator]();
  try {
    const start = await firstBytes(chunks);
    const rest = startingWith(start, chunks);
    const other = OTHERS.find(({ magic }) => beginsWith(start, magic));
    if (other !== undefined) throw new BrokenInput(notText(other));
    if (beginsWith(start, GZIP)) yield* unpacked(rest, 'gzip', () => builtin.zlib().createGunzip());
    else if (beginsWith(start, ZSTD)) yield* unpacked(rest, 'zstd', createUnzstd);
    else yield* rest;
  } finally {
    await chunks.return?.();
  }
}

async function firstBytes(chunks: AsyncIterator<Uint8Array | string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let length = 0; length < ZSTD.length; ) {
    const next = await chunks.next();
    if (next.done === true) break;
    const part = asBuffer(next.value);
    parts.push(part);
    length += part.length;
  }
  return Buffer.concat(parts);
}

async function* startingWith(start: Buffer, rest: AsyncIterator<Uint8Array | string>): Bytes {
  if (start.length > 0) yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function asBuffer(bytes: Uint8Array | string): Buffer {
  if (typeof bytes === 'string') return Buffer.from(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Several compressed texts may follow each other: zlib sees to that for gzip, and here it is done for zstd. */
async function* unpacked(
  bytes: Bytes,
  kind: 'gzip' | 'zstd',
  create: () => Transform,
): AsyncGenerator<Uint8Array, void> {
  let line = 1;
  let reader = new Piecewise(create());
  async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
    for await (const chunk of chunks) {
      line += lineFeeds(chunk);
      yield chunk;
    }
    if (reader.failure !== undefined) throw new BrokenInput(brokenOff(kind, reader.failure, line));
  }
  async function* read(piece: Buffer): AsyncGenerator<Buffer, void> {
    const before = reader.unread;
    yield* counted(reader.feed(piece));
    const rest = piece.subarray(piece.length - (reader.unread - before));
    // Tapes and disks fill their blocks with zeros, which mean nothing.
    if (rest.every((byte) => byte === 0)) return;
    if (kind !== 'zstd' || !beginsWith(rest, ZSTD)) throw new BrokenInput(trailing(kind, line));
    reader.close();
    reader = new Piecewise(create());
    yield* read(rest);
  }
  try {
    for await (const chunk of bytes) {
      for (const piece of pieces(asBuffer(chunk))) yield* read(piece);
    }
    if (kind === 'gzip') yield* counted(reader.finish());
    else if (!(await isWhole(reader))) throw new BrokenInput(cutShort(kind, line));
  } finally {
    reader.close();
  }
}

/**
 * Node 22 takes the end of the bytes for the end of the text. So more bytes are added that begin no text: after a
 * whole text zstd says just that, and within one it takes them for something else.
 */
async function isWhole(reader: Piecewise): Promise<boolean> {
  for await (const chunk of reader.feed(Buffer.alloc(16, 'end'))) if (chunk.length > 0) return false;
  const { failure } = reader;
  return (
    reader.hasEnded ||
    (failure !== undefined && 'code' in failure && failure.code === 'ZSTD_error_prefix_unknown')
  );
}

function lineFeeds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}

function brokenOff(kind: string, failure: Error, line: number): Problem {
  if ('code' in failure && failure.code === 'Z_BUF_ERROR') return cutShort(kind, line);
  return brokenFile(`the ${kind} file is damaged`, 'copy or download it again', line);
}

function cutShort(kind: string, line: number): Problem {
  return brokenFile(`the ${kind} file ends too early`, 'copy or download it again', line);
}

function trailing(kind: string, line: number): Problem {
  return brokenFile(
    `text that is not compressed follows the ${kind} file`,
    'compress each part, or none of them',
    line,
  );
}

function brokenFile(reason: string, help: string, line: number): Problem {
  return { line, column: 1, code: 'broken-file', reason, help };
}

function notText({ what, end }: (typeof OTHERS)[number]): Problem {
  const help = `if it is one that carestep reads, its name must end in \`${end}\``;
  return { line: 1, column: 1, code: 'not-a-text-file', reason: `the file is ${what}`, help };
}

interface WithZstd {
  readonly createZstdDecompress: () => Transform;
  readonly createZstdCompress: () => Transform;
}

/** Whether zlib has zstd: it does since Node 22.15. */
export function hasZstd(library: object): library is WithZstd {
  return 'createZstdDecompress' in library && 'createZstdCompress' in library;
}

function createUnzstd(): Transform {
  const zlib = builtin.zlib();
  if (hasZstd(zlib)) return zlib.createZstdDecompress();
  throw new BrokenInput({
    line: 1,
    column: 1,
    code: 'not-a-text-file',
    reason: `the file is compressed with zstd, which Node ${process.versions.node} cannot read`,
    help: 'use Node 22.15 or later, or unpack it first with `zstd -d`',
  });
}
