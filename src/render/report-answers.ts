import { OPEN } from '../core/answers.ts';
import { questionAt } from './answer-text.ts';
import type { AnswersOfDimension, GivenAnswer, ReportSubject } from './report.ts';

/** Every question that was answered, by dimension; *unknown* is an answer here. */
export function answersGiven({
  ruleSet,
  answers,
  unknown,
  notes = {},
}: ReportSubject): readonly AnswersOfDimension[] {
  return ruleSet.dimensions.flatMap(({ title }, dimension) => {
    const given = ruleSet.questions.flatMap((_, index): GivenAnswer[] => {
      const question = questionAt(ruleSet, index);
      const note = Object.hasOwn(notes, question.id) ? notes[question.id] : undefined;
      const label = question.answers[answers[index] ?? OPEN]?.label;
      const isAnswered = label !== undefined || unknown?.has(index) === true || note !== undefined;
      if (question.dimension !== dimension || !isAnswered) return [];
      return [{ question: question.title, answer: label ?? 'Unknown', ...(note !== undefined && { note }) }];
    });
    return given.length === 0 ? [] : [{ title, answers: given }];
  });
}
