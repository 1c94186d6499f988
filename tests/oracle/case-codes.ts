import type { Case } from './case.ts';
import { QUESTIONS, type QuestionId } from './criteria-questions.ts';

/** A case as numbers: per question, in the order of `QUESTIONS`, the index of the answer, or `OPEN_CODE`. */
export type CaseCodes = Int8Array;

export const OPEN_CODE = -1;

function isQuestionId(id: string): id is QuestionId {
  return Object.hasOwn(QUESTIONS, id);
}

/** The question ids in the order of the codes. */
export const QUESTION_IDS: readonly QuestionId[] = Object.keys(QUESTIONS).filter(isQuestionId);

/** Per code position, the ids of the answers. */
export const ANSWER_IDS: readonly (readonly string[])[] = QUESTION_IDS.map((id) => QUESTIONS[id]);

/** The position of a question in the codes. */
export function positionOf(question: QuestionId): number {
  return QUESTION_IDS.indexOf(question);
}

/** The given answers by id; open questions are left out. */
export function idsOfCodes(codes: CaseCodes): Record<string, string> {
  const ids: Record<string, string> = {};
  QUESTION_IDS.forEach((question, position) => {
    const answer = ANSWER_IDS[position]?.[codes[position] ?? OPEN_CODE];
    if (answer !== undefined) ids[question] = answer;
  });
  return ids;
}

/** The codes of answers given by id; throws at an id that the criteria do not know. */
export function codesOfIds(ids: Readonly<Record<string, string>>): CaseCodes {
  const codes = new Int8Array(QUESTION_IDS.length).fill(OPEN_CODE);
  for (const [question, answer] of Object.entries(ids)) {
    const position = isQuestionId(question) ? positionOf(question) : -1;
    const code = ANSWER_IDS[position]?.indexOf(answer) ?? -1;
    if (code === -1) throw new Error(`the criteria know no answer \`${answer}\` to \`${question}\``);
    codes[position] = code;
  }
  return codes;
}

function isComplete(ids: Readonly<Record<string, string | undefined>>): ids is Case {
  return QUESTION_IDS.every(
    (question) => question in ids || question === 'program_progress' || question === 'weekly_therapy',
  );
}

/** The case by ids; throws if a question that always applies is open. */
export function caseOfCodes(codes: CaseCodes): Case {
  const ids = idsOfCodes(codes);
  if (!isComplete(ids)) throw new Error(`not a complete case: ${JSON.stringify(ids)}`);
  return ids;
}
