import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerShares, evenShares, usualShares } from '../../src/core/answer-shares.ts';
import { OPEN } from '../../src/core/answers.ts';
import { interpret } from '../../src/core/interpret.ts';
import type { Question, RuleSet } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';
import { informationGain } from '../../src/diagram/information.ts';
import { nearestWays, reachable } from '../../src/diagram/nearest.ts';
import { membersOf, possibleTerminals, terminalOf } from '../../src/diagram/possible.ts';
import { projections } from '../../src/diagram/projections.ts';
import { smallestCause, smallestHittingSet } from '../../src/diagram/smallest-cause.ts';
import { support } from '../../src/diagram/support.ts';
import {
  arbitraryRuleSet,
  commonness,
  completions,
  ruleSetAndAnswers,
  runs,
  withCommonness,
} from '../arbitrary-rule-set.ts';

const levelOf = (ruleSet: RuleSet, answers: Int8Array) => interpret(ruleSet, answers).level;

function levelsByBruteForce(ruleSet: RuleSet, answers: Int8Array): number[] {
  return [...new Set(completions(ruleSet, answers).map((each) => levelOf(ruleSet, each)))].sort();
}

function withAnswer(answers: Int8Array, question: number, answer: number): Int8Array {
  return answers.map((given, index) => (index === question ? answer : given));
}

describe('queries on the level diagram agree with trying every case', () => {
  test('the level of complete cases', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const compiled = compile(ruleSet);
        for (const complete of completions(ruleSet, answers)) {
          expect(terminalOf(compiled.level, complete)).toBe(levelOf(ruleSet, complete));
        }
      }),
      runs(300),
    );
  });

  test('the possible levels', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const levels = membersOf(possibleTerminals(compile(ruleSet).level, answers));
        expect(levels).toEqual(levelsByBruteForce(ruleSet, answers));
      }),
      runs(500),
    );
  });

  test('the questions that still matter', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const matters = ruleSet.questions.flatMap((question, index) => {
          if (answers[index] !== OPEN) return [];
          const changes = completions(ruleSet, answers).some((each) =>
            question.answers.some(
              (_, answer) => levelOf(ruleSet, withAnswer(each, index, answer)) !== levelOf(ruleSet, each),
            ),
          );
          return changes ? [index] : [];
        });
        expect(support(compile(ruleSet).level, answers)).toEqual(matters);
      }),
      runs(500),
    );
  });

  test('the answers with which each rule can hold', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const compiled = compile(ruleSet);
        const all = completions(ruleSet, new Int8Array(ruleSet.questions.length).fill(OPEN));
        const holding = all.map((each) => interpret(ruleSet, each).holding);
        ruleSet.rules.forEach(({ id }, index) => {
          const held = all.filter((_, place) => holding[place]?.includes(id));
          const expected = ruleSet.questions.map(({ answers }, question) =>
            answers.map((_, answer) => held.some((each) => each[question] === answer)),
          );
          const diagram = compiled.rules[index];
          const sets = diagram && projections(diagram, compiled);
          const actual = ruleSet.questions.map(({ answers }, question) =>
            answers.map((_, answer) => (((sets?.[question] ?? 0) >>> answer) & 1) === 1),
          );
          expect(actual).toEqual(expected);
        });
        expect(compiled.rules.length).toBe(ruleSet.rules.length);
      }),
      runs(300),
    );
  });

  test.for<[string, (questions: readonly Question[]) => AnswerShares]>([
    ['all answers are equally common', evenShares],
    ['some are more common', usualShares],
  ])('the information each open question gives where %s', ([, sharesOf]) => {
    fc.assert(
      fc.property(ruleSetAndAnswers, commonness, ([unweighted, answers], numbers) => {
        const ruleSet = withCommonness(unweighted, numbers);
        const shares = sharesOf(ruleSet.questions);
        const gains = informationGain(compile(ruleSet).level, answers, shares);
        const chanceOf = (complete: Int8Array) =>
          shares.reduce((product, own, index) => product * (own[complete[index] ?? 0] ?? 0), 1);
        const entropyOf = (cases: readonly Int8Array[]) => {
          const chances = [0, 0, 0, 0];
          for (const each of cases) {
            const level = levelOf(ruleSet, each);
            chances[level] = (chances[level] ?? 0) + chanceOf(each);
          }
          const sum = chances.reduce((total, chance) => total + chance);
          return chances.reduce(
            (bits, chance) => (chance > 0 ? bits - (chance / sum) * Math.log2(chance / sum) : bits),
            0,
          );
        };
        ruleSet.questions.forEach(({ answers: own }, index) => {
          if (answers[index] !== OPEN) return;
          const left = own.map(
            (_, answer) =>
              entropyOf(completions(ruleSet, withAnswer(answers, index, answer))) *
              (shares[index]?.[answer] ?? 0),
          );
          const mean = left.reduce((sum, bits) => sum + bits, 0);
          expect(gains[index]).toBeCloseTo(entropyOf(completions(ruleSet, answers)) - mean, 6);
        });
        expect(gains.length).toBe(ruleSet.questions.length);
      }),
      runs(200),
    );
  });
});

