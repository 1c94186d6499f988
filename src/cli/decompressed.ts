import { BrokenInput } from '../batch/broken-input.ts';
import type { Problem } from '../batch/case-row.ts';
import { asBuffer, type Bytes, beginsWith, GZIP, ZSTD } from './leading-bytes.ts';

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
    const kind = kindOf(start);
    if (kind === undefined) {
      yield* rest;
      return;
    }
    const { unpacked } = await import('./unpacked.ts');
    yield* unpacked(rest, kind);
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

function kindOf(start: Buffer): 'gzip' | 'zstd' | undefined {
  if (beginsWith(start, GZIP)) return 'gzip';
  return beginsWith(start, ZSTD) ? 'zstd' : undefined;
}

function notText({ what, end }: (typeof OTHERS)[number]): Problem {
  const help = `if it is one that carestep reads, its name must end in \`${end}\``;
  return { line: 1, column: 1, code: 'not-a-text-file', reason: `the file is ${what}`, help };
}
