import { inflateRawSync } from 'node:zlib';

/** A file in a zip archive, as the archive's directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes once unpacked, as far as the directory tells the truth. */
  readonly size: number;
  readonly packedSize: number;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;

/** The directory of a zip archive; `undefined` if the bytes are none, or one of more than 4 GB. */
export function zipListing(archive: Buffer): readonly ZipEntry[] | undefined {
  const end = archive.lastIndexOf(Buffer.of(0x50, 0x4b, 0x05, 0x06));
  if (end === -1 || end + END_LENGTH > archive.length || archive.readUInt32LE(end) !== END_SIGNATURE) {
    return undefined;
  }
  const count = archive.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  for (let at = archive.readUInt32LE(end + 16); entries.length < count; ) {
    if (at + ENTRY_LENGTH > archive.length || archive.readUInt32LE(at) !== ENTRY_SIGNATURE) return undefined;
    const nameLength = archive.readUInt16LE(at + 28);
    const after = at + ENTRY_LENGTH + nameLength;
    entries.push({
      name: archive.toString('utf8', at + ENTRY_LENGTH, after),
      method: archive.readUInt16LE(at + 10),
      packedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at = after + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** The text of one small file of the archive; `undefined` if it cannot be read or has more than `limit` bytes. */
export function zipText(archive: Buffer, entry: ZipEntry, limit: number): string | undefined {
  const { offset, packedSize, method } = entry;
  if (offset + LOCAL_LENGTH > archive.length) return undefined;
  const start = offset + LOCAL_LENGTH + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const packed = archive.subarray(start, start + packedSize);
  if (method === 0) return packed.length > limit ? undefined : packed.toString('utf8');
  try {
    return inflateRawSync(packed, { maxOutputLength: limit }).toString('utf8');
  } catch {
    return undefined;
  }
}
