import type { AnswerCondition, RuleSet } from '../../core/rule-set.ts';

/** The questions that a condition looks at, each once, in the order in which it names them. */
export function questionsOf(condition: AnswerCondition): number[] {
  if (condition.kind === 'answer') return [condition.question];
  return [...new Set(condition.of.flatMap(questionsOf))];
}

/** Whether it depends on this question if another one applies: another answer to it would change what was asked. */
export function asksWhether({ questions }: RuleSet, question: number): boolean {
  return questions.some(
    ({ appliesWhen }) => appliesWhen !== undefined && questionsOf(appliesWhen).includes(question),
  );
}
