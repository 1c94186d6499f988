import type { AdviseCondition, AnswerCondition } from './rule-set.ts';

/** The questions (indexes) that a condition tests, in the order of its tests; one that is tested twice comes twice. */
export function testedQuestions(condition: AdviseCondition): readonly number[] {
  switch (condition.kind) {
    case 'answer':
      return [condition.question];
    case 'level':
    case 'rests_on':
      return [];
    default:
      return condition.of.flatMap(testedQuestions);
  }
}

/** The questions that a condition rests on, by its tests or by what makes the tested questions apply. */
export function questionsBehind(
  condition: AnswerCondition,
  questions: readonly { readonly appliesWhen?: AnswerCondition | undefined }[],
): ReadonlySet<number> {
  const found = new Set(testedQuestions(condition));
  // A set grows while it is walked: what is added is walked too.
  for (const index of found) {
    const appliesWhen = questions[index]?.appliesWhen;
    if (appliesWhen !== undefined) for (const next of testedQuestions(appliesWhen)) found.add(next);
  }
  return found;
}
