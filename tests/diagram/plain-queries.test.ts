import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualShares } from '../../src/core/answer-shares.ts';
import type { Answers } from '../../src/core/answers.ts';
import { compile } from '../../src/diagram/compile.ts';
import type { Diagram } from '../../src/diagram/diagram.ts';
import { informationGain } from '../../src/diagram/information.ts';
import { support } from '../../src/diagram/support.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { commonness, ruleSetAndAnswers, runs, withCommonness } from '../arbitrary-rule-set.ts';
import { drawCase, mulberry32, SEED, withOpenQuestions } from '../oracle/draw-cases.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';
import { plainInformationGain } from './plain-information.ts';
import { plainSupport } from './plain-support.ts';

/** The gains, with no difference between 0 and -0: they are only compared and added. */
function unsigned(gains: Float64Array): number[] {
  return Array.from(gains, (gain) => gain + 0);
}

describe('queries are the same, bit by bit, in their plain form', () => {
  test('on every diagram of small rule sets, however common answers are', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, commonness, ([unweighted, answers], numbers) => {
        const ruleSet = withCommonness(unweighted, numbers);
        const { level, rules } = compile(ruleSet);
        const shares = usualShares(ruleSet.questions);
        for (const diagram of [level, ...rules]) {
          expect(support(diagram, answers)).toEqual(plainSupport(diagram, answers));
          expect(unsigned(informationGain(diagram, answers, shares))).toEqual(
            unsigned(plainInformationGain(diagram, answers, shares)),
          );
        }
      }),
      runs(500),
    );
  });

  test('on the level and the rules that are shipped', () => {
    const random = mulberry32(SEED);
    const toAnswers = engineAnswers(adult);
    const shares = usualShares(adult.questions);
    const { level, rules } = compiledAdult;
    const queriesOf = (answers: Answers) => (diagram: Diagram) => [
      support(diagram, answers),
      unsigned(informationGain(diagram, answers, shares)),
    ];
    const plainQueriesOf = (answers: Answers) => (diagram: Diagram) => [
      plainSupport(diagram, answers),
      unsigned(plainInformationGain(diagram, answers, shares)),
    ];
    for (let open = 0; open <= 32; open++) {
      const answers = toAnswers(withOpenQuestions(random, drawCase(random), open));
      const diagrams = [level, ...rules];
      expect(diagrams.map(queriesOf(answers))).toEqual(diagrams.map(plainQueriesOf(answers)));
    }
  });
});
