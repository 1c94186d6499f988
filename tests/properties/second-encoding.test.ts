import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/core/interpret.ts';
import { membersOf, possibleTerminals } from '../../src/diagram/possible.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { applies } from '../oracle/case.ts';
import { type CaseCodes, caseOfCodes, idsOfCodes, OPEN_CODE, positionOf } from '../oracle/case-codes.ts';
import { completionCount, levelsByBruteForce, rangeByFills } from '../oracle/completions.ts';
import { LEVELS } from '../oracle/criteria-questions.ts';
import { below, drawCase, mulberry32, type Random, SEED, withOpenQuestions } from '../oracle/draw-cases.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';
import { oracleLevel, oracleOutcome } from '../oracle/oracle.ts';

/** Long enough for hundreds of thousands of cases on a slow machine; says nothing about speed. */
const PATIENCE = 300_000;

const MOST_COMPLETIONS = 4_096;

const toAnswers = engineAnswers(adult);

/** A disagreement, written so that the case can be replayed. */
interface Difference {
  readonly answers: Readonly<Record<string, string>>;
  readonly expected: unknown;
  readonly actual: unknown;
}

function same(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

function print(line: string): void {
  process.stdout.write(`seed ${SEED}: ${line}\n`);
}

/** Leaves out the answer to the question that does not apply, as a form that never asks it would. */
function withoutInapplicable(codes: CaseCodes): CaseCodes {
  const asked = codes.slice();
  const c = caseOfCodes(codes);
  for (const question of ['program_progress', 'weekly_therapy'] as const) {
    if (!applies(c, question)) asked[positionOf(question)] = OPEN_CODE;
  }
  return asked;
}

/** Cases as people have them: every other one leaves out the question that does not apply. */
function* completeCases(count: number): Generator<CaseCodes> {
  const random = mulberry32(SEED);
  for (let drawn = 0; drawn < count; drawn += 1) {
    const codes = drawCase(random);
    yield drawn % 2 === 0 ? codes : withoutInapplicable(codes);
  }
}

function drawFewOpen(random: Random): CaseCodes {
  const complete = drawCase(random);
  const count = 1 + below(random, 6);
  let codes = withOpenQuestions(random, complete, count);
  while (completionCount(codes) > MOST_COMPLETIONS) codes = withOpenQuestions(random, complete, count);
  return codes;
}

describe('the engine agrees with a second encoding of the written criteria', () => {
  test(
    'on the level of 200,000 complete cases, at least 15 % of them at each level',
    () => {
      const counts = new Map<string, number>(LEVELS.map((level) => [level, 0]));
      const differences: Difference[] = [];
      for (const codes of completeCases(200_000)) {
        const expected = oracleLevel(caseOfCodes(codes));
        counts.set(expected, (counts.get(expected) ?? 0) + 1);
        const answers = toAnswers(codes);
        const interpreted = adult.levels[interpret(adult, answers).level]?.id;
        const compiled = membersOf(possibleTerminals(compiledAdult.level, answers)).map(
          (level) => adult.levels[level]?.id,
        );
        if (interpreted !== expected || !same(compiled, [expected])) {
          differences.push({ answers: idsOfCodes(codes), expected, actual: { interpreted, compiled } });
        }
      }
      print(`complete cases by level ${JSON.stringify(Object.fromEntries(counts))}`);
      expect(differences.length, JSON.stringify(differences.slice(0, 5), null, 2)).toBe(0);
      expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(0.15 * 200_000);
    },
    PATIENCE,
  );

  test(
    'on all alerts, advice and rechecks of 20,000 complete cases',
    () => {
      const differences: Difference[] = [];
      for (const codes of completeCases(20_000)) {
        const expected = oracleOutcome(caseOfCodes(codes));
        const answers = toAnswers(codes);
        const evaluated = evaluate(compiledAdult, answers);
        const interpreted = interpret(adult, answers);
        for (const actual of [interpreted, { ...evaluated, level: evaluated.lowest }]) {
          const agree =
            LEVELS[actual.level] === expected.level &&
            same([...actual.alerts].sort(), [...expected.alerts].sort()) &&
            same([...actual.advice].sort(), [...expected.advice].sort()) &&
            same([...actual.rechecks].sort(), [...expected.rechecks].sort());
          if (!agree) differences.push({ answers: idsOfCodes(codes), expected, actual });
        }
      }
      expect(differences.length, JSON.stringify(differences.slice(0, 5), null, 2)).toBe(0);
    },
    PATIENCE,
  );

  test(
    'on the exact set of levels of 50,000 cases with 1 to 6 questions open, by trying each completion',
    () => {
      const random = mulberry32(SEED);
      const counts = new Map<string, number>();
      const differences: Difference[] = [];
      for (let drawn = 0; drawn < 50_000; drawn += 1) {
        const codes = drawFewOpen(random);
        const expected = levelsByBruteForce(codes);
        const key = expected.map((level) => LEVELS[level]).join(' ');
        counts.set(key, (counts.get(key) ?? 0) + 1);
        const actual = membersOf(possibleTerminals(compiledAdult.level, toAnswers(codes)));
        if (!same(actual, expected)) differences.push({ answers: idsOfCodes(codes), expected, actual });
      }
      print(`1 to 6 open, by possible levels ${JSON.stringify(Object.fromEntries(counts))}`);
      expect(differences.length, JSON.stringify(differences.slice(0, 5), null, 2)).toBe(0);
      // A sample of settled cases alone would prove nothing about ranges, nor would one of full ranges alone.
      expect(counts.size).toBeGreaterThanOrEqual(10);
    },
    PATIENCE,
  );

  test(
    'on the lowest and highest level of 50,000 cases with more questions open, by two fills',
    () => {
      const random = mulberry32(SEED);
      const counts = new Map<string, number>();
      const differences: Difference[] = [];
      for (let drawn = 0; drawn < 50_000; drawn += 1) {
        // Mostly not many more than six: with most questions open, nearly every range is the whole ladder.
        const open = 7 + Math.floor(26 * random() ** 3);
        const codes = withOpenQuestions(random, drawCase(random), open);
        const expected = rangeByFills(codes);
        const key = `${LEVELS[expected.lowest]} to ${LEVELS[expected.highest]}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        const levels = membersOf(possibleTerminals(compiledAdult.level, toAnswers(codes)));
        if (levels[0] !== expected.lowest || levels.at(-1) !== expected.highest) {
          differences.push({ answers: idsOfCodes(codes), expected, actual: levels });
        }
      }
      print(`7 to 32 open, by range ${JSON.stringify(Object.fromEntries(counts))}`);
      expect(differences.length, JSON.stringify(differences.slice(0, 5), null, 2)).toBe(0);
      expect(counts.size).toBeGreaterThanOrEqual(8);
    },
    PATIENCE,
  );
});
