import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import type { RuleSet } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { arbitraryRuleSet, runs } from '../arbitrary-rule-set.ts';
import { below, drawCase, mulberry32, SEED, withOpenQuestions } from '../oracle/draw-cases.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';
import { plainEvaluate } from './plain-evaluate.ts';

/** More cases than are done before the rules that an answer puts out of play are worked out. */
const MANY_CASES = 150;

/** Numbers from which to draw that many cases of any small rule set. */
const draws = fc.array(fc.array(fc.nat({ max: 59 }), { minLength: 5, maxLength: 5 }), {
  minLength: MANY_CASES,
  maxLength: MANY_CASES,
});

/** Every other answer is open. */
function caseOf({ questions }: RuleSet, drawn: readonly number[]): Int8Array {
  return Int8Array.from(questions, ({ answers }, index) => {
    const number = drawn[index] ?? 0;
    return number % 2 === 0 ? OPEN : ((number - 1) / 2) % answers.length;
  });
}

describe('an outcome is the same, to the order of the questions that matter, if everything is looked at plainly', () => {
  test('for small rule sets, one case after the other', () => {
    let ranked = 0;
    fc.assert(
      fc.property(arbitraryRuleSet, fc.boolean(), draws, (ruleSet, isReversed, drawn) => {
        const inOrder = [...ruleSet.questions.keys()];
        const compiled = compile(ruleSet, { order: isReversed ? inOrder.toReversed() : inOrder });
        const cases = drawn.map((numbers) => caseOf(ruleSet, numbers));
        // All at first: what one case leads to must outlive the next ones.
        const outcomes = cases.map((answers) => evaluate(compiled, answers));
        expect(outcomes).toEqual(cases.map((answers) => plainEvaluate(compiled, answers)));
        ranked += outcomes.filter(({ open }) => open.length > 1).length;
      }),
      runs(120),
    );
    expect(ranked).toBeGreaterThan(1000);
  });

  test('for the shipped rules, with any number of open questions', () => {
    const random = mulberry32(SEED);
    const toAnswers = engineAnswers(adult);
    const cases = Array.from({ length: 2000 }, () => {
      const open = Math.floor(33 * random() ** 2);
      return toAnswers(withOpenQuestions(random, drawCase(random), open));
    });
    const outcomes = cases.map((answers) => evaluate(compiledAdult, answers));
    expect(outcomes).toEqual(cases.map((answers) => plainEvaluate(compiledAdult, answers)));
    expect(outcomes.filter(({ open }) => open.length > 1).length).toBeGreaterThan(500);
    expect(outcomes.filter(({ settled }) => settled).length).toBeGreaterThan(500);
  });

  test('for answers in any kind of array, and for one that is too short', () => {
    const random = mulberry32(SEED);
    const toAnswers = engineAnswers(adult);
    for (let drawn = 0; drawn < 50; drawn++) {
      const answers = Array.from(toAnswers(withOpenQuestions(random, drawCase(random), below(random, 10))));
      const expected = plainEvaluate(compiledAdult, answers);
      expect(evaluate(compiledAdult, answers)).toEqual(expected);
      expect(evaluate(compiledAdult, Float64Array.from(answers))).toEqual(expected);
    }
    expect(evaluate(compiledAdult, [])).toEqual(plainEvaluate(compiledAdult, []));
  });
});
