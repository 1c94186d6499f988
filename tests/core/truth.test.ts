import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import { judge } from '../../src/core/grounds.ts';
import type { AnswerCondition } from '../../src/core/rule-set.ts';
import { type Truth, truthOf } from '../../src/core/truth.ts';
import { arbitraryRuleSet, completions, ruleSetAndAnswers, ruleSetOf, runs } from '../arbitrary-rule-set.ts';

/** Three questions of two answers; the condition "answer 1 was given" of a question has the wanted truth. */
const QUESTIONS = fc.sample(arbitraryRuleSet, { seed: 1, numRuns: 1 })[0]?.questions.slice(0, 3) ?? [];
const RULE_SET = ruleSetOf(QUESTIONS, []);
const CODES: Readonly<Record<Truth, number>> = { holds: 1, may_hold: OPEN, cannot_hold: 0 };
const TRUTHS: readonly Truth[] = ['holds', 'may_hold', 'cannot_hold'];
const isOne = (question: number): AnswerCondition => ({ kind: 'answer', question, answers: 0b10 });

function truthWith(kind: 'all' | 'any' | 'none', a: Truth, b: Truth): Truth {
  return truthOf({ kind, of: [isOne(0), isOne(1)] }, RULE_SET, [CODES[a], CODES[b]]);
}

describe('three-valued truth', () => {
  test('all: false wins, then unknown', () => {
    const table = TRUTHS.map((a) => TRUTHS.map((b) => truthWith('all', a, b)));
    expect(table).toEqual([
      ['holds', 'may_hold', 'cannot_hold'],
      ['may_hold', 'may_hold', 'cannot_hold'],
      ['cannot_hold', 'cannot_hold', 'cannot_hold'],
    ]);
  });

  test('any: true wins, then unknown', () => {
    const table = TRUTHS.map((a) => TRUTHS.map((b) => truthWith('any', a, b)));
    expect(table).toEqual([
      ['holds', 'holds', 'holds'],
      ['holds', 'may_hold', 'may_hold'],
      ['holds', 'may_hold', 'cannot_hold'],
    ]);
  });

  test('none: the opposite of any', () => {
    const table = TRUTHS.map((a) => TRUTHS.map((b) => truthWith('none', a, b)));
    expect(table).toEqual([
      ['cannot_hold', 'cannot_hold', 'cannot_hold'],
      ['cannot_hold', 'may_hold', 'may_hold'],
      ['cannot_hold', 'may_hold', 'holds'],
    ]);
  });

  test('count: as many as are sure, or as many as are still possible', () => {
    const twoOf = (...truths: Truth[]) =>
      truthOf(
        { kind: 'count', atLeast: 2, of: truths.map((_, question) => isOne(question)) },
        RULE_SET,
        truths.map((truth) => CODES[truth]),
      );
    expect(twoOf('holds', 'holds', 'cannot_hold')).toBe('holds');
    expect(twoOf('holds', 'may_hold', 'cannot_hold')).toBe('may_hold');
    expect(twoOf('may_hold', 'may_hold', 'cannot_hold')).toBe('may_hold');
    expect(twoOf('holds', 'cannot_hold', 'cannot_hold')).toBe('cannot_hold');
  });

  test('never claims more than every completion bears out', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const all = completions(ruleSet, answers);
        for (const rule of ruleSet.rules) {
          if (rule.kind === 'advise') continue;
          const truth = truthOf(rule.when, ruleSet, answers);
          const found = new Set(all.map((each) => truthOf(rule.when, ruleSet, each)));
          if (truth !== 'may_hold') expect([...found]).toEqual([truth]);
          if (all.length === 1) expect(truth).not.toBe('may_hold');
        }
        expect(all.length).toBeGreaterThan(0);
      }),
      runs(500),
    );
  });
});

describe('grounds', () => {
  test('the named answers alone make a condition hold or fail', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        for (const rule of ruleSet.rules) {
          if (rule.kind === 'advise') continue;
          const { truth, by } = judge(rule.when, ruleSet, answers);
          const only = answers.map((given, index) => (by.includes(index) ? given : OPEN));
          const bears = truth === 'may_hold' ? by.some((question) => answers[question] === OPEN) : undefined;
          expect(bears ?? truthOf(rule.when, ruleSet, only) === truth).toBe(true);
        }
        expect(ruleSet.rules.length).toBeGreaterThan(0);
      }),
      runs(500),
    );
  });
});