describe('what would change the level', () => {
  test('needs exactly as many changed answers as the best of all cases, and never one of history', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, fc.nat({ max: 3 }), ([ruleSet, answers], level) => {
        const compiled = compile(ruleSet);
        const mayChange = (index: number) => ruleSet.questions[index]?.history === false;
        const wanted = reachable(compiled, compiled.level, answers, (one) => one === level);
        const nearest = nearestWays(wanted, ruleSet.questions, mayChange);

        const all = completions(ruleSet, new Int8Array(ruleSet.questions.length).fill(OPEN));
        const changedIn = (each: Int8Array) =>
          ruleSet.questions.flatMap((_, index) =>
            answers[index] !== OPEN && answers[index] !== each[index] ? [index] : [],
          );
        const ways = all.filter(
          (each) => levelOf(ruleSet, each) === level && changedIn(each).every(mayChange),
        );
        const fewest = Math.min(...ways.map((each) => changedIn(each).length));
        const best = ways.filter((each) => changedIn(each).length === fewest);
        const distinct = new Set(
          best.map((each) =>
            changedIn(each)
              .map((q) => `${q}:${each[q]}`)
              .join(),
          ),
        );
        const stepsOf = (each: Int8Array) =>
          changedIn(each).reduce((sum, q) => sum + Math.abs((each[q] ?? 0) - (answers[q] ?? 0)), 0);

        expect(nearest?.ways[0]?.changes.length).toBe(ways.length === 0 ? undefined : fewest);
        expect(nearest?.total).toBe(ways.length === 0 ? undefined : distinct.size);
        expect(nearest?.ways[0]?.steps).toBe(ways.length === 0 ? undefined : Math.min(...best.map(stepsOf)));
      }),
      runs(500),
    );
  });
});

describe('the smallest cause', () => {
  test('keeps the level by itself, and no smaller set of given answers does', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const compiled = compile(ruleSet);
        const lowest = levelsByBruteForce(ruleSet, answers)[0] ?? 0;
        const cause = smallestCause(compiled, answers, lowest) ?? [];
        const keeps = (kept: readonly number[]) => {
          const only = answers.map((given, index) => (kept.includes(index) ? given : OPEN));
          return (membersOf(possibleTerminals(compiled.level, only))[0] ?? 0) >= lowest;
        };
        const given = ruleSet.questions.flatMap((_, index) => (answers[index] === OPEN ? [] : [index]));
        const subsets = given.reduce<number[][]>(
          (sets, one) => sets.concat(sets.map((set) => set.concat(one))),
          [[]],
        );
        const smallest = Math.min(...subsets.filter(keeps).map((set) => set.length));
        expect(keeps(cause)).toBe(true);
        expect(cause.length).toBe(smallest);
      }),
      runs(500),
    );
  });

  test('a hitting set meets every set with the fewest members', () => {
    expect(smallestHittingSet([])).toEqual([]);
    expect(
      smallestHittingSet([
        [1, 2],
        [2, 3],
        [3, 4],
      ]),
    ).toEqual([1, 3]);
    expect(smallestHittingSet([[5], [1, 5], [2]])).toEqual([2, 5]);
  });
});
