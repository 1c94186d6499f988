import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/explain/evaluate.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { ANSWER_IDS, type CaseCodes, OPEN_CODE } from '../oracle/case-codes.ts';
import { rangeByFills } from '../oracle/completions.ts';
import { LEVELS } from '../oracle/criteria-questions.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';
import { PUBLISHED } from '../oracle/published.ts';
import { AGREEMENT, type Agreement } from './published-agreement.ts';

const toAnswers = engineAnswers(adult);

const LADDER: readonly string[] = LEVELS;

function rank(level: string): number {
  return LADDER.indexOf(level);
}

/** Every way to answer one more question. */
function oneMoreAnswer(codes: CaseCodes): CaseCodes[] {
  return ANSWER_IDS.flatMap((answers, position) =>
    codes[position] === OPEN_CODE
      ? answers.map((_, answer) => codes.map((code, at) => (at === position ? answer : code)))
      : [],
  );
}

describe('one more answer never widens the range of', () => {
  test('all 42 published cases', () => {
    expect(PUBLISHED).toHaveLength(42);
  });

  test.each(PUBLISHED)('$id', ({ codes }) => {
    const before = evaluate(compiledAdult, toAnswers(codes));
    const wider = oneMoreAnswer(codes).filter((answered) => {
      const after = evaluate(compiledAdult, toAnswers(answered));
      return after.lowest < before.lowest || after.highest > before.highest;
    });
    expect(wider).toEqual([]);
    expect(oneMoreAnswer(codes).length).toBeGreaterThan(0);
    expect({ lowest: before.lowest, highest: before.highest }).toEqual(rangeByFills(codes));
  });
});

describe('the lowest level beside the level that the source assigned', () => {
  const assigned = PUBLISHED.filter((published) => rank(published.assigned) !== -1);

  test('is written down for each of the 37 cases whose source named one', () => {
    expect(AGREEMENT.map(({ id, assigned }) => ({ id, assigned }))).toEqual(
      assigned.map(({ id, assigned }) => ({ id, assigned })),
    );
    expect(AGREEMENT).toHaveLength(37);
  });

  test.each(assigned)('is as written down for $id', ({ id, codes }) => {
    const written = AGREEMENT.find((agreement) => agreement.id === id);
    const { lowest, possible } = evaluate(compiledAdult, toAnswers(codes));
    expect(LEVELS[lowest]).toBe(written?.lowest);
    expect(written?.why !== undefined, 'a case has a reason exactly if it differs').toBe(
      written?.lowest !== written?.assigned,
    );
    // Lower only because facts are unknown: more facts can still lead to the assigned level.
    if (difference(written) === 'lower') expect(possible).toContain(rank(written?.assigned ?? ''));
  });

  test('is the same in 23, lower in 12 and higher in 2', () => {
    const counts = { same: 0, lower: 0, higher: 0 };
    for (const agreement of AGREEMENT) {
      const verdict = difference(agreement);
      counts[verdict] += 1;
      if (verdict !== 'same') {
        const { id, assigned, lowest, why } = agreement;
        process.stdout.write(`${id}: assigned ${assigned}, at least ${lowest}; ${why}\n`);
      }
    }
    expect(counts).toEqual({ same: 23, lower: 12, higher: 2 });
  });
});

function difference(agreement: Agreement | undefined): 'same' | 'lower' | 'higher' {
  const step = rank(agreement?.lowest ?? '') - rank(agreement?.assigned ?? '');
  if (step === 0) return 'same';
  return step < 0 ? 'lower' : 'higher';
}
