import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordJson } from '../../src/record/make-record.ts';
import { parseRecord } from '../../src/record/parse-record.ts';
import { runs } from '../arbitrary-rule-set.ts';
import { recordOf } from './drawn-records.ts';

const record = recordOf({ suicidal_thoughts: 'intent' });

function problemsOf(changed: unknown): readonly string[] {
  const parsed = parseRecord(JSON.stringify(changed));
  return parsed.kind === 'record' ? [] : parsed.problems.map(({ at, message }) => `${at}: ${message}`);
}

test.for<[string, unknown]>([
  [
    'carestep_record: this carestep reads version 1 of the record format only',
    { ...record, carestep_record: 2 },
  ],
  ['case: this must be a text', { ...record, case: 7 }],
  ['day: this must be a day as YYYY-MM-DD', { ...record, day: 'today' }],
  ['day: there is no such day', { ...record, day: '2026-02-30' }],
  ['duration_seconds: this must be a number of seconds', { ...record, duration_seconds: -1 }],
  [
    'rule_set.fingerprint: this must be 64 hex digits',
    { ...record, rule_set: { ...record.rule_set, fingerprint: 'f' } },
  ],
  ['started_from: this must be 64 hex digits or null', { ...record, started_from: 'elsewhere' }],
  ['answers.self_harm: this must be a text', { ...record, answers: { self_harm: 0 } }],
  ['unknown[1]: this must be a text', { ...record, unknown: ['self_harm', null] }],
  ['notes: this must be an object', { ...record, notes: [] }],
  [
    'outcome.reasons[0].weight: this must be `alone` or `together`',
    { ...record, outcome: { ...record.outcome, reasons: [{ rules: [], weight: 1 }] } },
  ],
  [
    'outcome.level: this must be a level or null',
    { ...record, outcome: { ...record.outcome, level: false } },
  ],
  [
    'agreement.decision: this must be `agreed`',
    { ...record, agreement: { ...record.agreement, decision: 'maybe' } },
  ],
  [
    'agreement.note: this is missing',
    { ...record, agreement: { decision: 'overridden', placed: 'iop', reason: 'legal' } },
  ],
  [
    'agreement.placed: this must be `null`',
    { ...record, agreement: { decision: 'undecided', placed: 'iop', reason: null, note: null } },
  ],
  ['sha256: this must be 64 hex digits', { ...record, sha256: '' }],
  ['birthday: this key is not part of a record', { ...record, birthday: 'no' }],
  [': this is not a record of carestep', [record]],
])('%s', ([problem, changed]) => {
  expect(problemsOf(changed)).toEqual([problem]);
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
