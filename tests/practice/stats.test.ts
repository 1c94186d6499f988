import { describe, expect, test } from 'vitest';
import { bar, sparkline } from '../../src/practice/chart.ts';
import type { PairEntry, PlacementEntry } from '../../src/practice/progress.ts';
import { entriesOf, reviewsOf } from '../../src/practice/progress.ts';
import { practiceStats } from '../../src/practice/stats.ts';
import { statsRecord } from '../../src/practice/stats-json.ts';
import { renderStats } from '../../src/practice/stats-text.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult } from '../adult-rule-set.ts';

let minute = 0;
function placement(
  possible: string,
  placed: string | null,
  more: Partial<PlacementEntry> = {},
): PlacementEntry {
  const at = new Date(Date.UTC(2026, 0, 5, 9, minute++)).toISOString();
  return {
    kind: 'placement',
    at,
    rule_set: 'adult@1.0.0+1a2b3c4d',
    vignette: `case-${minute}`,
    source: 'generated',
    placed,
    possible: possible.split(' '),
    decided_by: ['safety.daily-monitoring'],
    known: [],
    missed: [],
    resisted: [],
    ...more,
  };
}

const pair: PairEntry = {
  kind: 'pair',
  at: '2026-01-05T08:00:00.000Z',
  rule_set: 'adult@1.0.0+1a2b3c4d',
  vignettes: ['a', 'b'],
  question: 'monitoring_need',
  picked: 'first',
  needs_more: 'first',
  known: ['safety.daily-monitoring'],
  missed: [],
  resisted: [],
};

const entries = [
  ...Array.from({ length: 6 }, () => placement('php', 'iop', { missed: ['safety.daily-monitoring'] })),
  ...Array.from({ length: 6 }, () => placement('iop', 'iop', { decided_by: ['functioning.unable-to-work'] })),
  placement('iop php', 'php'),
  placement('iop', 'inpatient'),
  placement('outpatient', null, { decided_by: [] }),
  pair,
  { ...pair, picked: null },
  { ...pair, picked: 'second' as const },
];

describe('the figures of practice', () => {
  const stats = practiceStats(adult, entries);

  test('tell same, lower, higher and unsure apart', () => {
    expect(stats.all).toEqual({ same: 6, lower: 6, higher: 1, possible: 1, unsure: 1 });
  });

  test('compare only cases with one level with what was chosen', () => {
    expect(stats.agreement.cases).toBe(13);
    expect(stats.agreement.matrix).toEqual([
      [0, 0, 0, 0],
      [0, 6, 0, 1],
      [0, 6, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  test('go by the dimension of the criteria that decide', () => {
    expect(stats.dimensions).toEqual([
      { dimension: 0, same: 0, lower: 6, higher: 1, possible: 1, unsure: 0 },
      { dimension: 1, same: 6, lower: 0, higher: 0, possible: 0, unsure: 0 },
      { same: 0, lower: 0, higher: 0, possible: 0, unsure: 1 },
    ]);
  });

  test('go over time in stretches', () => {
    expect(stats.stretches.map(({ same }) => same)).toEqual([0, 4, 2]);
    const many = practiceStats(
      adult,
      Array.from({ length: 1000 }, () => placement('iop', 'iop')),
    );
    expect(many.stretches).toHaveLength(24);
  });

  test('count pairs apart, and what was missed most often', () => {
    expect(stats.pairs).toEqual({ right: 1, wrong: 1, unsure: 1 });
    expect(stats.missed).toEqual([{ rule: 'safety.daily-monitoring', times: 6 }]);
  });

  test('leave out levels that the rule set no longer has', () => {
    expect(practiceStats(adult, [placement('ward', 'iop'), placement('iop', 'ward')]).all).toEqual({
      same: 0,
      lower: 0,
      higher: 0,
      possible: 0,
      unsure: 0,
    });
  });
});

test('entries of other rule sets are left out', () => {
  const other = placement('iop', 'iop', { rule_set: 'adult-2@1.0.0+1a2b3c4d' });
  expect(entriesOf([other, pair], 'adult')).toEqual([pair]);
});

test('entries show the scheduler what was missed, known and resisted', () => {
  expect(reviewsOf([placement('php', 'iop', { missed: ['a'], known: ['b'], resisted: ['c'] })])).toEqual([
    expect.objectContaining({ rule: 'a', shown: 'missed' }),
    expect.objectContaining({ rule: 'b', shown: 'known' }),
    expect.objectContaining({ rule: 'c', shown: 'resisted' }),
  ]);
});

describe('the page of figures', () => {
  const stats = practiceStats(adult, entries);
  const schedule = { due: 1, memory: new Map(), criteria: 51 };
  const page = (width: number) =>
    renderStats(adult, stats, schedule, { width, theme: createTheme({ color: false }) });

  test('reads so', () => {
    expect(page(80)).toMatchInlineSnapshot(`
      "Practice so far: 15 cases, 3 pairs

      Same level      6 of 13 (46%)
      Lower           6 of 13 (46%)
      Higher          1 of 13 (8%)
      One of several  1, where the story leaves several levels possible
      Unsure          1
      Pairs           1 of 3 right
      Weighted kappa  -0.23 (95% interval -0.44 to 0.00; quadratic weights)
      Over time       ▁▇▆ same level, 5 cases a column: 0% at first, 67% at last

      By what decides
        Safety                    ░░░░░░░░░░ 0 of 8, 6 lower, 1 higher, 1 of several
        Symptoms and functioning  ██████████ 6 of 6
        Nothing asks for more     ░░░░░░░░░░ 0 of 1, 1 unsure

      Your placements (columns) beside the criteria (rows)
                    outpatient         IOP         PHP   inpatient
        outpatient           0           0           0           0
        IOP                  0           6           0           1
        PHP                  0           6           0           0
        inpatient            0           0           0           0

      Missed most often
        · when things may change from day to day, someone must look nearly every day
          (safety.daily-monitoring, 6 times)

      Criteria        0 of 51 have come up; 0 known, 1 due now
      "
    `);
  });

  test.each([60, 80, 120])('fits %i columns', (width) => {
    expect(
      page(width)
        .split('\n')
        .filter((line) => [...line].length > width),
    ).toEqual([]);
  });

  test('says that a kappa of few cases means nothing', () => {
    const few = practiceStats(adult, entries.slice(0, 3));
    expect(renderStats(adult, few, schedule, { width: 80, theme: createTheme({ color: false }) })).toContain(
      'needs 10 cases, has 3',
    );
  });

  test('says the same as JSON', () => {
    expect(statsRecord(adult, stats, schedule)).toMatchObject({
      rule_set: 'adult',
      all: { same: 6, lower: 6, higher: 1, possible: 1, unsure: 1 },
      agreement: { cases: 13, exact: { value: 6 / 13 } },
      dimensions: [{ dimension: 'safety' }, { dimension: 'functioning' }, { dimension: null }],
      pairs: { right: 1 },
    });
  });
});

test('a bar is empty only for none and full only for all', () => {
  expect(bar(0, 100, 10)).toBe('░░░░░░░░░░');
  expect(bar(1, 100, 10)).toBe('█░░░░░░░░░');
  expect(bar(99, 100, 10)).toBe('█████████░');
  expect(bar(100, 100, 10)).toBe('██████████');
  expect(bar(0, 0, 4)).toBe('░░░░');
});

test('a sparkline has one column for each share', () => {
  expect(sparkline([0, 0.5, 1])).toBe('▁▅█');
});
