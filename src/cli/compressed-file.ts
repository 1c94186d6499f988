import { type Transform, Writable } from 'node:stream';
import { builtin } from './builtin.ts';
import { UsageError } from './usage-error.ts';
import type { OutputStream } from './world.ts';
import { hasZstd } from './zstd.ts';

/**
 * A stream into `file` that compresses as the name says that the file will get: gzip for `.gz`, zstd for `.zst`, and
 * `file` itself for others. It is finished when the file is.
 *
 * @throws UsageError where this Node has no zstd.
 */
export function compressedFile(name: string, open: () => OutputStream): OutputStream {
  if (/\.gz$/i.test(name)) return through(builtin.zlib().createGzip(), open());
  return /\.zst$/i.test(name) ? through(createZstd(), open()) : open();
}

function createZstd(): Transform {
  const zlib = builtin.zlib();
  if (hasZstd(zlib)) return zlib.createZstdCompress();
  throw new UsageError(
    `Node ${process.versions.node} cannot write zstd`,
    'use Node 22.15 or later, or a name that ends in `.gz`',
  );
}

function through(compressor: Transform, file: OutputStream): Writable {
  const joined = new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, encoding, done) {
      if (typeof chunk === 'string' ? compressor.write(chunk, encoding) : compressor.write(chunk)) done();
      else compressor.once('drain', done);
    },
    final(done) {
      file.once('finish', done);
      compressor.end();
    },
  });
  const fail = (error: Error) => void joined.destroy(error);
  compressor.on('error', fail);
  file.on('error', fail);
  compressor.pipe(file);
  return joined;
}
