import { beforeAll, describe, expect, test } from 'vitest';
import { isLevelRule } from '../../src/core/rule-set.ts';
import { terminalOf } from '../../src/diagram/possible.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { VignetteGenerator } from '../../src/practice/generate/vignette-generator.ts';
import type { Vignette } from '../../src/practice/vignette.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { adultVignettes } from '../adult-vignettes.ts';
import { reader } from '../practice/generate/read-back.ts';

const COUNT = 10_000;
const SEED = 20_261;

const drawn: Vignette[] = [];

beforeAll(() => {
  const generator = new VignetteGenerator(compiledAdult, adultVignettes.unlikely);
  const random = seededRandom(SEED);
  for (let count = 0; count < COUNT; count++) {
    const vignette = generator.vignette({}, random);
    if (vignette !== undefined) drawn.push(vignette);
  }
});

function countsOf(ids: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids.flatMap((own) => [...new Set(own)])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

describe(`${COUNT} generated vignettes`, () => {
  test('are all there, and no case comes twice in a row', () => {
    expect(drawn).toHaveLength(COUNT);
    const cases = drawn.map(({ answers }) => Array.from(answers).join());
    expect(cases.filter((one, index) => one === cases[index - 1])).toEqual([]);
  });

  test('say what was answered and nothing else, read back from the text alone', () => {
    const readBack = reader(adult);
    const wrong = drawn.filter(({ text, answers }) => {
      const read = readBack(text);
      return Array.from(answers).join() !== Array.from(read).join();
    });
    expect(wrong).toEqual([]);
  });

  test('are between 20 and 30 percent of each level, and every rule decides at least 20', () => {
    const outcomes = drawn.map(({ answers }) => evaluate(compiledAdult, answers));
    const levels = countsOf(outcomes.map(({ lowest }) => [adult.levels[lowest]?.id ?? '']));
    for (const { id } of adult.levels) {
      expect(levels.get(id), id).toBeGreaterThanOrEqual(0.2 * COUNT);
      expect(levels.get(id), id).toBeLessThanOrEqual(0.3 * COUNT);
    }
    const decided = countsOf(outcomes.map(({ reasons }) => reasons.flatMap(({ rules }) => rules)));
    const seldom = adult.rules.filter(isLevelRule).filter(({ id }) => (decided.get(id) ?? 0) < 20);
    expect(seldom.map(({ id }) => id)).toEqual([]);
    expect(outcomes.every(({ settled }) => settled)).toBe(true);
  });

  test('lie one answer from another level', () => {
    const inner = drawn.filter(({ answers }) => {
      const given = Int8Array.from(answers);
      const level = terminalOf(compiledAdult.level, given);
      return adult.questions.every((question, index) =>
        question.answers.every((_, answer) => {
          const other = given.map((code, place) => (place === index && code !== -1 ? answer : code));
          return terminalOf(compiledAdult.level, other) === level;
        }),
      );
    });
    expect(inner).toEqual([]);
  });
});
