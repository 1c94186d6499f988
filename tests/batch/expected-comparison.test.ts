import { describe, expect, test } from 'vitest';
import { ExpectedComparison } from '../../src/batch/expected-comparison.ts';
import { createReading } from '../../src/batch/reading.ts';
import { differencesCsv } from '../../src/batch/write-differences.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import { directionFrom } from '../../src/core/placement-difference.ts';
import { adult } from '../adult-rule-set.ts';
import { inShort, readText } from './read-text.ts';
import { tiny } from './tiny-rule-set.ts';

function outcome(...possible: readonly number[]): Outcome {
  return {
    possible,
    lowest: possible[0] ?? 0,
    highest: possible.at(-1) ?? 0,
    settled: possible.length === 1,
    reasons: [{ rules: ['a.one', 'a.other'], weight: 'alone' }],
    lowerRules: [],
    alerts: [],
    advice: [],
    rechecks: [],
    open: [],
  };
}

describe('beside the levels of a reviewer', () => {
  test('settled cases fill the matrix, open ones are apart, and those without a level are counted', () => {
    const comparison = new ExpectedComparison(4);
    const differing = [
      comparison.add('same', outcome(1), 1),
      comparison.add('over', outcome(2), 1),
      comparison.add('under', outcome(0), 3),
      comparison.add('within', outcome(1, 2, 3), 2),
      comparison.add('gap', outcome(1, 3), 2),
      comparison.add('above', outcome(2, 3), 0),
      comparison.add('none', outcome(2), undefined),
    ];
    expect(differing.map((difference) => difference && [difference.id, difference.direction])).toEqual([
      undefined,
      ['over', 'higher'],
      ['under', 'lower'],
      undefined,
      ['gap', 'range'],
      ['above', 'higher'],
      undefined,
    ]);
    expect(comparison.result()).toEqual({
      matrix: [
        [0, 0, 0, 0],
        [0, 1, 1, 0],
        [0, 0, 0, 0],
        [1, 0, 0, 0],
      ],
      open: { within: 1, outside: 2 },
      unassigned: 1,
    });
  });

  test('a difference is written with both placements and the rules that decided', () => {
    const difference = new ExpectedComparison(4).add('=x', outcome(1, 3), 2);
    if (difference === undefined) throw new Error('the levels differ');
    expect(differencesCsv(adult, 'reviewer', [difference])).toBe(
      "'=x,reviewer,php,php,iop,inpatient,range,,a.one|a.other\n",
    );
  });
});

test.each([
  [1, 1, 1, 1, undefined],
  [1, 1, 2, 2, 'higher'],
  [1, 2, 1, 3, 'higher'],
  [2, 2, 0, 1, 'lower'],
  [1, 3, 0, 3, 'lower'],
  [1, 2, 0, 3, 'range'],
  [0, 3, 1, 2, 'range'],
])('from %i–%i to %i–%i is %s', (otherLow, otherHigh, low, high, direction) => {
  const other = { lowest: otherLow, highest: otherHigh };
  expect(directionFrom(other, { lowest: low, highest: high })).toBe(direction);
});

describe('the column of a reviewer', () => {
  const asked = { expect: 'seen' };

  test('is kept, behind the columns that were asked for', () => {
    expect(createReading(tiny, { keep: ['site'], expect: 'seen' }).keep).toEqual(['site', 'seen']);
    expect(createReading(tiny, { keep: ['seen', 'site'], expect: 'seen' }).keep).toEqual(['seen', 'site']);
  });

  test('holds ids of levels or nothing; a row with anything else is rejected at its place', async () => {
    const csv = 'id,seen,sleep\na,ward,good\nb,,good\nc,Ward,good\nd,home ,poor\ne, ,good\n';
    expect(inShort(await readText('cases.csv', csv, asked))).toEqual([
      'a: -1 0 -1 ward',
      'b: -1 0 -1 ',
      '4:3 unknown-level',
      '5:3 unknown-level',
      'e: -1 0 -1  ',
    ]);
  });

  test('may stand in NDJSON, JSON and YAML too', async () => {
    const lines = ['{"id":"a","seen":"home","answers":{}}', '{"id":"b","seen":"hom","answers":{}}'];
    expect(inShort(await readText('cases.ndjson', lines.join('\n'), asked))).toEqual([
      'a: -1 -1 -1 home',
      '2:18 unknown-level',
    ]);
    expect(inShort(await readText('cases.json', `[${lines.join(',\n')}]`, asked))).toEqual([
      'a: -1 -1 -1 home',
      '2:18 unknown-level',
    ]);
    const yaml = '- id: a\n  seen: home\n  answers: {}\n- id: b\n  seen: hom\n  answers: {}\n';
    expect(inShort(await readText('cases.yaml', yaml, asked))).toEqual([
      'a: -1 -1 -1 home',
      '5:9 unknown-level',
    ]);
  });

  test('suggests the level that may be meant', async () => {
    const [row] = await readText('a.csv', 'seen,sleep\nwar,good\n', asked);
    const reason = '`war` is not a level';
    const help = 'did you mean `ward`? the levels are home, ward; blank is no expectation';
    expect(row).toMatchObject({ problems: [{ reason, help }] });
  });

  test('must be there', async () => {
    expect(inShort(await readText('cases.csv', 'id,sleep\na,good\n', asked))).toEqual([
      'unusable 1:1 missing-column',
    ]);
  });
});
