import type { Transform } from 'node:stream';

interface WithZstd {
  readonly createZstdDecompress: () => Transform;
  readonly createZstdCompress: () => Transform;
}

/** Whether zlib has zstd: it does since Node 22.15. */
export function hasZstd(library: object): library is WithZstd {
  return 'createZstdDecompress' in library && 'createZstdCompress' in library;
}
