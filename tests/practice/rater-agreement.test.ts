import { describe, expect, test } from 'vitest';
import { renderTeamAgreement } from '../../src/practice/agreement-text.ts';
import { compareExams } from '../../src/practice/compare-exams.ts';
import type { ExamResult } from '../../src/practice/exam-result.ts';
import { teamAgreement } from '../../src/practice/rater-agreement.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult } from '../adult-rule-set.ts';
import { FLEISS_1971, SHROUT_FLEISS_1979 } from '../statistics/published-examples.ts';
import { identity } from './feedback-on.ts';

function rated(rows: readonly (readonly (number | undefined)[])[]) {
  return rows.map((placed, index) => ({ id: `case-${index + 1}`, level: placed[0] ?? 0, placed }));
}

describe('published worked examples', () => {
  test("Fleiss' kappa of Fleiss (1971): 0.430", () => {
    const rows = FLEISS_1971.map((row) => [...row].map((digit) => Number(digit) - 1));
    const { fleiss, counted } = teamAgreement(rated(rows), 6, 5);
    expect(counted).toBe(30);
    expect(fleiss.value?.toFixed(3)).toBe('0.430');
  });

  test('ICC(2,1) of Shrout and Fleiss (1979): .29', () => {
    const { icc } = teamAgreement(rated(SHROUT_FLEISS_1979), 4, 11);
    expect(icc.value?.toFixed(2)).toBe('0.29');
  });
});

describe('a team', () => {
  test('that agrees on everything has kappas of 1 and nothing disputed', () => {
    const team = teamAgreement(rated([0, 1, 2, 3, 0, 1].map((level) => [level, level, level])), 3, 4);
    expect(team.fleiss.value).toBe(1);
    expect(team.icc.value).toBeCloseTo(1);
    expect(team.pairs.map(({ first, second, value }) => [first, second, value])).toEqual([
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
    ]);
    expect(team.disputed).toEqual([]);
  });

  test('has its most disputed case first', () => {
    const { disputed } = teamAgreement(
      rated([
        [0, 1, 1],
        [0, 3, 3],
        [2, 2, 2],
        [1, undefined, 1],
      ]),
      3,
      4,
    );
    expect(disputed.map(({ id }) => id)).toEqual(['case-2', 'case-1', 'case-4']);
  });

  test('of which somebody was unsure is counted without that case', () => {
    expect(
      teamAgreement(
        rated([
          [0, 1],
          [undefined, 1],
          [2, 2],
        ]),
        2,
        4,
      ).counted,
    ).toBe(2);
  });

  test('with nothing in common has no figures', () => {
    const { fleiss, icc, pairs } = teamAgreement(rated([[undefined, 1]]), 2, 4);
    expect({ fleiss, icc, value: pairs[0]?.value }).toEqual({ fleiss: {}, icc: {}, value: undefined });
  });

  test('is compared with the criteria rater by rater', () => {
    const cases = [0, 1, 2, 3].map((level) => ({ id: `${level}`, level, placed: [level, 3 - level] }));
    const { withCriteria } = teamAgreement(cases, 2, 4);
    expect(withCriteria.map(({ first, value }) => [first, value])).toEqual([
      [0, 1],
      [1, -1],
    ]);
  });
});

function result(
  rater: string | null,
  placed: readonly (string | null)[],
  more: Partial<ExamResult> = {},
): ExamResult {
  return {
    carestep_exam: 1,
    rater,
    day: '2026-01-15',
    software: '0.1.0',
    rule_set: identity,
    seed: 7,
    cases: placed.map((level, index) => ({
      id: `case-${index + 1}`,
      source: 'generated',
      answers: { monitoring_need: 'daily' },
      level: 'php',
      placed: level,
      decided_by: ['safety.daily-monitoring'],
    })),
    ...more,
  };
}

describe('results of exams', () => {
  const first = { path: 'a.json', result: result('R1', ['php', 'iop']) };
  const compare = (other: ExamResult) => compareExams(adult, [first, { path: 'b.json', result: other }]);

  test('of one exam are put side by side', () => {
    expect(compare(result(null, ['php', null]))).toEqual({
      raters: ['R1', 'b.json'],
      cases: [
        { id: 'case-1', level: 2, placed: [2, 2] },
        { id: 'case-2', level: 2, placed: [1, undefined] },
      ],
    });
  });

  test.each<[string, ExamResult, string]>([
    [
      'with fewer cases',
      result('R2', ['php']),
      '`a.json` and `b.json` are about different cases (seeds 7 and 7, 2 and 1 cases)',
    ],
    [
      'with other answers',
      { ...result('R2', []), cases: first.result.cases.map((one) => ({ ...one, answers: {} })) },
      '`a.json` and `b.json` are about different cases',
    ],
    [
      'of other rules',
      result('R2', ['php', 'iop'], { rule_set: { ...identity, fingerprint: '0'.repeat(64) } }),
      '`a.json` and `b.json` come from other rules: adult@1.0.0+1a2b3c4d and adult@1.0.0+00000000',
    ],
    ['by the same rater', result('R1', ['php', 'iop']), 'two of the files are by rater `R1`'],
    [
      'with an unknown level',
      result('R2', ['php', 'ward']),
      'the exams were taken with the rule set `adult`',
    ],
  ])('%s cannot be compared', (_, other, message) => {
    expect(compare(other)).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('need two raters', () => {
    expect(compareExams(adult, [first])).toMatchObject({ message: expect.stringContaining('two raters') });
  });
});

test('the page of agreement fits its width, whatever the raters are called', () => {
  const names = ['a/very/long/path/to/the/result/of/the/first/rater.json', 'R2'];
  const team = teamAgreement(
    rated(Array.from({ length: 12 }, (_, index) => [index % 4, (index * 3) % 4])),
    2,
    4,
  );
  for (const width of [60, 80, 120]) {
    const page = renderTeamAgreement(adult, names, team, { width, theme: createTheme({ color: false }) });
    expect(page.split('\n').filter((line) => [...line].length > width)).toEqual([]);
  }
});
