import { describe, expect, test } from 'vitest';
import type { ScreeningRecord } from '../../src/core/record.ts';
import type { RuleSet } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';
import { fingerprint } from '../../src/diagram/fingerprint.ts';
import { checksum, recordJson } from '../../src/record/make-record.ts';
import { parseRecord } from '../../src/record/parse-record.ts';
import { type Reference, verifyRecord } from '../../src/record/verify-record.ts';
import { contentHash } from '../../src/rule-set/content-hash.ts';
import { adult } from '../adult-rule-set.ts';
import { drawnRecords, REFERENCE, recordOf, sha256 } from './drawn-records.ts';

const records = drawnRecords(1000);
const [sample = recordOf({})] = records.filter(
  ({ notes, agreement, unknown }) =>
    Object.keys(notes).length > 0 && unknown.length > 0 && agreement.decision === 'overridden',
);

function findings(record: ScreeningRecord, reference: Reference = REFERENCE) {
  const { findings: found, notes } = verifyRecord(`${record.case}-1.json`, recordJson(record), reference);
  return { findings: found.map(({ code }) => code), notes: notes.map(({ code }) => code) };
}

/** The record after a change by someone who also mends the checksum. */
function mended(record: ScreeningRecord): ScreeningRecord {
  return { ...record, sha256: checksum(record, sha256) };
}

function referenceTo(ruleSet: RuleSet): Reference {
  const compiled = compile(ruleSet);
  const identity = { ...REFERENCE.identity, fingerprint: fingerprint(compiled, sha256) };
  return { ...REFERENCE, compiled, identity, contentHash: contentHash(ruleSet, sha256) };
}

describe('a thousand records of drawn cases', () => {
  test('hold every decision, every level and open questions', () => {
    const decisions = new Set(records.map(({ agreement }) => agreement.decision));
    const levels = new Set(records.map(({ outcome }) => outcome.level));
    expect([...decisions].sort()).toEqual(['agreed', 'overridden', 'undecided']);
    expect([...levels].map(String).sort()).toEqual(['inpatient', 'iop', 'null', 'outpatient', 'php']);
    expect(new Set(records.map((record) => record.case)).size).toBe(1000);
  });

  test('are all read back as they were written', () => {
    const read = records.map((record) => parseRecord(recordJson(record)));
    expect(read).toEqual(records.map((record) => ({ kind: 'record', record })));
  });

  test('are all in order', () => {
    const wrong = records.filter((record) => {
      const { findings: found, notes } = findings(record);
      return found.length + notes.length > 0;
    });
    expect(wrong).toEqual([]);
  });
});

describe('one value of a record changed by hand', () => {
  const changes = placesIn(sample).map((place) => ({
    place: place.join('.'),
    record: changedAt(sample, place),
  }));

  test('is tried at every place of the file', () => {
    const tried = changes.map(({ place }) => place.split('.')[0]);
    expect([...new Set(tried)]).toEqual(Object.keys(sample));
    expect(changes.length).toBeGreaterThan(60);
  });

  test.each(changes)('$place', ({ record }) => {
    const { findings: found } = verifyRecord(
      `${sample.case}-1.json`,
      `${JSON.stringify(record, null, 2)}\n`,
      REFERENCE,
    );
    expect(found).not.toEqual([]);
  });

  test.each(Object.keys(sample))('the key %s taken out', (key) => {
    const { [key]: _, ...rest }: Record<string, unknown> = { ...sample };
    const { findings: found } = verifyRecord('k-1.json', JSON.stringify(rest), REFERENCE);
    expect(found.map(({ code }) => code)).toEqual(['unreadable']);
  });

  test('a key put in, a key repeated, and a text cut short', () => {
    const text = recordJson(sample);
    const changed = [
      text.replace('"notes": {', '"extra": 1,\n  "notes": {'),
      text.replace('"day":', '"day": "2020-02-02",\n  "day":'),
      text.slice(0, -5),
      '',
      '[]',
      'null',
      '{"carestep_record": 2}',
    ];
    const codes = changed.map((other) => verifyRecord(`${sample.case}-1.json`, other, REFERENCE).findings);
    expect(codes.map((found) => found.map(({ code }) => code))).toEqual(changed.map(() => ['unreadable']));
  });

  test('spaces and line ends are no content', () => {
    const rewritten = JSON.stringify(sample, null, 4).replaceAll('\n', '\r\n');
    expect(verifyRecord(`${sample.case}-1.json`, rewritten, REFERENCE).findings).toEqual([]);
  });

  test('another file name is found', () => {
    const { findings: found } = verifyRecord('folder/other-1.json', recordJson(sample), REFERENCE);
    expect(found.map(({ code }) => code)).toEqual(['other-name']);
  });
});

