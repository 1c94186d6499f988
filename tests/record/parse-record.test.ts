import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordJson } from '../../src/record/make-record.ts';
import { parseRecord } from '../../src/record/parse-record.ts';
import { runs } from '../arbitrary-rule-set.ts';
import { recordOf } from './drawn-records.ts';
import { WRONG_RECORDS } from './wrong-records.ts';

const record = recordOf({ suicidal_thoughts: 'intent' });

function problemsOf(changed: unknown): readonly string[] {
  const parsed = parseRecord(JSON.stringify(changed));
  return parsed.kind === 'record' ? [] : parsed.problems.map(({ at, message }) => `${at}: ${message}`);
}

test.for(WRONG_RECORDS)('%s', ([problem, changed]) => {
  expect(problemsOf(changed)).toEqual([problem]);
});

test('a day that no calendar has is no day', () => {
  expect(problemsOf({ ...record, day: '2026-02-30' })).toEqual(['day: there is no such day']);
});

test('several mistakes are all named', () => {
  expect(problemsOf({ ...record, case: 7, day: 8, sha256: 9 })).toHaveLength(3);
});

test('any text at all is read without an error of the program', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((value) => `{"carestep_record":1,"answers":${value},"agreement":${value}}`),
    fc.nat({ max: recordJson(record).length }).map((length) => recordJson(record).slice(0, length)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(parseRecord(text).kind).toMatch(/^(record|unreadable)$/);
    }),
    runs(500),
  );
});
