import type { Question } from './rule-set.ts';

/** Per question and answer (by index), which share of people is taken to give it; those of a question add up to 1. */
export type AnswerShares = readonly (readonly number[])[];

/** Every answer as common as the others of its question: assumes nothing about the people who come. */
export function evenShares(questions: readonly Question[]): AnswerShares {
  return questions.map(({ answers }) => answers.map(() => 1 / answers.length));
}

/** As the rule set assumes; even where a question says nothing. */
export function usualShares(questions: readonly Question[]): AnswerShares {
  return questions.map(({ answers }) => {
    const numbers = answers.map(({ usual }) => usual ?? 1);
    const sum = numbers.reduce((total, number) => total + number, 0);
    return numbers.map((number) => number / sum);
  });
}
