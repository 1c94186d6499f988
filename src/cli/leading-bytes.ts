/** Bytes as streams give them. */
export type Bytes = AsyncIterable<Uint8Array | string>;

/** How bytes begin that gzip has compressed, whatever the file is called. */
export const GZIP = [0x1f, 0x8b];

/** The same for zstd. */
export const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/** Whether bytes begin with a mark such as these. */
export function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** What a stream gave as bytes. */
export function asBuffer(bytes: Uint8Array | string): Buffer {
  if (typeof bytes === 'string') return Buffer.from(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
