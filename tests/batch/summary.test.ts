import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SummaryCounts } from '../../src/batch/summary.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { compiledTiny, tiny } from './tiny-rule-set.ts';

const outcomeOf = (...answers: readonly number[]) => evaluate(compiledTiny, answers);

/** Complete and open cases of the tiny rule set. */
const anyAnswers = fc.tuple(
  fc.constantFrom(-1, 0, 1, 2),
  fc.constantFrom(-1, 0, 1),
  fc.constantFrom(-1, 0, 1),
);

describe('the summary', () => {
  test('counts levels, ranges, reasons, unknowns, alerts, advice and rechecks', () => {
    const counts = new SummaryCounts(2);
    counts.add(outcomeOf(2, 0, 1));
    counts.add(outcomeOf(2, 1, 0));
    counts.add(outcomeOf(0, 0, 0), 3);
    counts.add(outcomeOf(1, -1, 0));
    expect(counts.result()).toEqual({
      scored: 6,
      rejected: 0,
      alerted: 2,
      settled: [3, 2],
      open: [{ lowest: 0, highest: 1, cases: 1 }],
      drivers: [
        [],
        [
          { of: ['safety.plan'], cases: 2 },
          { of: ['safety.tired'], cases: 1 },
        ],
      ],
      unknowns: [{ of: 1, cases: 1 }],
      alerts: [{ of: 'safety.plan', cases: 2 }],
      advice: [{ of: 'safety.group', cases: 1 }],
      rechecks: [{ of: 'safety.calm-plan', cases: 1 }],
      rejects: [],
    });
  });

  test('counts a rejected row once, and each kind of problem in it once', () => {
    const counts = new SummaryCounts(2);
    const problem = { line: 1, column: 1, reason: '' };
    const rejected = { kind: 'rejected', path: 'cases.csv' } as const;
    const outside = { ...problem, code: 'answer-outside' } as const;
    const unknown = { ...problem, code: 'unknown-answer' } as const;
    counts.reject({ ...rejected, problems: [outside] });
    counts.reject({ ...rejected, problems: [unknown, unknown, outside] });
    const { rejected: rows, rejects } = counts.result();
    expect(rows).toBe(2);
    expect(rejects).toEqual([
      { of: 'answer-outside', cases: 2 },
      { of: 'unknown-answer', cases: 1 },
    ]);
  });

  test('is the same whether equal outcomes come one by one or with how often they came', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAnswers, fc.integer({ min: 1, max: 5 }))), (cases) => {
        const [single, counted] = [new SummaryCounts(2), new SummaryCounts(2)];
        for (const [answers, times] of cases) {
          for (let time = 0; time < times; time++) single.add(outcomeOf(...answers));
          counted.add(outcomeOf(...answers), times);
        }
        expect(counted.result()).toEqual(single.result());
      }),
      { seed: 20_261_122 },
    );
  });

  test('is the same in whatever order the cases come', () => {
    fc.assert(
      fc.property(fc.array(anyAnswers), (cases) => {
        const [forwards, backwards] = [new SummaryCounts(2), new SummaryCounts(2)];
        for (const answers of cases) forwards.add(outcomeOf(...answers));
        for (const answers of cases.toReversed()) backwards.add(outcomeOf(...answers));
        expect(backwards.result()).toEqual(forwards.result());
      }),
      { seed: 20_261_122 },
    );
  });

  test('puts each case at one level or in one range', () => {
    fc.assert(
      fc.property(fc.array(anyAnswers), (cases) => {
        const counts = new SummaryCounts(tiny.levels.length);
        for (const answers of cases) counts.add(outcomeOf(...answers));
        const { scored, settled, open } = counts.result();
        const all = [...settled, ...open.map((range) => range.cases)].reduce((sum, count) => sum + count, 0);
        expect([scored, all]).toEqual([cases.length, cases.length]);
      }),
      { seed: 20_261_122 },
    );
  });
});
