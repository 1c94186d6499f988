import { recordOf } from './drawn-records.ts';

const record = recordOf({ suicidal_thoughts: 'intent' });
const { rule_set: ruleSet, outcome, agreement } = record;

/** A record with one thing wrong, and what is said about it. */
export const WRONG_RECORDS: readonly (readonly [problem: string, record: unknown])[] = [
  ['case: this must be a text', { ...record, case: 7 }],
  ['day: this must be a day as YYYY-MM-DD', { ...record, day: 'today' }],
  ['duration_seconds: this must be a number of seconds', { ...record, duration_seconds: -1 }],
  [
    'rule_set.fingerprint: this must be 64 hex digits',
    { ...record, rule_set: { ...ruleSet, fingerprint: 'f' } },
  ],
  ['started_from: this must be 64 hex digits or null', { ...record, started_from: 'elsewhere' }],
  ['answers.self_harm: this must be a text', { ...record, answers: { self_harm: 0 } }],
  ['unknown[1]: this must be a text', { ...record, unknown: ['self_harm', null] }],
  ['notes: this must be an object', { ...record, notes: [] }],
  [
    'outcome.reasons[0].weight: this must be `alone` or `together`',
    { ...record, outcome: { ...outcome, reasons: [{ rules: [], weight: 1 }] } },
  ],
  ['outcome.level: this must be a level or null', { ...record, outcome: { ...outcome, level: false } }],
  [
    'agreement.decision: this must be `agreed`',
    { ...record, agreement: { ...agreement, decision: 'maybe' } },
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
  [
    'carestep_record: this carestep reads version 1 of the record format only',
    { ...record, carestep_record: 2 },
  ],
];
