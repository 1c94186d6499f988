import { describe, expect, test } from 'vitest';
import { excelRows } from '../../src/cli/excel-rows.ts';
import { type WorkbookCell, workbook, zip } from './workbook.ts';

async function* bytesOf(...chunks: readonly Uint8Array[]) {
  yield* chunks;
}

async function rowsOf(rows: readonly (readonly WorkbookCell[])[], sheet?: string) {
  const found = await excelRows('cases.xlsx', bytesOf(workbook({ Intake: rows, Notes: [['x']] })), sheet);
  if ('kind' in found) throw new Error(found.problems[0]?.reason);
  return { path: found.path, records: [...found.batches].flat() };
}

async function refusal(bytes: Uint8Array, sheet?: string) {
  const found = await excelRows('cases.xlsx', bytesOf(bytes), sheet);
  if (!('kind' in found)) throw new Error('the file was read');
  return `${found.problems[0]?.code}: ${found.problems[0]?.reason}; ${found.problems[0]?.help}`;
}

const number = (text: string) => ({ number: text });

describe('an Excel file', () => {
  test('is read from its first sheet, with the places of the sheet', async () => {
    const { path, records } = await rowsOf([['id', 'mood'], [], ['a', 'low'], ['b', null]]);
    expect(path).toBe('cases.xlsx!Intake');
    expect(records.map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, 'id', 'mood'],
      [3, 'a', 'low'],
      [4, 'b', ''],
    ]);
    expect(records[1]?.places?.[1]).toEqual({ line: 3, column: 2 });
  });

  test('is read from another sheet by its name', async () => {
    const { path, records } = await rowsOf([['id']], 'Notes');
    expect([path, records[0]?.fields]).toEqual(['cases.xlsx!Notes', ['x']]);
  });

  test.each([
    [number('1234567'), '1234567'],
    [number('12.0'), '12'],
    [number('2.024017E6'), '2024017'],
    [number('123456789012345'), '123456789012345'],
    [number('0.30000000000000004'), '0.3'],
    [{ boolean: true }, 'TRUE'],
    [{ boolean: false }, 'FALSE'],
    [{ date: 45_309 }, '2024-01-18'],
    [' padded ', ' padded '],
    ['1E5', '1E5'],
  ] as const)('says %j as Excel shows it: %s', async (cell, text) => {
    const { records } = await rowsOf([['id'], [cell]]);
    expect(records[1]?.fields).toEqual([text]);
  });

  test('a number with lost digits rejects its row', async () => {
    const { records } = await rowsOf([['id'], [number('1.2345678901234567E16')], ['b']]);
    expect(records[1]?.problem).toMatchObject({ line: 2, column: 1, code: 'not-text' });
    expect(records[2]?.fields).toEqual(['b']);
  });

  test('cells beyond the header make a row too wide only where they are filled', async () => {
    const { records } = await rowsOf([['id'], ['a', null], ['b', 'stray']]);
    expect(records.map(({ fields }) => fields.length)).toEqual([1, 1, 2]);
  });
});

describe('an Excel file that cannot be read', () => {
  test('for a sheet that it does not have', async () => {
    expect(await refusal(workbook({ Intake: [], Notes: [] }), 'intake')).toBe(
      'invalid-workbook: there is no sheet `intake`; did you mean `Intake`? the sheets are Intake, Notes',
    );
  });

  test('for more rows than are held in memory', async () => {
    const rows = Array.from({ length: 100_002 }, () => [number('1')]);
    expect(await refusal(workbook({ Intake: rows }))).toMatch(
      /^file-too-large: .*100,000 rows.*; save .* CSV/,
    );
  });

  test.each([
    ['the old kind', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'), /old kind.*password/],
    ['text', Buffer.from('id,mood\na,low\n'), /no Excel file/],
    ['nothing', Buffer.alloc(0), /no Excel file/],
    ['another archive', zip({ 'readme.txt': 'hello' }), /no Excel file/],
    ['half a file', workbook({ Intake: [['id']] }).subarray(0, 400), /no Excel file/],
  ])('that is %s', async (_, bytes, message) => {
    expect(await refusal(bytes)).toMatch(message);
  });
});
