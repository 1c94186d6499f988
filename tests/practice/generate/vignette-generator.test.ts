import { describe, expect, test } from 'vitest';
import { isLevelRule } from '../../../src/core/rule-set.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { terminalOf } from '../../../src/diagram/possible.ts';
import { evaluate } from '../../../src/explain/evaluate.ts';
import { VignetteGenerator } from '../../../src/practice/generate/vignette-generator.ts';
import { loadRuleSet } from '../../../src/rule-set/load.ts';
import { seededRandom } from '../../../src/statistics/random.ts';
import { adult, compiledAdult } from '../../adult-rule-set.ts';
import { adultVignettes } from '../../adult-vignettes.ts';
import { SMALL_RULE_SET } from '../../rule-set/small-rule-set.ts';
import { reader } from './read-back.ts';

const generator = new VignetteGenerator(compiledAdult, adultVignettes.unlikely);

describe('a generated vignette', () => {
  test.each(adult.levels.map(({ id }, level) => [id, level] as const))(
    'is of the level wished for: %s',
    (_, level) => {
      const random = seededRandom(level);
      for (let count = 0; count < 20; count++) {
        const vignette = generator.vignette({ level }, random);
        expect(terminalOf(compiledAdult.level, vignette?.answers ?? [])).toBe(level);
      }
    },
  );

  test.each(adult.rules.filter(isLevelRule).map(({ id }) => id))(
    'is decided by the rule wished for: %s',
    (rule) => {
      const vignette = generator.vignette({ rule }, seededRandom(8));
      const { reasons } = evaluate(compiledAdult, vignette?.answers ?? []);
      expect(reasons.flatMap(({ rules }) => rules)).toContain(rule);
    },
  );

  test('is decided by a rule of the dimension wished for', () => {
    const random = seededRandom(5);
    for (const dimension of adult.dimensions.keys()) {
      const vignette = generator.vignette({ dimension, level: 2 }, random);
      // Response to treatment has no rule at this level.
      expect(vignette === undefined).toBe(adult.dimensions[dimension]?.id === 'treatment_response');
      const rules =
        vignette && evaluate(compiledAdult, vignette.answers).reasons.flatMap((reason) => reason.rules);
      const dimensions = adult.rules.filter(({ id }) => rules?.includes(id)).map((rule) => rule.dimension);
      expect(dimensions.length === 0 || dimensions.includes(dimension)).toBe(true);
    }
  });

  test('is undefined where no case is as wished', () => {
    expect(generator.vignette({ rule: 'safety.guarded', level: 3 }, seededRandom(1))).toBeUndefined();
    expect(generator.vignette({ rule: 'no.such-rule' }, seededRandom(1))).toBeUndefined();
    expect(generator.pair({ rule: 'no.such-rule' }, seededRandom(1))).toBeUndefined();
  });

  test('is the same for the same numbers, and another for others', () => {
    const told = (seed: number) =>
      new VignetteGenerator(compiledAdult, adultVignettes.unlikely).vignette({}, seededRandom(seed));
    expect(told(11)).toEqual(told(11));
    expect(told(11)?.text).not.toEqual(told(12)?.text);
  });

  test('has no answers that disagree or seldom come together, unless its rule is about them', () => {
    const rechecked = adult.rules.filter(isLevelRule).filter(({ id }) => {
      const vignette = generator.vignette({ rule: id }, seededRandom(2));
      return evaluate(compiledAdult, vignette?.answers ?? []).rechecks.length > 0;
    });
    expect(rechecked.map(({ id }) => id)).toEqual(['safety.preparatory-acts', 'safety.support-missing']);
  });
});

describe('a pair', () => {
  test('differs in one answer and in level, and is told alike but for it', () => {
    const random = seededRandom(21);
    const readBack = reader(adult);
    for (let count = 0; count < 200; count++) {
      const pair = generator.pair({}, random);
      if (pair === undefined) throw new Error('there is no pair');
      const { first, second, question, needsMore } = pair;
      const given = Array.from(second.answers);
      const differing = Array.from(first.answers).flatMap((answer, index) =>
        answer === given[index] ? [] : [index],
      );
      expect(differing).toEqual([question]);
      const [low, high] = needsMore === 'first' ? [second, first] : [first, second];
      const levelOf = (answers: ArrayLike<number>) => terminalOf(compiledAdult.level, answers) ?? -1;
      expect(levelOf(high.answers)).toBeGreaterThan(levelOf(low.answers));
      expect(Array.from(readBack(first.text))).toEqual(Array.from(first.answers));
      expect(Array.from(readBack(second.text))).toEqual(Array.from(second.answers));
      const sentences = (text: readonly string[]) => text.join(' ').split(/(?<=\.) /);
      const shared = sentences(first.text).filter((sentence) => sentences(second.text).includes(sentence));
      expect(shared.length).toBeGreaterThan(0);
      expect(first.id).not.toBe(second.id);
    }
  });

  test('needs the first as often as the second', () => {
    const random = seededRandom(4);
    const firsts = Array.from({ length: 400 }, () => generator.pair({}, random)?.needsMore).filter(
      (needs) => needs === 'first',
    );
    expect(firsts.length).toBeGreaterThan(150);
    expect(firsts.length).toBeLessThan(250);
  });
});

test('a rule set without usual answers, gates or several dimensions can be told as well', () => {
  const { ruleSet } = loadRuleSet(SMALL_RULE_SET);
  if (ruleSet === undefined) throw new Error('the small rule set has mistakes');
  const compiled = compile(ruleSet);
  const small = new VignetteGenerator(compiled, []);
  const random = seededRandom(6);
  for (let count = 0; count < 50; count++) {
    const vignette = small.vignette({}, random);
    expect(Array.from(reader(ruleSet)(vignette?.text ?? []))).toEqual(Array.from(vignette?.answers ?? []));
  }
});
