import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FilePieces } from '../../src/cli/file-pieces.ts';

const folder = mkdtempSync(join(tmpdir(), 'carestep-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'cases.csv');
const text = 'id,sleep\na,good\nb,poor\n';
writeFileSync(path, text);

describe('a file in pieces', () => {
  test.each([1, 5, text.length, 100])(
    'comes whole and in order, %i bytes at most at a time',
    async (size) => {
      const pieces = new FilePieces(path, size);
      let read = '';
      for await (const piece of pieces) {
        // The next one is read meanwhile, but not into this piece.
        await readFile(path);
        read += new TextDecoder().decode(piece);
        expect(piece.length).toBeLessThanOrEqual(size);
        expect(pieces.bytesRead).toBe(read.length);
      }
      expect(read).toBe(text);
    },
  );

  test('need not be read to the end', async () => {
    const pieces = new FilePieces(path, 4);
    for await (const piece of pieces) {
      expect(new TextDecoder().decode(piece)).toBe('id,s');
      break;
    }
    expect(pieces.bytesRead).toBe(4);
  });

  test('says when it is asked for them that there is no such file', async () => {
    const pieces = new FilePieces(join(folder, 'none.csv'), 4);
    await expect(pieces[Symbol.asyncIterator]().next()).rejects.toThrow(/ENOENT/);
  });
});
