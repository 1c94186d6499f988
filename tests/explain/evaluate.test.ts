import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import { interpret } from '../../src/core/interpret.ts';
import { climb } from '../../src/core/ladder.ts';
import { isLevelRule, type RuleSet } from '../../src/core/rule-set.ts';
import { truthOf } from '../../src/core/truth.ts';
import { compile } from '../../src/diagram/compile.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import { commonness, completions, ruleSetAndAnswers, runs, withCommonness } from '../arbitrary-rule-set.ts';

const alertsOf = (ruleSet: RuleSet, answers: Int8Array) => interpret(ruleSet, answers).alerts.join();
const levelOf = (ruleSet: RuleSet, answers: Int8Array) => interpret(ruleSet, answers).level;

describe('the outcome', () => {
  test('of a complete case is what the rules say without a diagram', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const complete = answers.map((given) => Math.max(given, 0));
        const outcome = evaluate(compile(ruleSet), complete);
        const expected = interpret(ruleSet, complete);
        expect(outcome).toMatchObject({
          possible: [expected.level],
          settled: true,
          alerts: expected.alerts,
          advice: expected.advice,
          rechecks: expected.rechecks,
          open: [],
        });
      }),
      runs(1000),
    );
  });

  test('rests on no assumption about how common answers are', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, commonness, ([ruleSet, answers], numbers) => {
        const weighted = withCommonness(ruleSet, numbers);
        expect(evaluate(compile(weighted), answers)).toEqual(evaluate(compile(ruleSet), answers));
      }),
      runs(200),
    );
  });

  test('names every open question that can still change the level or raise an alert, and no other', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const all = completions(ruleSet, answers);
        const matters = ruleSet.questions.flatMap((question, index) => {
          if (answers[index] !== OPEN) return [];
          const differs = all.some((each) =>
            question.answers.some((_, answer) => {
              const other = each.map((given, place) => (place === index ? answer : given));
              return (
                levelOf(ruleSet, other) !== levelOf(ruleSet, each) ||
                alertsOf(ruleSet, other) !== alertsOf(ruleSet, each)
              );
            }),
          );
          return differs ? [index] : [];
        });
        expect(evaluate(compile(ruleSet), answers).open.toSorted((a, b) => a - b)).toEqual(matters);
      }),
      runs(500),
    );
  });

  test('its reasons hold the lowest level in every completion, and none can be left out of an open set', () => {
    let amongOpen = 0;
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const { lowest, reasons } = evaluate(compile(ruleSet), answers);
        const lowestUnder = (ids: readonly string[]) => {
          const kept = ruleSet.rules.filter(isLevelRule).filter((rule) => ids.includes(rule.id));
          const levels = completions(ruleSet, answers).map((each) =>
            climb(
              4,
              kept.filter((rule) => truthOf(rule.when, ruleSet, each) === 'holds'),
            ),
          );
          return Math.min(...levels);
        };
        const named = reasons.flatMap((reason) => reason.rules);
        expect(lowestUnder(named)).toBe(lowest);
        for (const reason of reasons) {
          if (reason.weight === 'alone') expect(lowestUnder(reason.rules)).toBe(lowest);
          if (reason.rules.length < 2) continue;
          amongOpen++;
          for (const id of reason.rules) {
            expect(lowestUnder(named.filter((other) => other !== id))).toBeLessThan(lowest);
          }
        }
      }),
      runs(3000),
    );
    expect(amongOpen).toBeGreaterThan(20);
  });
});

describe('the explanation', () => {
  test('each way to another level makes it possible, and the range after it is exact', () => {
    let ways = 0;
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const { otherLevels, outcome } = explain(compile(ruleSet), answers);
        for (const { level, ways: shown, total } of otherLevels) {
          expect(outcome.possible).not.toContain(level);
          expect(shown.length).toBe(Math.min(total, 3));
          for (const way of shown) {
            ways++;
            const changed = answers.slice();
            for (const change of way.changes) changed[change.question] = change.to;
            const levels = completions(ruleSet, changed).map((each) => levelOf(ruleSet, each));
            expect(levels).toContain(level);
            expect([way.lowest, way.highest]).toEqual([Math.min(...levels), Math.max(...levels)]);
          }
        }
        expect(outcome.possible.length).toBeGreaterThan(0);
      }),
      runs(300),
    );
    expect(ways).toBeGreaterThan(100);
  });

  test('the rule nearest to a higher level can hold once what it lacks is given', () => {
    let named = 0;
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const { whyNotHigher, outcome } = explain(compile(ruleSet), answers);
        expect(whyNotHigher === undefined).toBe(outcome.highest === 3);
        const nearest = whyNotHigher?.nearest;
        const rule = ruleSet.rules.find((each) => each.id === nearest?.rule);
        if (nearest === undefined || rule === undefined) return;
        named++;
        const changed = answers.slice();
        for (const change of nearest.lacks) changed[change.question] = change.to;
        const truths = completions(ruleSet, changed).map((each) => truthOf(rule.when, ruleSet, each));
        expect(truths).toContain('holds');
        expect(nearest.lacks.length).toBeGreaterThan(0);
      }),
      runs(500),
    );
    expect(named).toBeGreaterThan(20);
  });
});
