import type { RuleSet } from './rule-set.ts';

/** The code of an open question: *not asked* and *unknown* are the same to the engine. */
export const OPEN = -1;

/** One case: per question of the rule set, the index of the given answer, or `OPEN`. */
export type Answers = ArrayLike<number>;

/** An answer that cannot be read: which key, what was given, and what was allowed there. */
export type AnswerProblem =
  | { readonly kind: 'unknown-question'; readonly question: string; readonly known: readonly string[] }
  | {
      readonly kind: 'unknown-answer';
      readonly question: string;
      readonly answer: string;
      readonly known: readonly string[];
    };

/** The word that leaves a question open on purpose; no answer may be called so. */
export const UNKNOWN = 'unknown';

/**
 * Reads a case given by ids. Absent, `null`, blank and `unknown` leave a question open.
 * Ids match exactly; everything else is a problem, and all problems are returned at once.
 */
export function answersFromIds(
  ruleSet: RuleSet,
  given: Readonly<Record<string, string | null | undefined>>,
): { readonly answers: Int8Array; readonly problems: readonly AnswerProblem[] } {
  const answers = new Int8Array(ruleSet.questions.length).fill(OPEN);
  const problems: AnswerProblem[] = [];
  for (const [id, value] of Object.entries(given)) {
    const index = ruleSet.questions.findIndex((question) => question.id === id);
    const question = ruleSet.questions[index];
    if (question === undefined) {
      problems.push({ kind: 'unknown-question', question: id, known: ruleSet.questions.map((q) => q.id) });
      continue;
    }
    if (value === null || value === undefined || value.trim() === '' || value === UNKNOWN) continue;
    const answer = question.answers.findIndex((candidate) => candidate.id === value);
    if (answer === -1) {
      const known = question.answers.map((candidate) => candidate.id);
      problems.push({ kind: 'unknown-answer', question: id, answer: value, known });
    } else {
      answers[index] = answer;
    }
  }
  return { answers, problems };
}

/** The given answers by id, in question order; open questions are left out. */
export function idsFromAnswers(ruleSet: RuleSet, answers: Answers): Record<string, string> {
  const ids: Record<string, string> = {};
  ruleSet.questions.forEach((question, index) => {
    const answer = question.answers[answers[index] ?? OPEN];
    if (answer !== undefined) ids[question.id] = answer.id;
  });
  return ids;
}
