import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/core/interpret.ts';
import { compile } from '../../src/diagram/compile.ts';
import { exactTrace, ruleTruths } from '../../src/explain/rule-truths.ts';
import { completions, ruleSetAndAnswers, runs } from '../arbitrary-rule-set.ts';

describe('how rules stand', () => {
  test('a rule holds exactly if it holds in every completion, and so says the trace', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const compiled = compile(ruleSet);
        const holding = completions(ruleSet, answers).map((each) => interpret(ruleSet, each).holding);
        const expected = ruleSet.rules.map(({ id }) => {
          const times = holding.filter((ids) => ids.includes(id)).length;
          if (times === holding.length) return 'holds';
          return times === 0 ? 'cannot_hold' : 'may_hold';
        });
        expect(ruleTruths(compiled, answers)).toEqual(expected);
        expect(exactTrace(compiled, answers).map((entry) => entry.truth)).toEqual(expected);
      }),
      runs(1000),
    );
  });
});
