import { type Answers, OPEN } from '../../src/core/answers.ts';
import type { RuleSet } from '../../src/core/rule-set.ts';
import { ANSWER_IDS, type CaseCodes, OPEN_CODE, QUESTION_IDS } from './case-codes.ts';

/**
 * Makes the translation from the codes of the criteria to the answers of a rule set, matched by id alone. Throws
 * if the rule set lacks a question or an answer.
 */
export function engineAnswers(ruleSet: RuleSet): (codes: CaseCodes) => Answers {
  const questions = QUESTION_IDS.map((id, position) => {
    const index = ruleSet.questions.findIndex((question) => question.id === id);
    const known = ruleSet.questions[index]?.answers ?? [];
    const answers = (ANSWER_IDS[position] ?? []).map((answer) => known.findIndex(({ id }) => id === answer));
    if (answers.includes(-1)) throw new Error(`the rule set does not know all answers to \`${id}\``);
    return { index, answers };
  });
  return (codes) => {
    const answers = new Int8Array(ruleSet.questions.length).fill(OPEN);
    questions.forEach((question, position) => {
      answers[question.index] = question.answers[codes[position] ?? OPEN_CODE] ?? OPEN;
    });
    return answers;
  };
}
