import * as zlib from 'node:zlib';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BrokenInput } from '../../src/batch/broken-input.ts';
import { decompressed } from '../../src/cli/decompressed.ts';
import { hasZstd } from '../../src/cli/zstd.ts';

const TEXT = Buffer.from(
  Array.from({ length: 20_000 }, (_, line) => `case-${line},none,${line % 7}\n`).join(''),
);
const GZIP = gzipSync(TEXT);

async function* inChunks(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** What comes out, and the problem at its end as `line: reason`. */
async function read(bytes: Buffer, size = 65_536): Promise<{ text: Buffer; end: string }> {
  const parts: Buffer[] = [];
  let end = '';
  try {
    for await (const chunk of decompressed(inChunks(bytes, size))) parts.push(Buffer.from(chunk));
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    end = `${error.problem.line}: ${error.problem.reason}`;
  }
  return { text: Buffer.concat(parts), end };
}

function lines(text: Buffer): number {
  return text.toString().split('\n').length - 1;
}

describe('bytes that are not compressed', () => {
  test.each([1, 3, 65_536])('come as they are, in chunks of %i', async (size) => {
    const { text, end } = await read(TEXT.subarray(0, 1000), size);
    expect([text.equals(TEXT.subarray(0, 1000)), end]).toEqual([true, '']);
  });

  test('may be none, or fewer than tell anything', async () => {
    expect((await read(Buffer.alloc(0))).text.length).toBe(0);
    expect((await read(Buffer.from('i'))).text.toString()).toBe('i');
  });

  test.each([
    ['PK\x03\x04 and more', /a zip archive or an Excel file/],
    ['PAR1 and more', /a Parquet file/],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('latin1'), /an Excel file of the old kind/],
  ])('are refused where they are no text: %j', async (start, reason) => {
    const { end } = await read(Buffer.from(start, 'latin1'));
    expect(end).toMatch(reason);
  });
});

describe('gzip', () => {
  test.each([1000, 65_536])('is unpacked, in chunks of %i', async (size) => {
    const { text, end } = await read(GZIP, size);
    expect([text.equals(TEXT), end]).toEqual([true, '']);
  });

  test('may have several members, and zeros after the last', async () => {
    const { text, end } = await read(Buffer.concat([GZIP, GZIP, gzipSync(''), GZIP, Buffer.alloc(700)]));
    expect([text.length, end]).toEqual([3 * TEXT.length, '']);
  });

  test.each([2, 100, GZIP.length >> 1, GZIP.length - 9, GZIP.length - 1])(
    'cut after %i bytes gives what there is, and the line that was reached',
    async (length) => {
      const first = await read(GZIP.subarray(0, length));
      const again = await read(GZIP.subarray(0, length), 500);
      expect(TEXT.subarray(0, first.text.length).equals(first.text)).toBe(true);
      expect(first.end).toBe(`${lines(first.text) + 1}: the gzip file ends too early`);
      expect(again).toEqual(first);
    },
  );

  test('with a wrong sum is told to be damaged', async () => {
    const bytes = Buffer.from(GZIP);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 6) ^ 1, bytes.length - 6);
    expect((await read(bytes)).end).toMatch(/: the gzip file is damaged$/);
  });

  test('with other text behind it is told, and that text is not read', async () => {
    const { text, end } = await read(Buffer.concat([GZIP, Buffer.from('id,sleep\na,good\n'.repeat(5000))]));
    expect(text.includes('sleep')).toBe(false);
    expect(end).not.toBe('');
  });

  test('of a gigabyte is read piece by piece', async () => {
    const bomb = gzipSync(Buffer.alloc(256 * 2 ** 20));
    let largest = 0;
    let length = 0;
    const before = process.memoryUsage().rss;
    let most = before;
    for await (const chunk of decompressed(inChunks(bomb, 65_536))) {
      largest = Math.max(largest, chunk.length);
      length += chunk.length;
      if (length % 2 ** 24 < chunk.length) most = Math.max(most, process.memoryUsage().rss);
    }
    expect(length).toBe(256 * 2 ** 20);
    expect(largest).toBeLessThan(2 ** 20);
    expect(most - before).toBeLessThan(150 * 2 ** 20);
  });

  test('that is left early is closed', async () => {
    let isClosed = false;
    async function* source() {
      try {
        yield* inChunks(GZIP, 1000);
      } finally {
        isClosed = true;
      }
    }
    for await (const chunk of decompressed(source())) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(isClosed).toBe(true);
  });
});

/** Made with `printf 'id,sleep\na,good\n' | zstd`. */
const ZSTD = Buffer.from('28b52ffd045881000069642c736c6565700a612c676f6f640a', 'hex');

describe.skipIf(hasZstd(zlib))('zstd where Node has none', () => {
  test('is refused with a way out', async () => {
    expect((await read(ZSTD)).end).toMatch(
      /^1: the file is compressed with zstd, which Node .* cannot read$/,
    );
  });
});

describe.runIf(hasZstd(zlib))('zstd where Node has it', () => {
  const compress = (text: Buffer) =>
    new Promise<Buffer>((resolve, reject) => {
      if (!hasZstd(zlib)) return reject(new Error('no zstd'));
      const stream = zlib.createZstdCompress();
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => resolve(Buffer.concat(parts)));
      stream.end(text);
    });

  test('is unpacked, several texts too', async () => {
    const zstd = await compress(TEXT);
    const { text, end } = await read(Buffer.concat([zstd, zstd]), 700);
    expect([text.length, end]).toEqual([2 * TEXT.length, '']);
  });

  test('cut short is told so', async () => {
    const zstd = await compress(TEXT);
    expect((await read(zstd.subarray(0, zstd.length >> 1))).end).toMatch(/ends too early$/);
    expect((await read(zstd.subarray(0, zstd.length - 1))).end).toMatch(/ends too early$/);
  });
});
