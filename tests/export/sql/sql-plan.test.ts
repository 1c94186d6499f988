import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../../src/export/sql/dialect.ts';
import { partsOf } from '../../../src/export/sql/formula.ts';
import { planSql } from '../../../src/export/sql/sql-plan.ts';
import { adult, compiledAdult } from '../../adult-rule-set.ts';

const plan = planSql(compiledAdult);

describe('the plan for the shipped rules', () => {
  test('proves three-valued logic exact for every rule: none has to be written as a tree', () => {
    const trees =
      'refused' in plan
        ? plan.refused.reason
        : plan.rules.filter(({ holds, mayHold }) =>
            [holds, mayHold].flatMap(partsOf).some(({ kind }) => kind === 'by_answer'),
          );
    expect(trees).toEqual([]);
  });

  test('tries the answers to one question, reads one as its first answer, and needs nothing for the highest level', () => {
    const idOf = (question: number) => adult.questions[question]?.id;
    const found =
      'refused' in plan
        ? plan.refused
        : {
            tried: plan.lowest.tried.map(idOf),
            fixed: plan.lowest.fixed.map(({ question, answer }) => [idOf(question), answer]),
            highest: [...plan.highest.tried, ...plan.highest.fixed],
          };
    expect(found).toEqual({ tried: ['care_now'], fixed: [['program_progress', 0]], highest: [] });
  });

  test('is not made where the proof would be too large', () => {
    expect(planSql(compiledAdult, 100)).toEqual({
      refused: { reason: expect.stringContaining('too large for a proof'), help: expect.any(String) },
    });
  });
});

describe('a dialect', () => {
  test('quotes any name and any text', () => {
    expect([DIALECTS.duckdb.name('a"b'), DIALECTS.postgres.name('a"b'), DIALECTS.spark.name('a`b')]).toEqual([
      '"a""b"',
      '"a""b"',
      '`a``b`',
    ]);
    const text = "it's \\ done";
    expect([DIALECTS.duckdb.text(text), DIALECTS.postgres.text(text), DIALECTS.spark.text(text)]).toEqual([
      "'it''s \\ done'",
      "'it''s \\ done'",
      "'it\\'s \\\\ done'",
    ]);
  });
});
