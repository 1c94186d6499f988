import type { Transform } from 'node:stream';
import { BrokenInput } from '../batch/broken-input.ts';
import type { Problem } from '../batch/case-row.ts';
import { builtin } from './builtin.ts';
import { asBuffer, type Bytes, beginsWith, ZSTD } from './leading-bytes.ts';
import { Piecewise, pieces } from './piecewise.ts';
import { hasZstd } from './zstd.ts';

/**
 * Compressed bytes as they were before. Several compressed texts may follow each other: zlib sees to that for gzip, and
 * here it is done for zstd.
 */
export async function* unpacked(bytes: Bytes, kind: 'gzip' | 'zstd'): AsyncGenerator<Uint8Array, void> {
  const create = kind === 'gzip' ? () => builtin.zlib().createGunzip() : createUnzstd;
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
