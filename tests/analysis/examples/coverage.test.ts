import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureCoverage, splitGoals } from '../../../src/analysis/examples/coverage.ts';
import { goalDiagrams } from '../../../src/analysis/examples/goal-diagrams.ts';
import { RuleDiagrams } from '../../../src/analysis/examples/rule-diagrams.ts';
import { runExamples } from '../../../src/analysis/examples/run-examples.ts';
import { suggestExamples } from '../../../src/analysis/examples/suggest.ts';
import type { Example } from '../../../src/core/example.ts';
import type { Coverage, ExampleResult } from '../../../src/core/example-report.ts';
import { alertOf, type RuleSet } from '../../../src/core/rule-set.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { arbitraryRuleSet, runs } from '../../arbitrary-rule-set.ts';
import { allCases, exampleOf, reachableByTrying } from './brute-force.ts';

function coverageOf(ruleSet: RuleSet, examples: readonly Example[]): Coverage {
  const diagrams = new RuleDiagrams(ruleSet);
  return measureCoverage(diagrams, splitGoals(diagrams), runExamples(compile(ruleSet), examples));
}

function gapsOf({ goals }: Coverage): string[] {
  return goals.filter(({ reachedBy }) => reachedBy.length === 0).map(({ goal }) => JSON.stringify(goal));
}

describe('goals of small rule sets', () => {
  test('those proven reachable are those that trying every case reaches', () => {
    let reachable = 0;
    let unreachable = 0;
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const split = splitGoals(new RuleDiagrams(ruleSet));
        const proven = split.reachable.map(({ goal }) => JSON.stringify(goal));
        expect(proven.toSorted()).toEqual([...reachableByTrying(ruleSet)].toSorted());
        reachable += proven.length;
        unreachable += split.unreachable.length;
      }),
      runs(60),
    );
    expect(reachable).toBeGreaterThan(300);
    expect(unreachable).toBeGreaterThan(300);
  });

  test('each is reachable, or unreachable with a reason, and none is both', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const diagrams = new RuleDiagrams(ruleSet);
        const { reachable, unreachable } = splitGoals(diagrams);
        expect(reachable.length + unreachable.length).toBe(goalDiagrams(diagrams).length);
        expect(unreachable.filter(({ because }) => because === '')).toEqual([]);
      }),
      runs(40),
    );
  });

  test('examples of every case reach all of them, and no examples none', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const everything = allCases(ruleSet).map((answers, index) => exampleOf(ruleSet, answers, `${index}`));
        const coverage = coverageOf(ruleSet, everything);
        expect(coverage.usable).toBe(everything.length);
        expect(gapsOf(coverage)).toEqual([]);
        const nothing = coverageOf(ruleSet, []);
        expect(gapsOf(nothing)).toHaveLength(nothing.goals.length);
      }),
      runs(15),
    );
  });

  test('a goal counts only where an example speaks of it', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const levelOnly = allCases(ruleSet).map((answers, index): Example => {
          const { levels } = exampleOf(ruleSet, answers, '').expect ?? {};
          return { ...exampleOf(ruleSet, answers, `${index}`), expect: { ...(levels && { levels }) } };
        });
        const reached = coverageOf(ruleSet, levelOnly).goals.filter(({ reachedBy }) => reachedBy.length > 0);
        const kinds = new Set(reached.map(({ goal }) => goal.kind));
        expect(kinds.has('level')).toBe(true);
        expect(kinds.has('holds')).toBe(false);
      }),
      runs(15),
    );
  });

  test('a failing example reaches nothing', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const wrong = allCases(ruleSet).map((answers, index): Example => {
          const example = exampleOf(ruleSet, answers, `${index}`);
          const level = ((example.expect?.levels?.lowest ?? 0) + 1) % ruleSet.levels.length;
          return { ...example, expect: { ...example.expect, levels: { lowest: level, highest: level } } };
        });
        const coverage = coverageOf(ruleSet, wrong);
        expect(coverage.usable).toBe(0);
        expect(gapsOf(coverage)).toHaveLength(coverage.goals.length);
      }),
      runs(10),
    );
  });
});

describe('suggested examples', () => {
  /** The author's part: says everything about the suggested cases, and more about those that said too little. */
  function followed(ruleSet: RuleSet, results: readonly ExampleResult[]): Example[] {
    const diagrams = new RuleDiagrams(ruleSet);
    const goals = splitGoals(diagrams);
    const coverage = measureCoverage(diagrams, goals, results);
    const suggestions = suggestExamples(diagrams, goals, results, coverage);
    const extended = new Set(suggestions.flatMap((one) => (one.kind === 'extend' ? [one.example.id] : [])));
    const kept = results.map(({ example }) =>
      extended.has(example.id) ? exampleOf(ruleSet, Int8Array.from(example.answers), example.id) : example,
    );
    const added = suggestions.flatMap((one) =>
      one.kind === 'add' ? [exampleOf(ruleSet, Int8Array.from(one.answers), one.id)] : [],
    );
    return [...kept, ...added];
  }

  test('close every gap, from nothing and from a few examples', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, fc.array(fc.nat(), { maxLength: 4 }), (ruleSet, picks) => {
        const cases = allCases(ruleSet);
        const few = [...new Set(picks.map((pick) => pick % cases.length))].map((place) => {
          const example = exampleOf(ruleSet, cases[place] ?? new Int8Array(), `case-${place}`);
          const { levels } = example.expect ?? {};
          return place % 2 === 0 ? example : { ...example, expect: { ...(levels && { levels }) } };
        });
        const examples = followed(ruleSet, runExamples(compile(ruleSet), few));
        expect(gapsOf(coverageOf(ruleSet, examples))).toEqual([]);
      }),
      runs(40),
    );
  });

  test('are none where there is no gap', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const everything = allCases(ruleSet).map((answers, index) => exampleOf(ruleSet, answers, `${index}`));
        const results = runExamples(compile(ruleSet), everything);
        expect(followed(ruleSet, results)).toHaveLength(everything.length);
      }),
      runs(5),
    );
  });

  test('name the rules whose alerts they show', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const alerting = ruleSet.rules.filter((rule) => alertOf(rule) !== undefined).map(({ id }) => id);
        const examples = followed(ruleSet, []);
        const raised = new Set(
          examples.flatMap(({ expect: said }) => (said?.alerts?.kind === 'exactly' ? said.alerts.ids : [])),
        );
        const can = new Set(
          allCases(ruleSet).flatMap((answers) => {
            const alerts = exampleOf(ruleSet, answers, '').expect?.alerts;
            return alerts?.kind === 'exactly' ? alerts.ids : [];
          }),
        );
        expect([...raised].toSorted()).toEqual(alerting.filter((id) => can.has(id)).toSorted());
      }),
      runs(20),
    );
  });
});
