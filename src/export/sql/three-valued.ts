import type { AdviseCondition, LevelSet, RuleSet } from '../../core/rule-set.ts';
import { allAnswers } from '../../core/truth.ts';
import type { End } from '../../diagram/partial-space.ts';
import { ALWAYS, allOf, anyOf, countOf, type Formula, NEVER, notOf } from './formula.ts';

/** How to read conditions; see `boundOf`. */
export interface Reading {
  readonly ruleSet: RuleSet;
  /** False leaves out whether questions apply: shorter, and as right where the rest of a rule implies it. */
  readonly withApplicability: boolean;
}

/**
 * Three-valued logic as two formulas of two values each: where a condition holds whatever the open questions are
 * (`least`), and where it may still hold (`most`). `none` turns one into the other, so nothing is ever NULL.
 */
export function boundOf(reading: Reading, condition: AdviseCondition, end: End): Formula {
  const parts = (of: readonly AdviseCondition[], partEnd = end) =>
    of.map((part) => boundOf(reading, part, partEnd));
  switch (condition.kind) {
    case 'answer':
      return answerBound(reading, condition.question, condition.answers, end);
    case 'all':
      return allOf(parts(condition.of));
    case 'any':
      return anyOf(parts(condition.of));
    case 'none':
      return notOf(anyOf(parts(condition.of, otherEnd(end))));
    case 'count':
      return countOf(condition.atLeast, parts(condition.of));
    case 'level':
      return anyOf(runsOf(condition.levels).map((run) => levelBound(reading, run, end)));
    case 'rests_on':
      return { kind: 'above_without', end, rules: condition.rules };
    default:
      return condition satisfies never;
  }
}

export function otherEnd(end: End): End {
  return end === 'least' ? 'most' : 'least';
}

function answerBound(reading: Reading, index: number, answers: number, end: End): Formula {
  const question = reading.ruleSet.questions[index];
  if (question === undefined) return NEVER;
  const applies =
    question.appliesWhen === undefined || !reading.withApplicability
      ? ALWAYS
      : boundOf(reading, question.appliesWhen, end);
  if (answers === allAnswers(question)) return applies;
  const open = end === 'least' ? 0 : 1 << question.answers.length;
  return allOf([applies, { kind: 'test', question: index, codes: answers | open }]);
}

/** Every possible level lies in the run; or, at the other end, the range of possible levels meets it. */
function levelBound({ ruleSet }: Reading, [from, upTo]: readonly [number, number], end: End): Formula {
  return allOf([
    from === 0 ? ALWAYS : { kind: 'level', end, is: 'at_least', level: from },
    upTo === ruleSet.levels.length - 1
      ? ALWAYS
      : { kind: 'level', end: otherEnd(end), is: 'at_most', level: upTo },
  ]);
}

/** The levels of a set as runs of neighbors. */
function runsOf(levels: LevelSet): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let level = 0; levels >>> level !== 0; level++) {
    if (((levels >>> level) & 1) === 0) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === level - 1) runs[runs.length - 1] = [last[0], level];
    else runs.push([level, level]);
  }
  return runs;
}
