import { answersFromIds } from '../../src/core/answers.ts';
import { explain } from '../../src/explain/explain.ts';
import type { Commitment } from '../../src/practice/commitment.ts';
import type { Feedback } from '../../src/practice/feedback.ts';
import { mark } from '../../src/practice/mark.ts';
import type { Vignette } from '../../src/practice/vignette.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { bestCase } from '../record/best-case.ts';

export const identity = { id: 'adult', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) };

/** What a trainee typed, in ids. */
export interface Typed {
  readonly placed?: string;
  readonly marked?: readonly string[];
}

export function levelIndex(id: string): number {
  return adult.levels.findIndex((level) => level.id === id);
}

export function questionIndex(id: string): number {
  return adult.questions.findIndex((question) => question.id === id);
}

/** The answers of a case by ids. */
export function answersOf(ids: Readonly<Record<string, string>>): Int8Array {
  const { answers, problems } = answersFromIds(adult, ids);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return answers;
}

/** The feedback on the best case but for these answers; `undefined` leaves a question open. */
export function feedbackOn(
  changes: Readonly<Record<string, string | undefined>>,
  { placed, marked }: Typed,
  more: Partial<Vignette> = {},
): Feedback {
  const answers = answersOf(bestCase(changes));
  const explanation = explain(compiledAdult, answers);
  const commitment: Commitment = {
    ...(placed !== undefined && { placed: levelIndex(placed) }),
    ...(marked && { marked: new Set(marked.map(questionIndex)) }),
  };
  return {
    ruleSet: adult,
    identity,
    answers,
    explanation,
    vignette: { id: 'a-case', source: 'written', text: ['A story.'], answers, ...more },
    mark: mark(compiledAdult, answers, explanation, commitment),
  };
}
