import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RuleSetComparison } from '../../src/batch/rule-set-comparison.ts';
import type { RuleSet } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { compiledTiny, tiny } from './tiny-rule-set.ts';

/** Without the rule about sleep. */
const lenient: RuleSet = { ...tiny, rules: tiny.rules.filter(({ id }) => id !== 'safety.tired') };

function compare(other: RuleSet, keep: readonly string[] = []) {
  const comparison = new RuleSetComparison(tiny, compile(other), keep);
  const add = (id: string, answers: readonly number[], kept: readonly string[] = []) =>
    comparison.add({ id, answers, kept, outcome: evaluate(compiledTiny, answers) });
  return { comparison, add };
}

describe('beside another rule set', () => {
  test('cases move, and the rules that only one of them has are named', () => {
    const { comparison, add } = compare(lenient);
    expect(add('calm', [0, 0, 0])).toBeUndefined();
    expect(add('tired', [1, 1, 0])).toEqual({
      id: 'tired',
      own: { lowest: 1, highest: 1, reasons: [['safety.tired']] },
      other: { lowest: 0, highest: 0, reasons: [] },
      direction: 'higher',
    });
    expect(add('open', [1, -1, 0])).toMatchObject({ direction: 'higher', other: { highest: 0 } });
    expect(comparison.result()).toEqual({
      matrix: [
        [1, 1],
        [0, 0],
      ],
      open: 1,
      same: 1,
      higher: 2,
      lower: 0,
      range: 0,
      apart: 0,
    });
  });

  test('that decides alike nothing moves, however its questions and answers are ordered', () => {
    const [thoughts, sleep, wish] = tiny.questions;
    if (thoughts === undefined || sleep === undefined || wish === undefined)
      throw new Error('three questions');
    const turned: RuleSet = {
      ...tiny,
      questions: [sleep, { ...thoughts, answers: thoughts.answers.toReversed() }, wish],
      rules: tiny.rules.slice(0, 1).map((rule) => ({
        ...rule,
        kind: 'at_least' as const,
        level: 1,
        when: { kind: 'answer' as const, question: 1, answers: 0b001 },
      })),
    };
    const own: RuleSet = { ...tiny, rules: tiny.rules.slice(0, 1) };
    const compiled = compile(own);
    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom(-1, 0, 1, 2), fc.constantFrom(-1, 0, 1), fc.constantFrom(-1, 0, 1)),
        (answers) => {
          const comparison = new RuleSetComparison(own, compile(turned), []);
          const outcome = evaluate(compiled, answers);
          expect(comparison.add({ id: 'a', answers, kept: [], outcome })).toBeUndefined();
          expect(comparison.result().same).toBe(1);
        },
      ),
      { seed: 20_261_122 },
    );
  });

  test('a case with an answer that it does not know is not compared', () => {
    const [thoughts, ...others] = tiny.questions;
    if (thoughts === undefined) throw new Error('a question');
    const known = { ...thoughts, answers: thoughts.answers.slice(0, 2) };
    const { comparison, add } = compare({ ...tiny, questions: [known, ...others], rules: [] });
    add('known', [1, 0, 0]);
    add('unknown', [2, 0, 0]);
    expect(comparison.result()).toMatchObject({ same: 1, apart: 1 });
  });

  test('what only it asks is read from a kept column, and open where there is none', () => {
    const [, sleep] = tiny.questions;
    if (sleep === undefined) throw new Error('a question');
    const asking: RuleSet = {
      ...tiny,
      questions: [...tiny.questions, { ...sleep, id: 'appetite' }],
      rules: [
        {
          dimension: 0,
          sources: [],
          practice: false,
          accept: [],
          kind: 'at_least',
          id: 'safety.appetite',
          level: 1,
          because: 'one must eat',
          when: { kind: 'answer', question: 3, answers: 0b10 },
        },
      ],
    };
    const without = compare(asking);
    expect(without.comparison.unasked).toEqual(['appetite']);
    expect(without.add('a', [0, 0, 0])).toMatchObject({
      other: { lowest: 0, highest: 1 },
      direction: 'lower',
    });

    const { comparison, add } = compare(asking, ['site', 'appetite']);
    expect(comparison.unasked).toEqual([]);
    expect(add('well', [0, 0, 0], ['north', 'good'])).toBeUndefined();
    expect(add('poor', [0, 0, 0], ['north', 'poor'])).toMatchObject({ other: { lowest: 1 } });
    expect(add('blank', [0, 0, 0], ['north', ' '])).toMatchObject({ other: { highest: 1 } });
    add('odd', [0, 0, 0], ['north', 'fair']);
    expect(comparison.result()).toMatchObject({ same: 1, lower: 2, apart: 1 });
  });
});
