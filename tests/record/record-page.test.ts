import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parseRecord } from '../../src/record/parse-record.ts';
import { drawnRecords, recordOf } from './drawn-records.ts';
import { WRONG_RECORDS } from './wrong-records.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const page = readFileSync(resolve(docs, 'record.md'), 'utf8');
const schema: { readonly properties: Readonly<Record<string, unknown>> } = JSON.parse(
  readFileSync(resolve(docs, 'record.schema.json'), 'utf8'),
);
const isValid = new Ajv2020({ strict: true, strictRequired: false, formats: { date: true } }).compile(schema);

describe('the published schema', () => {
  test('accepts every record that carestep writes', () => {
    expect(drawnRecords(300).filter((record) => !isValid(record))).toEqual([]);
  });

  test.for(WRONG_RECORDS)('refuses what carestep refuses: %s', ([_, record]) => {
    expect(isValid(record)).toBe(false);
  });

  test('has the keys of a record, in their order', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(recordOf({})));
  });
});

describe('the page', () => {
  test('names every key of a record', () => {
    const rows = page.split('\n## The file\n')[1]?.split('[record.schema.json]')[0] ?? '';
    const named = [...rows.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/\w+/g) ?? [],
    );
    expect(named).toEqual(Object.keys(recordOf({})));
  });

  test('shows a record', () => {
    const example = page.match(/```json\n(.*?)```/s)?.[1] ?? '';
    expect(parseRecord(example).kind).toBe('record');
    expect(isValid(JSON.parse(example))).toBe(true);
  });

  test('names every finding of the check', () => {
    const source = readFileSync(resolve(docs, '../src/core/record-verification.ts'), 'utf8');
    const codes = [...source.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(8);
    for (const code of codes) expect(page).toContain(`\`${code}\``);
  });
});
