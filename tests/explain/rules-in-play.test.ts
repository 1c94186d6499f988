import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/core/interpret.ts';
import { compile } from '../../src/diagram/compile.ts';
import { possibleTerminals } from '../../src/diagram/possible.ts';
import { exactTrace } from '../../src/explain/exact-trace.ts';
import { isAwaited, PossibleRules } from '../../src/explain/possible-rules.ts';
import { RulesInPlay } from '../../src/explain/rules-in-play.ts';
import { completions, ruleSetAndAnswers, runs } from '../arbitrary-rule-set.ts';

describe('how rules stand', () => {
  test('a rule holds exactly if it holds in every completion, and so says the trace', () => {
    let leftOut = 0;
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const compiled = compile(ruleSet);
        const holding = completions(ruleSet, answers).map((each) => interpret(ruleSet, each).holding);
        const expected = ruleSet.rules.map(({ id }) => {
          const times = holding.filter((ids) => ids.includes(id)).length;
          if (times === holding.length) return 'holds';
          return times === 0 ? 'cannot_hold' : 'may_hold';
        });
        expect(exactTrace(compiled, answers).map((entry) => entry.truth)).toEqual(expected);

        const levels = possibleTerminals(compiled.level, answers);
        const all = [...ruleSet.rules.keys()];
        const inPlay = {
          holding: all.filter((index) => expected[index] === 'holds'),
          awaited: ruleSet.rules.flatMap((rule, index) =>
            expected[index] === 'may_hold' && isAwaited(rule) ? [index] : [],
          ),
        };
        expect(new RulesInPlay(compiled).under(answers, levels)).toEqual(inPlay);
        const possible = new PossibleRules(compiled).under(answers, levels);
        expect(possible).toEqual(expect.arrayContaining([...inPlay.holding, ...inPlay.awaited]));
        leftOut += all.length - possible.length;
      }),
      runs(1000),
    );
    expect(leftOut).toBeGreaterThan(500);
  });
});
