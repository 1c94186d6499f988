import { expect, test } from 'vitest';
import { idsFromAnswers } from '../../src/core/answers.ts';
import { earlierAnswers } from '../../src/record/earlier-answers.ts';
import { adult } from '../adult-rule-set.ts';
import { bestCase } from './best-case.ts';
import { recordOf } from './drawn-records.ts';

const safety = adult.questions.filter(({ dimension }) => dimension === 0).map(({ id }) => id);

test('a record gives all of its answers to see, and none on safety to carry over', () => {
  const given = bestCase({ suicidal_thoughts: 'passive' });
  const { all, carriedOver, lost } = earlierAnswers(adult, recordOf(given));
  expect(idsFromAnswers(adult, all)).toEqual(given);
  expect(safety.length).toBeGreaterThan(10);
  expect(idsFromAnswers(adult, carriedOver)).toEqual(
    Object.fromEntries(Object.entries(given).filter(([question]) => !safety.includes(question))),
  );
  expect(lost).toEqual([]);
});

test('answers that the rules no longer know are named and left out', () => {
  const record = recordOf({ symptom_severity: 'mild' });
  const answers = { ...record.answers, gone: 'long', self_care: 'splendid' };
  const { carriedOver, lost } = earlierAnswers(adult, { ...record, answers });
  expect(idsFromAnswers(adult, carriedOver)).toEqual({ symptom_severity: 'mild' });
  expect(lost).toEqual(['gone', 'self_care']);
});
