import { describe, expect, test } from 'vitest';
import { BrokenInput } from '../../../src/batch/broken-input.ts';
import { readBlocks } from '../../../src/batch/fast/read-blocks.ts';
import { createReading } from '../../../src/batch/reading.ts';
import { inShort, source } from '../read-text.ts';
import { tiny } from '../tiny-rule-set.ts';
import { readBoth, readTextBoth, rowsOfBatch } from './same-rows.ts';

const CSV = 'id,sleep\na,good\nb,poor\n';

describe('a file read into blocks', () => {
  test.each([
    ['a.csv', CSV, 1],
    ['a.ndjson', '{"id":"a","sleep":"good"}\n{"id":"b","sleep":"poor"}\n', 1],
    ['<stdin>', CSV, 1],
    ['<stdin>', '{"id":"a","sleep":"good"}\n{"id":"b","sleep":"poor"}\n', 1],
    ['a.json', '[{"id":"a","answers":{"sleep":"good"}},{"id":"b","answers":{"sleep":"poor"}}]', 0],
    ['a.yaml', '- id: a\n  answers: { sleep: good }\n- id: b\n  answers: { sleep: poor }\n', 0],
  ])('has the format that its name or its beginning tells: %s', async (path, text, count) => {
    const { fast, full, inBlocks } = await readTextBoth(path, text);
    expect(fast).toEqual(full);
    expect(inShort(fast)).toEqual(['a: -1 0 -1', 'b: -1 1 -1']);
    expect(inBlocks).toBe(count);
  });

  test.each([
    ['empty', ''],
    ['white space alone', ' \n\n'],
    ['not UTF-8 from its first line', Uint8Array.of(0xff, 0xfe, 0x41, 0x0a)],
    ['with an unknown column', 'id,sleep,mood\na,good,x\n'],
    ['with a header in broken quotes', 'id,"sleep\na,good\n'],
  ])('is refused as a whole where it is %s', async (_, text) => {
    const { fast, full } = await readTextBoth('a.csv', text);
    expect(fast).toEqual(full);
    expect(fast.map(({ kind }) => kind)).toEqual(['unusable']);
  });

  test('may come as text', async () => {
    async function* open() {
      yield 'id,sl';
      yield 'eep\na,good\nb,poor\n';
    }
    const { fast, full } = await readBoth({ path: 'a.csv', open }, createReading(tiny), {});
    expect(fast).toEqual(full);
    expect(fast.length).toBe(2);
  });

  test('is read as text where it is not UTF-8', async () => {
    const bytes = Uint8Array.from(Buffer.from('id,sleep\né,good\nü,poor\n', 'latin1'));
    const file = { ...source('a.csv', bytes), encoding: 'windows-1252' };
    const { fast, full, inBlocks } = await readBoth(file, createReading(tiny), {});
    expect(fast).toEqual(full);
    expect(inShort(fast)).toEqual(['é: -1 0 -1', 'ü: -1 1 -1']);
    expect(inBlocks).toBe(0);
  });

  test('ends with what broke it off', async () => {
    async function* open() {
      yield new TextEncoder().encode(`${CSV}c,go`);
      throw new BrokenInput({ line: 4, column: 1, code: 'broken-file', reason: 'the file ends early' });
    }
    const { fast, full } = await readBoth({ path: 'a.csv', open }, createReading(tiny), {});
    expect(fast).toEqual(full);
    expect(inShort(fast)).toEqual(['a: -1 0 -1', 'b: -1 1 -1', 'unusable 4:1 broken-file']);
  });

  test('is closed when its reader stops early', async () => {
    let isClosed = false;
    async function* open() {
      try {
        for (;;) yield new TextEncoder().encode(CSV);
      } finally {
        isClosed = true;
      }
    }
    for await (const batch of readBlocks({ path: 'a.csv', open }, createReading(tiny), undefined, String)) {
      expect(rowsOfBatch(batch, 'a.csv').length).toBeGreaterThan(0);
      break;
    }
    expect(isClosed).toBe(true);
  });

  test('fills several pages where its rows are many and short', async () => {
    const { fast, full, inBlocks } = await readTextBoth('a.csv', `sleep\n${'good\npoor\n'.repeat(3000)}`);
    expect(inBlocks).toBe(5999);
    expect(JSON.stringify(fast)).toBe(JSON.stringify(full));
  });
});
