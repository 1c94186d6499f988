import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ROW } from '../../../src/batch/case-row.ts';
import { csvBlockReader } from '../../../src/batch/fast/csv-block-reader.ts';
import { createReading } from '../../../src/batch/reading.ts';
import { inShort } from '../read-text.ts';
import { tiny } from '../tiny-rule-set.ts';
import { readTextBoth } from './same-rows.ts';

const SEED = 20_261_122;

describe('rows in blocks', () => {
  test.each([
    ['LF', 'id,thoughts,sleep,wish\nc1,none,poor,group\nc2,plan,,unknown\n', 1],
    ['CRLF', 'id,thoughts,sleep,wish\r\nc1,none,poor,group\r\nc2,plan,,unknown\r\n', 1],
    ['no line end after the last row', 'id,sleep\na,good\nb,poor', 1],
    ['the id in the last column', 'sleep,id\r\ngood,a\r\n,b b\r\n', 1],
    ['no ids', 'sleep,wish\ngood,group\n,\n', 1],
    ['everything in quotation marks', '"id","sleep"\n"c",""\n"a, 1","good"\n', 1],
    ['letters of several bytes', 'id,sleep\na,poor\nZoë-😀,good\n', 1],
    ['a byte order mark', '\ufeffid,sleep\na,good\nb,good\n', 1],
    ['one column', 'sleep\ngood\n""\n\npoor\n', 2],
  ])('hold plain rows with %s', async (_, text, count) => {
    for (const chunk of [1, 2, 7, 1000]) {
      const { fast, full, inBlocks } = await readTextBoth('a.csv', text, { chunk });
      expect(fast).toEqual(full);
      expect(inBlocks).toBe(count);
    }
  });

  test('hold kept columns, in the order asked for', async () => {
    const text = 'site,id,sleep,age\nnorth,a,good,30\n"x, y",b,,\n';
    const { fast, full, inBlocks } = await readTextBoth('a.csv', text, { keep: ['age', 'site'] });
    expect(fast).toEqual(full);
    expect(inShort(fast)).toEqual(['a: -1 0 -1 30 north', 'b: -1 -1 -1  x, y']);
    expect(inBlocks).toBe(1);
  });

  test('leave a file to the full reader where a kept column is the id or a question', async () => {
    const { fast, full, inBlocks } = await readTextBoth('a.csv', 'id,sleep\na,good\nb,good\n', {
      keep: ['sleep', 'id'],
    });
    expect(fast).toEqual(full);
    expect(inBlocks).toBe(0);
  });
});

describe('rows that are not plain', () => {
  test.each([
    ['an unknown answer', 'b,bad'],
    ['the beginning of an answer', 'b,goo'],
    ['more than an answer', 'b,goods'],
    ['an answer in other case', 'b,Good'],
    ['white space for an answer', 'b, '],
    ['a tab in the id', '\tb,good'],
    ['a blank id', ',good'],
    ['an id of spaces', '  ,good'],
    ['an id of another white space', '\u00a0,good'],
    ['a mark inside the id', 'b"c,good'],
    ['two marks for one', '"b""c",good'],
    ['a line end in quotation marks', '"b\nc",good'],
    ['text after the closing mark', '"b"c,good'],
    ['a column too few', 'b'],
    ['a column too many', 'b,good,'],
    ['a carriage return alone', 'b,good\rc,poor'],
    ['two carriage returns', 'b,good\r'],
    ['a replacement character', 'b\ufffd,good'],
  ])('go to the full reader by themselves: %s', async (_, line) => {
    const text = `id,sleep\nfirst,\na,good\n${line}\r\nz,poor\n`;
    for (const chunk of [1, 3, 1000]) {
      const { fast, full, inBlocks } = await readTextBoth('a.csv', text, { chunk });
      expect(fast).toEqual(full);
      expect(inBlocks).toBe(2);
    }
  });

  test('are long ones, up to the longest row and beyond', async () => {
    const fill = (id: string, units: number) => `${id.repeat(units)},good`;
    const spare = LONGEST_ROW - ',good'.length;
    const lines = [
      fill('a', spare),
      fill('b', spare + 1),
      fill('é', spare),
      fill('ē', spare + 1),
      fill('€', spare),
      fill('₭', spare + 1),
      `"c\n${'c'.repeat(LONGEST_ROW)}",good`,
      fill('d', 4 * LONGEST_ROW),
      'e,good',
    ];
    const text = `id,sleep\n${lines.join('\n')}`;
    const { fast, full } = await readTextBoth('a.csv', text, { chunk: 65_536 });
    expect(fast.map((row) => row.kind)).toEqual(full.map((row) => row.kind));
    // Compared one by one: a difference between texts of this length would take minutes to print.
    expect(fast.every((row, index) => JSON.stringify(row) === JSON.stringify(full[index]))).toBe(true);
    const cases = fast.flatMap((row) => (row.kind === 'case' ? [row.id.slice(0, 1)] : []));
    expect(cases).toEqual(['a', 'é', '€', 'e']);
  });
});

