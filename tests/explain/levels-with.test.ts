import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdviseCondition } from '../../src/core/rule-set.ts';
import { type OutcomeTruth, truthOf } from '../../src/core/truth.ts';
import { levelsWith } from '../../src/explain/levels-with.ts';
import { arbitraryRuleSet, runs } from '../arbitrary-rule-set.ts';

const LEVELS = 4;

const firstAnswer: AdviseCondition = { kind: 'answer', question: 0, answers: 0b01 };
const levelTest = fc
  .integer({ min: 1, max: 14 })
  .map((levels): AdviseCondition => ({ kind: 'level', levels }));

const { condition } = fc.letrec<{ condition: AdviseCondition; parts: AdviseCondition[] }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    levelTest,
    fc.constant(firstAnswer),
    fc
      .record({ kind: fc.constantFrom('all', 'any', 'none'), of: tie('parts') })
      .map((made): AdviseCondition => made),
    tie('parts').chain((of) =>
      fc
        .integer({ min: 1, max: of.length })
        .map((atLeast): AdviseCondition => ({ kind: 'count', atLeast, of })),
    ),
  ),
  parts: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
}));

describe('the levels at which advice may hold', () => {
  test('are all at which it does for some answer', () => {
    let fewer = 0;
    fc.assert(
      fc.property(arbitraryRuleSet, condition, (ruleSet, advise) => {
        const found = levelsWith(advise, LEVELS);
        for (let level = 0; level < LEVELS; level++) {
          const outcome: OutcomeTruth = {
            level: (levels: number) => ((levels >>> level) & 1 ? 'holds' : 'cannot_hold'),
            restsOn: () => 'may_hold',
          };
          const answers = ruleSet.questions.map(() => 0);
          const truths = [answers, answers.with(0, 1)].map((each) => truthOf(advise, ruleSet, each, outcome));
          if (truths.includes('holds')) expect((found >>> level) & 1).toBe(1);
        }
        if (found !== 2 ** LEVELS - 1) fewer++;
        expect(found).toBeLessThan(2 ** LEVELS);
      }),
      runs(1000),
    );
    expect(fewer).toBeGreaterThan(100);
  });

  test('are as few as its tests on the level leave', () => {
    const low: AdviseCondition = { kind: 'level', levels: 0b0011 };
    const high: AdviseCondition = { kind: 'level', levels: 0b0110 };
    expect(levelsWith({ kind: 'all', of: [low, high, firstAnswer] }, LEVELS)).toBe(0b0010);
    expect(levelsWith({ kind: 'any', of: [low, high] }, LEVELS)).toBe(0b0111);
    expect(levelsWith({ kind: 'any', of: [low, firstAnswer] }, LEVELS)).toBe(0b1111);
    expect(levelsWith({ kind: 'none', of: [low] }, LEVELS)).toBe(0b1111);
  });
});
