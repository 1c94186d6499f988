import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../src/core/record.ts';
import { compareRecords } from '../../src/record/compare-records.ts';
import { reviewDue } from '../../src/record/review-due.ts';
import { adult } from '../adult-rule-set.ts';
import { bestCase } from './best-case.ts';
import { recordOf } from './drawn-records.ts';

const outpatient = recordOf(bestCase(), { day: '2026-01-15' });
const iop = recordOf(bestCase({ self_harm: 'frequent' }), { day: '2026-02-15' });
const php = recordOf(bestCase({ monitoring_need: 'daily' }), { day: '2026-03-15' });
const open = recordOf({ monitoring_need: 'daily' }, { day: '2026-04-15' });

function placedAt(placed: string, day: string) {
  const agreement: Agreement = { decision: 'agreed', placed, reason: null, note: null };
  return recordOf(bestCase(), { day, agreement });
}

function compared(...pair: [typeof iop, typeof iop]) {
  const comparison = compareRecords(adult, ...pair);
  if (typeof comparison === 'string') throw new Error(comparison);
  return comparison;
}

describe('two records of a case', () => {
  test.for([
    ['up', outpatient, iop],
    ['up', iop, php],
    ['down', php, iop],
    ['down', php, outpatient],
    ['same', iop, iop],
    // From PHP to a range of PHP to inpatient.
    ['up', php, open],
    ['down', open, php],
  ] as const)('the need goes %s', ([step, earlier, later]) => {
    expect(compared(earlier, later).need).toBe(step);
  });

  test('need and placement are compared apart', () => {
    const declined: Agreement = {
      decision: 'overridden',
      placed: 'outpatient',
      reason: 'client_declines',
      note: 'wants to wait',
    };
    const later = recordOf(bestCase({ self_harm: 'frequent' }), { agreement: declined });
    expect(compared(outpatient, later)).toMatchObject({ need: 'up', placement: 'same' });
  });

  test('without a chosen level there is no step of placement', () => {
    expect(compared(php, open).placement).toBeUndefined();
  });

  test('a range within another is neither up nor down', () => {
    const wide = { ...open, outcome: { ...open.outcome, lowest: 'outpatient', highest: 'inpatient' } };
    const narrow = { ...open, outcome: { ...open.outcome, lowest: 'iop', highest: 'php' } };
    expect(compared(wide, narrow).need).toBe('unclear');
  });

  test('a level that is gone has no place on the ladder', () => {
    const gone = { ...iop, outcome: { ...iop.outcome, lowest: 'day_care', highest: 'day_care' } };
    expect(compared(gone, iop).need).toBe('unclear');
    expect(compared(gone, gone).need).toBe('same');
  });

  test('answers that moved are named with their direction', () => {
    const later = recordOf(
      bestCase({ self_harm: 'frequent', availability: 'virtual_only', suicidal_thoughts: undefined }),
    );
    const earlier = recordOf(bestCase({ stressors: 'overwhelming' }));
    expect(compared(earlier, later).moved).toEqual([
      { question: 'suicidal_thoughts', from: 'none', to: null, direction: 'other' },
      { question: 'self_harm', from: 'none', to: 'frequent', direction: 'more-serious' },
      { question: 'stressors', from: 'overwhelming', to: 'manageable', direction: 'less-serious' },
      { question: 'availability', from: 'program_hours', to: 'virtual_only', direction: 'other' },
    ]);
  });

  test('a change of the rules in between is said', () => {
    const [fingerprint, contentHash] = ['0'.repeat(64), '1'.repeat(64)];
    const changed = { ...php, rule_set: { ...php.rule_set, fingerprint } };
    const reworded = { ...php, rule_set: { ...php.rule_set, content_hash: contentHash } };
    expect(compared(iop, php).rules).toBe('same');
    expect(compared(iop, changed).rules).toBe('changed');
    expect(compared(iop, reworded).rules).toBe('reworded');
  });

  test('of two cases or two rule sets are not compared', () => {
    expect(compareRecords(adult, iop, { ...php, case: 'b' })).toBe('other-case');
    const other = { ...php, rule_set: { ...php.rule_set, id: 'other' } };
    expect(compareRecords(adult, iop, other)).toBe('other-rule-set');
  });
});

describe('the next review', () => {
  test('of a PHP is due on day 18, and then every 30 days', () => {
    const [first, second] = [placedAt('php', '2026-02-20'), placedAt('php', '2026-03-05')];
    expect(reviewDue(adult, [first])).toBe('2026-03-09');
    expect(reviewDue(adult, [first, second])).toBe('2026-04-04');
  });

  test('of an IOP is due within two months, counted anew after a stay elsewhere', () => {
    const [php1, iop1] = [placedAt('php', '2027-12-01'), placedAt('iop', '2028-01-01')];
    expect(reviewDue(adult, [php1, iop1])).toBe('2028-02-29');
  });

  test('has no day where no source sets one, and none without a placement', () => {
    expect(reviewDue(adult, [placedAt('inpatient', '2026-01-01')])).toBeUndefined();
    expect(reviewDue(adult, [open])).toBeUndefined();
    expect(reviewDue(adult, [])).toBeUndefined();
  });
});