test('nothing is read after a row that makes the file unusable', () => {
  const reader = csvBlockReader('a.csv', createReading(tiny), String);
  const bytes = new TextEncoder().encode('id,sleep\na,good\nb,good\n503-555-0199,good\nc,good\nd,bad\n');
  const batches = reader.take(bytes);
  expect(batches.map((batch) => (batch.kind === 'rows' ? batch.rows.at(-1)?.kind : batch.kind))).toEqual([
    'case',
    'block',
    'unusable',
  ]);
  expect([...reader.take(bytes), ...reader.end()]).toEqual([]);
});

/** Pieces of which files are made, few of them, so that they meet often. */
const piece = fc.constantFrom(
  ...[
    'good',
    'poor',
    'none',
    'plan',
    'group',
    'unknown',
    'a',
    'b7',
    'é',
    '😀',
    ' ',
    '\u00a0',
    '\ufffd',
    '\ufeff',
  ],
  ...['"', '"', '""', ',', ',', ',', '\n', '\n', '\r\n', '\r', '\0', '\t', 'bad', '=1', '\\'],
  ...[[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0xc0, 0x80]].map((bytes) =>
    Uint8Array.from(bytes),
  ),
);
const plainRow = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c é', '"d"', '"e, f"'),
    fc.constantFrom('good', '"poor"', '', '""', 'unknown'),
    fc.constantFrom('none', 'plan', '"some"', ''),
    fc.constantFrom('x', '', '"y"', '"1,2"', 'ö'),
  )
  .map((cells) => `${cells.join(',')}\n`);
const soup = fc.array(piece, { maxLength: 12 });
const header = fc.constantFrom(
  'id,sleep,thoughts,site\n',
  '\ufeff"id",sleep,thoughts,site\r\n',
  '\n\nid,sleep,thoughts,"site"\n',
);
const hostileFile = fc
  .tuple(
    header,
    fc.array(
      fc.oneof({ weight: 3, arbitrary: plainRow.map((row) => [row]) }, { weight: 2, arbitrary: soup }),
      { maxLength: 8 },
    ),
  )
  .map(([first, rows]) => bytesOf([first, ...rows.flat()]));
const wildFile = soup.map(bytesOf);

function bytesOf(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const encoder = new TextEncoder();
  return Uint8Array.from(
    pieces.flatMap((part) => [...(typeof part === 'string' ? encoder.encode(part) : part)]),
  );
}

test('whatever the bytes and the chunks, the rows are those of the full reader', async () => {
  let cases = 0;
  let rejected = 0;
  let inBlocks = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 9, arbitrary: hostileFile }, { weight: 1, arbitrary: wildFile }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(['site'], ['site', 'id'], ['thoughts', 'site']),
      async (bytes, chunk, keep) => {
        const read = await readTextBoth('a.csv', bytes, { chunk, keep });
        expect(read.fast).toEqual(read.full);
        inBlocks += read.inBlocks;
        cases += read.full.filter((row) => row.kind === 'case').length;
        rejected += read.full.filter((row) => row.kind === 'rejected').length;
      },
    ),
    { seed: SEED, numRuns: 4000 },
  );
  expect(inBlocks).toBeGreaterThan(1000);
  expect(cases).toBeGreaterThan(inBlocks + 100);
  expect(rejected).toBeGreaterThan(1000);
});

test('valid files are read as csv-parse reads them', async () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', '=', 'é', '😀'),
    minLength: 1,
    maxLength: 6,
  });
  const row = fc.tuple(
    text.map((id) => `x${id}`),
    fc.constantFrom('good', 'poor', 'unknown', ''),
    text,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 1, max: 50 }),
      async (rows, quoted, crlf, chunk) => {
        const written = stringify([['id', 'sleep', 'site'], ...rows], {
          quoted,
          record_delimiter: crlf ? '\r\n' : '\n',
          quoted_match: /[\r\n]/,
        });
        const { fast } = await readTextBoth('a.csv', written, {
          chunk,
          keep: ['site'],
          allowIdentifier: ['id'],
        });
        const parsed: string[][] = parse(written, { from: 2 });
        const codes = new Map([
          ['good', 0],
          ['poor', 1],
        ]);
        expect(
          fast.map((found) => found.kind === 'case' && [found.id, found.answers[1], found.kept[0]]),
        ).toEqual(parsed.map(([id, sleep, site]) => [id, codes.get(sleep ?? '') ?? -1, site]));
      },
    ),
    { seed: SEED, numRuns: 1500 },
  );
});
