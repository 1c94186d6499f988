import { type AnswerId, type OrderedQuestionId, QUESTIONS, type QuestionId } from './criteria-questions.ts';

type SometimesAsked = 'program_progress' | 'weekly_therapy';

/** A complete case by ids. Only the two questions that do not always apply may be left out. */
export type Case = { readonly [Q in Exclude<QuestionId, SometimesAsked>]: AnswerId<Q> } & {
  readonly [Q in SometimesAsked]?: AnswerId<Q>;
};

export type Predicate = (c: Case) => boolean;

/** The best answer to every question, of a person who is in no care. */
export const BEST_CASE = {
  suicidal_thoughts: 'none',
  suicidal_behavior: 'none',
  means_or_preparation: 'none',
  information: 'consistent',
  self_harm: 'none',
  harm_to_others: 'none',
  monitoring_need: 'weekly',
  safe_between_visits: 'yes',
  crisis_contacts: 'none',
  reality_testing: 'intact',
  medical_needs: 'stable',
  substance_use: 'none_or_remission',
  symptom_severity: 'mild',
  symptom_trend: 'improving',
  work_or_school: 'managing',
  relationships: 'connected',
  self_care: 'independent',
  co_occurring: 'none',
  stressors: 'manageable',
  main_condition: 'other',
  care_now: 'none',
  weekly_therapy: 'helping',
  medication_response: 'helping',
  prior_iop: 'never',
  treatment_change: 'none',
  attendance: 'reliable',
  availability: 'program_hours',
  group_readiness: 'willing',
  commitment: 'committed',
  living_situation: 'safe_and_stable',
  off_hours_support: 'present',
} as const satisfies Case;

/** A question about a program applies to people in one, a question about weekly therapy to people in none. */
export function applies(c: Case, question: QuestionId): boolean {
  const inProgram = c.care_now === 'iop' || c.care_now === 'php' || c.care_now === 'inpatient';
  if (question === 'program_progress') return inProgram;
  if (question === 'weekly_therapy') return !inProgram;
  return true;
}

/** The answer given is one of these. False where the question does not apply. */
export function is<Q extends QuestionId>(c: Case, question: Q, ...answers: readonly AnswerId<Q>[]): boolean {
  const given: string | undefined = c[question];
  return applies(c, question) && answers.some((answer) => answer === given);
}

/** The answer given is this one or a more serious one: the "X+" of the tables. False where the question does not apply. */
export function atOrAbove<Q extends OrderedQuestionId>(c: Case, question: Q, answer: AnswerId<Q>): boolean {
  const given: string | undefined = c[question];
  if (given === undefined || !applies(c, question)) return false;
  const order: readonly string[] = QUESTIONS[question];
  return order.indexOf(given) >= order.indexOf(answer);
}

/** How many of these are true. */
export function countOf(...truths: readonly boolean[]): number {
  return truths.filter(Boolean).length;
}
