import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextCheck } from '../../../src/batch/fast/text-check.ts';
import { identifierLikeId } from '../../../src/batch/identifying-value.ts';
import { createReading, idProblem, keptProblem } from '../../../src/batch/reading.ts';
import { tiny } from '../tiny-rule-set.ts';
import { readTextBoth } from './same-rows.ts';

const SEED = 20_261_122;

/** Pieces of identifiers, few of them, so that whole ones come about often. */
const text = fc
  .array(
    fc.constantFrom(
      ...[
        '1980',
        '04',
        '12',
        '4',
        '503',
        '555',
        '0199',
        '123',
        '45',
        '6789',
        '-',
        '-',
        '_',
        '/',
        '.',
        ' ',
        ' ',
      ],
      ...[
        'apr',
        'Jan',
        'April',
        'mrn',
        'MR',
        'case',
        'A',
        'Doe',
        'Jane',
        ', ',
        ',',
        '^',
        '@',
        'x.org',
        '(',
        ') ',
      ],
      ...['+1', '+44', '1', '20', '7/', '７', '＠', 'é', '\u00a0', '\ufffd', 'ward', 'home'],
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((pieces) => pieces.join(''));

function surrounded(value: string): { bytes: Uint8Array; start: number; end: number } {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(`1,${value},none`);
  return { bytes, start: 2, end: 2 + encoder.encode(value).length };
}

const PLACE = { line: 1, column: 1 };

describe('bytes can be used where their text can', () => {
  test('as an id', () => {
    const reading = createReading(tiny);
    const check = new TextCheck(reading);
    let refused = 0;
    fc.assert(
      fc.property(text, (id) => {
        const { bytes, start, end } = surrounded(id);
        const expected = idProblem(reading, id, false, PLACE) === undefined;
        refused += Number(!expected);
        expect(check.isUsableId(bytes, start, end)).toBe(expected);
      }),
      { seed: SEED, numRuns: 30_000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  test('as a UUID, or nearly one', () => {
    const reading = createReading(tiny);
    const check = new TextCheck(reading);
    const group = (length: number) =>
      fc.oneof(
        fc.string({
          unit: fc.constantFrom(...'0123456789abcdefABCDEF'),
          minLength: length,
          maxLength: length,
        }),
        fc
          .tuple(
            fc.constantFrom('12feb', '01Dec', '1980', '0412', '555', '503', 'feb1', 'x'),
            fc.constantFrom('1980', 'a1999', '0001999'),
          )
          .map((parts) => parts.join('').padEnd(length, '1').slice(0, length)),
      );
    const uuid = fc
      .tuple(group(8), group(4), group(4), group(4), group(12))
      .map((groups) => groups.join('-'));
    fc.assert(
      fc.property(uuid, (id) => {
        const { bytes, start, end } = surrounded(id);
        expect(check.isUsableId(bytes, start, end)).toBe(idProblem(reading, id, false, PLACE) === undefined);
      }),
      { seed: SEED, numRuns: 30_000 },
    );
    const dated = surrounded('00000000-0000-0000-0000-01decabc1999');
    expect(check.isUsableId(dated.bytes, dated.start, dated.end)).toBe(false);
  });

  test('as a kept text, or as a level where one is expected', () => {
    const reading = createReading(tiny, {
      keep: ['remark', 'allowed'],
      allowIdentifier: ['allowed'],
      expect: 'level',
    });
    const check = new TextCheck(reading);
    const refused = [0, 0, 0];
    fc.assert(
      fc.property(text, fc.nat({ max: 2 }), (value, position) => {
        const { bytes, start, end } = surrounded(value);
        const expected = keptProblem(reading, position, value, () => PLACE) === undefined;
        refused[position] = (refused[position] ?? 0) + Number(!expected);
        expect(check.isUsableKept(position, bytes, start, end)).toBe(expected);
      }),
      { seed: SEED, numRuns: 30_000 },
    );
    expect(Math.min(...refused)).toBeGreaterThan(100);
  });
});

test('sparing most ids the closer look spares none that needs it', () => {
  // Only the first id is always looked at; what it says of sure forms must hold for all others too.
  fc.assert(
    fc.property(text, (id) => {
      const first = identifierLikeId(`${id}`, true);
      const other = identifierLikeId(`${id}`, false);
      if (other !== undefined) expect(first).toBe(other);
      if (first !== undefined && other === undefined)
        expect(id.normalize('NFKC')).toMatch(/^\s*[a-z]{0,3}[-_]?\d+\s*$/i);
    }),
    { seed: SEED, numRuns: 30_000 },
  );
});

describe('files in blocks stop where the full reader stops', () => {
  test.each([
    ['a.csv', 'id,sleep\na,good\nb,poor\n503-555-0199,good\nc,good\nd,good\n'],
    ['a.csv', 'id,sleep\n19800412,good\nc,good\n'],
    ['a.csv', 'id,sleep\na,good\n19800412,good\nc,good\n'],
    ['a.csv', 'id,sleep\n\n19800412,good\nc,good\n'],
    ['a.csv', 'id,sleep\na,bad\n19800412,good\n"Doe, Jane",good\nc,good\n'],
    [
      'a.ndjson',
      '{"id":"a","sleep":"good"}\n{"id":"1980-04-12","sleep":"good"}\n{"id":"c","sleep":"good"}\n',
    ],
    ['a.ndjson', '{"id":19800412,"sleep":"good"}\n{"id":"c","sleep":"good"}\n'],
  ])('%s: %j', async (path, content) => {
    for (const chunk of [1, 7, 1000]) {
      const { fast, full } = await readTextBoth(path, content, { chunk });
      expect(fast).toEqual(full);
    }
  });

  test('and go on where that is allowed', async () => {
    const content = 'id,sleep,remark\n503-555-0199,good,1980-04-12\nb,good,x@y.org\n';
    const allowIdentifier = ['id', 'remark'];
    const { fast, full, inBlocks } = await readTextBoth('a.csv', content, {
      keep: ['remark'],
      allowIdentifier,
    });
    expect(fast).toEqual(full);
    expect(inBlocks).toBe(1);
  });
});