describe('a record whose checksum was mended after the change', () => {
  test('is found where the outcome no longer follows from the answers', () => {
    const changed = { ...sample, answers: { ...sample.answers, suicidal_thoughts: 'intent' } };
    expect(findings(mended(changed)).findings).toEqual(['outcome-differs']);
    const gone = { ...sample, answers: { ...sample.answers, no_such_question: 'yes' } };
    expect(findings(mended(gone)).findings).toEqual(['outcome-differs']);
  });

  test('is found where the placement contradicts the outcome', () => {
    const record = recordOf({ suicidal_thoughts: 'intent' });
    const agreed = { decision: 'agreed', placed: 'iop', reason: null, note: null } as const;
    const noReason = { decision: 'overridden', placed: 'iop', reason: 'because', note: 'so' } as const;
    const inRange = { decision: 'overridden', placed: 'inpatient', reason: 'legal', note: 'so' } as const;
    for (const agreement of [agreed, noReason, inRange]) {
      expect(findings(mended({ ...record, agreement })).findings).toEqual(['agreement-does-not-fit']);
    }
  });

  test('is not found elsewhere: the checksum shows accidents, not forgery', () => {
    expect(findings(mended({ ...sample, day: '2020-02-02' })).findings).toEqual([]);
  });
});

describe('another version', () => {
  const [first, ...others] = adult.rules;
  if (first === undefined) throw new Error('the shipped rule set has no rules');

  test('of the rules is told by its fingerprint, with what the outcome would be', () => {
    const intent = recordOf({ suicidal_thoughts: 'intent' });
    const withoutIntent = referenceTo({
      ...adult,
      rules: adult.rules.filter(({ id }) => id !== 'safety.suicidal-intent'),
    });
    const { findings: found } = verifyRecord('k7f3-9xq2-1.json', recordJson(intent), withoutIntent);
    expect(found.map(({ code }) => code)).toEqual(['rules-changed']);
    expect(found[0]?.message).toContain('the outcome was inpatient and would be php to inpatient today');
  });

  test('of the rules that changes nothing for this case says so', () => {
    const record = recordOf({ suicidal_thoughts: 'intent' });
    const changed = referenceTo({
      ...adult,
      rules: adult.rules.filter(({ id }) => id !== 'schedule.other-hours'),
    });
    const { findings: found } = verifyRecord('k7f3-9xq2-1.json', recordJson(record), changed);
    expect(found.map(({ code }) => code)).toEqual(['rules-changed']);
    expect(found[0]?.message).toContain('the outcome would be the same today');
  });

  test('of the wording alone is a note: the decisions are the same', () => {
    const reworded = referenceTo({
      ...adult,
      rules: [...others, { ...first, because: 'for another reason' }],
    });
    const noted = records.map((record) => findings(record, reworded));
    expect(new Set(noted.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ findings: [], notes: ['wording-changed'] })]),
    );
  });

  test('of the software alone is a note', () => {
    const later = { ...REFERENCE, software: '0.2.0' };
    expect(findings(sample, later)).toEqual({ findings: [], notes: ['software-changed'] });
  });

  test('is not another rule set, which cannot verify the record at all', () => {
    const other = { ...REFERENCE, identity: { ...REFERENCE.identity, id: 'other' } };
    expect(findings(sample, other).findings).toEqual(['other-rule-set']);
  });
});

type Place = readonly (string | number)[];

/** Where every text, number and null of a value stands. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([key, content]) => placesIn(content).map((place) => [key, ...place]));
}

/** The value with what stands at a place changed into something of the same kind. */
function changedAt(value: unknown, [key, ...rest]: Place): unknown {
  if (key === undefined) {
    if (typeof value === 'number') return value + 1;
    return typeof value === 'string' ? otherText(value) : 'something';
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === Number(key) ? changedAt(item, rest) : item));
  }
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === key ? changedAt(item, rest) : item]),
  );
}

/** As long, and different in its last letter. */
function otherText(text: string): string {
  return `${text.slice(0, -1)}${text.endsWith('a') ? 'b' : 'a'}`;
}
