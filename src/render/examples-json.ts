import { type Answers, idsFromAnswers } from '../core/answers.ts';
import type { Difference, Goal } from '../core/example-report.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { type ExamplesReport, resultsOf } from './examples-report.ts';
import { goalText } from './goal-text.ts';
import { identityText } from './identity.ts';
import { levelAt } from './level-word.ts';

/** The report for programs; everything by id. */
export function examplesRecord(report: ExamplesReport): object {
  const { ruleSet, identity, coverage, mutation, suggestions } = report;
  const { passed, failed, silent } = resultsOf(report);
  const goal = (one: Goal) => ({ kind: one.kind, shows: goalText(one, ruleSet) });
  const answers = (given: Answers) => idsFromAnswers(ruleSet, given);
  return {
    rule_set: identityText(identity),
    fingerprint: identity.fingerprint,
    examples: {
      passed: passed.length,
      failed: failed.map(({ example, differences }) => ({
        id: example.id,
        path: example.path,
        line: example.line,
        differences: differences.map((difference) => differenceRecord(difference, ruleSet)),
      })),
      without_expectation: silent.length,
    },
    coverage: {
      usable_examples: coverage.usable,
      goals: coverage.goals.length,
      reached: coverage.goals.filter(({ reachedBy }) => reachedBy.length > 0).length,
      details: coverage.goals.map(({ goal: one, reachedBy }) => ({ ...goal(one), reached_by: reachedBy })),
      unreachable: coverage.unreachable.map(({ goal: one, because }) => ({ ...goal(one), because })),
    },
    ...(mutation && {
      mutants: {
        made: mutation.made,
        equivalent: mutation.equivalent,
        killed: mutation.killed,
        survivors: mutation.survivors.map(({ mutant, base, expect, ...survivor }) => ({
          rule: ruleSet.rules[mutant.rule]?.id,
          change: mutant.change,
          nearest_example: base?.id ?? null,
          answers: answers(survivor.answers),
          expect,
        })),
      },
    }),
    ...(suggestions && {
      suggestions: suggestions.map((suggestion) =>
        suggestion.kind === 'add'
          ? {
              add: suggestion.id,
              nearest: suggestion.base?.id ?? null,
              answers: answers(suggestion.answers),
              expect: suggestion.expect,
              reaches: suggestion.reaches.map(goal),
            }
          : { extend: suggestion.example.id, expect: suggestion.expect },
      ),
    }),
  };
}

function differenceRecord(difference: Difference, ruleSet: RuleSet): object {
  if (difference.kind !== 'levels') return difference;
  const range = ({ lowest, highest }: { lowest: number; highest: number }) => ({
    lowest: levelAt(ruleSet, lowest).id,
    highest: levelAt(ruleSet, highest).id,
  });
  return {
    kind: 'levels',
    expected: range(difference.expected),
    actual: range(difference.actual),
  };
}
