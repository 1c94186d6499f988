import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ROW } from '../../src/batch/case-row.ts';
import { type CsvRecord, CsvRecords, placeOfField } from '../../src/batch/csv-records.ts';

const SEED = 20_261_122;

function recordsOf(text: string, chunk = Math.max(1, text.length)): CsvRecord[] {
  const records = new CsvRecords();
  const found: CsvRecord[][] = [];
  for (let from = 0; from < text.length; from += chunk)
    found.push(records.take(text.slice(from, from + chunk)));
  return [...found, records.end()].flat();
}

function fieldsOf(text: string): readonly (readonly string[])[] {
  return recordsOf(text).map((record) => record.fields);
}

function problemsOf(text: string): string[] {
  return recordsOf(text).flatMap(({ problem }) =>
    problem === undefined ? [] : [`${problem.line}:${problem.column} ${problem.code}`],
  );
}

describe('records as RFC 4180 has them', () => {
  test.each([
    [
      'line feeds',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'carriage return and line feed',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line end after the last',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty lines passed over', 'a\n\n\r\nb\n\n', [['a'], ['b']]],
    ['empty fields', ',,\n', [['', '', '']]],
    ['spaces kept', ' a , b\n', [[' a ', ' b']]],
    ['a comma in quotation marks', '"a,b",c\n', [['a,b', 'c']]],
    ['a line end in quotation marks', '"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
    ['two marks for one', '"a ""b"" c"\n', [['a "b" c']]],
    ['only marks', '"","""",""""""\n', [['', '"', '""']]],
    ['a quoted field at the very end', 'a,"b"', [['a', 'b']]],
    ['a quoted field before a carriage return', '"a"\r\n"b"\r\n', [['a'], ['b']]],
  ])('%s', (_, text, fields) => {
    expect(fieldsOf(text)).toEqual(fields);
  });

  test('each with the line on which it begins and the places of its fields', () => {
    const [first, second, third] = recordsOf('ab,c,d\n"x\n\ny",zz,"q"\ne,f\n');
    expect([first?.line, second?.line, third?.line]).toEqual([1, 2, 5]);
    const places = [first, second, third].map((record) =>
      record?.fields.map((_, index) => placeOfField(record, index)),
    );
    expect(places).toEqual([
      [
        { line: 1, column: 1 },
        { line: 1, column: 4 },
        { line: 1, column: 6 },
      ],
      [
        { line: 2, column: 1 },
        { line: 4, column: 4 },
        { line: 4, column: 7 },
      ],
      [
        { line: 5, column: 1 },
        { line: 5, column: 3 },
      ],
    ]);
  });
});

describe('broken quoting', () => {
  test.each([
    ['a mark inside a bare value', 'a,b"c\nd,e\n', ['1:4 broken-quotes'], [[], ['d', 'e']]],
    ['a space before the mark', 'a, "b"\nd,e\n', ['1:4 broken-quotes'], [[], ['d', 'e']]],
    ['text after the closing mark', '"a"x,b\nd,e\n', ['1:4 broken-quotes'], [[], ['d', 'e']]],
    ['never closed', 'a,"b\nd,e\nf,g', ['1:3 broken-quotes'], [[], ['d', 'e'], ['f', 'g']]],
    [
      'closed only by the mark of a later row',
      'a,"b\nd,e\nf,"g"\n',
      ['1:3 broken-quotes'],
      [[], ['d', 'e'], ['f', 'g']],
    ],
    ['twice', '"a\n"b\nc\n', ['1:1 broken-quotes', '2:1 broken-quotes'], [[], [], ['c']]],
  ])('%s costs one row and not the file', (_, text, problems, fields) => {
    expect(problemsOf(text)).toEqual(problems);
    expect(fieldsOf(text)).toEqual(fields);
  });

  test('is found within the longest row, and the rows after it are read', () => {
    const rows = 'd,e\n'.repeat(LONGEST_ROW / 2);
    const records = recordsOf(`a,"b\n${rows}`, 65_536);
    expect(records.length).toBe(1 + LONGEST_ROW / 2);
    expect(records[0]?.problem?.code).toBe('broken-quotes');
    expect(records.at(-1)).toEqual({ line: 1 + LONGEST_ROW / 2, fields: ['d', 'e'] });
  });
});

test('line ends count too: a mark that is never closed does not hold all empty lines after it', () => {
  const records = recordsOf(`a\n"${'\n'.repeat(2 * LONGEST_ROW)}b\n`, 65_536);
  expect(records.map(({ line, problem }) => [line, problem?.code])).toEqual([
    [1, undefined],
    [2, 'broken-quotes'],
    [2 + 2 * LONGEST_ROW, undefined],
  ]);
});

test('a row longer than the longest is given up whole, and held no longer', () => {
  const records = recordsOf(`a\n${'x'.repeat(3 * LONGEST_ROW)}\nb\n`, 65_536);
  expect(records.map(({ line, problem }) => [line, problem?.code])).toEqual([
    [1, undefined],
    [2, 'row-too-long'],
    [3, undefined],
  ]);
});

// Few characters, so that marks, commas and line ends meet often. A carriage return alone is no line end here.
const cell = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', '\r\n', '=', 'é', '😀'),
  maxLength: 6,
});
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );

test('whatever csv-stringify writes is read back, in chunks of any size', () => {
  fc.assert(
    fc.property(
      table,
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      (rows, quoted, crlf, chunk) => {
        const text = stringify(rows, {
          quoted,
          record_delimiter: crlf ? '\r\n' : '\n',
          quoted_match: /[\r\n]/,
        });
        expect(recordsOf(text, chunk).map((record) => record.fields)).toEqual(rows);
      },
    ),
    { seed: SEED, numRuns: 2000 },
  );
});

test('any text without a broken quote is read as csv-parse reads it, and any other is rejected by both', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' '), maxLength: 20 });
  let accepted = 0;
  fc.assert(
    fc.property(text, (given) => {
      const records = recordsOf(given);
      const isBroken = records.some((record) => record.problem !== undefined);
      if (!isBroken) accepted++;
      expect(isBroken ? 'broken' : records.map((record) => record.fields)).toEqual(readByCsvParse(given));
    }),
    { seed: SEED, numRuns: 5000 },
  );
  expect(accepted).toBeGreaterThan(1000);
});

test('the size of the chunks never shows, not even where quoting is broken', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n'), maxLength: 30 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 5 }), (given, chunk) => {
      expect(recordsOf(given, chunk)).toEqual(recordsOf(given));
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

function readByCsvParse(text: string): unknown {
  try {
    return parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
    });
  } catch {
    return 'broken';
  }
}
