import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { compareRecords } from '../../src/record/compare-records.ts';
import { listRecords } from '../../src/record/list-records.ts';
import { recordJson } from '../../src/record/make-record.ts';
import { renderRecordComparison } from '../../src/render/record-comparison.ts';
import { renderRecordList } from '../../src/render/record-list.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult } from '../adult-rule-set.ts';
import { bestCase } from '../record/best-case.ts';
import { recordOf } from '../record/drawn-records.ts';

const theme = createTheme({ color: false });
const earlier = recordOf(bestCase({ monitoring_need: 'daily' }), { day: '2026-01-15' });
const later = recordOf({ suicidal_thoughts: 'intent', suicidal_behavior: 'recent' }, { day: '2026-02-15' });
const files = [
  { path: 'records/k7f3-9xq2-2.json', text: recordJson(later) },
  { path: 'records/k7f3-9xq2-1.json', text: recordJson(earlier) },
  { path: 'records/x.json', text: '' },
];

describe('a list in a narrow window', () => {
  const text = renderRecordList(adult, listRecords(adult, files), { width: 40, theme });

  test('has the records one below the other, earliest first', () => {
    expect(text).toMatchInlineSnapshot(`
      "k7f3-9xq2-1.json
        Day: 2026-01-15
        Need: PHP
        Placement: PHP

      k7f3-9xq2-2.json
        Day: 2026-02-15
        Need: inpatient, ALERT
        Placement: inpatient

      x.json is no record that can be read
      2 records of 1 case
      "
    `);
  });

  test.each([24, 40, 60, 80])('has no line wider than %i columns', (width) => {
    const comparison = compareRecords(adult, earlier, later);
    if (typeof comparison === 'string') throw new Error(comparison);
    const look = { width, theme };
    const lines = [
      ...renderRecordList(adult, listRecords(adult, files), look).split('\n'),
      ...renderRecordComparison(adult, comparison, look).split('\n'),
    ];
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  });
});
