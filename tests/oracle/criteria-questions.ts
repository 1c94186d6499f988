/**
 * The 32 questions of the written criteria and their answers, in the order of the table. Typed from the text and
 * never from the rule files, so that the two can be compared.
 */
export const QUESTIONS = {
  suicidal_thoughts: ['none', 'passive', 'active', 'plan', 'intent'],
  suicidal_behavior: ['none', 'past', 'recent', 'very_recent'],
  means_or_preparation: ['none', 'access_to_means', 'preparatory_acts'],
  information: ['consistent', 'guarded_or_contradicted'],
  self_harm: ['none', 'occasional', 'frequent', 'medically_serious'],
  harm_to_others: ['none', 'thoughts', 'recent_violence', 'plan_or_intent'],
  monitoring_need: ['weekly', 'several_times_a_week', 'daily', 'continuous'],
  safe_between_visits: ['yes', 'with_support', 'no'],
  crisis_contacts: ['none', 'some', 'frequent'],
  reality_testing: ['intact', 'impaired_but_managed', 'new_or_growing', 'lost'],
  medical_needs: ['stable', 'needs_follow_up', 'needs_24_hour_care'],
  substance_use: ['none_or_remission', 'regular', 'risky', 'prevents_participation'],
  symptom_severity: ['mild', 'moderate', 'severe'],
  symptom_trend: ['improving', 'unchanged', 'worsening'],
  work_or_school: ['managing', 'often_missing', 'unable'],
  relationships: ['connected', 'withdrawing', 'isolated'],
  self_care: ['independent', 'struggling', 'needs_supervision'],
  co_occurring: ['none', 'mental_health', 'substance_use'],
  stressors: ['manageable', 'overwhelming'],
  main_condition: [
    'depression',
    'anxiety',
    'ocd',
    'ptsd',
    'bipolar',
    'psychotic',
    'personality',
    'adhd',
    'eating_disorder',
    'substance_use',
    'other',
  ],
  care_now: ['none', 'outpatient', 'iop', 'php', 'inpatient'],
  program_progress: ['ready_to_step_down', 'still_needs_this_level', 'worsening'],
  weekly_therapy: ['helping', 'not_tried', 'partial', 'not_helping', 'several_approaches_failed'],
  medication_response: ['helping', 'not_taking', 'partial', 'resistant'],
  prior_iop: ['never', 'helped', 'did_not_help'],
  treatment_change: ['none', 'medication_change', 'advanced_treatment'],
  attendance: ['reliable', 'some_absences', 'chronic_absences', 'symptoms_prevent'],
  availability: ['program_hours', 'evenings_or_mornings', 'virtual_only', 'not_available'],
  group_readiness: ['willing', 'hesitant', 'unwilling'],
  commitment: ['committed', 'ambivalent', 'declines'],
  living_situation: ['safe_and_stable', 'unstable', 'no_safe_place'],
  off_hours_support: ['present', 'limited', 'none'],
} as const satisfies Readonly<Record<string, readonly [string, string, ...string[]]>>;

export type QuestionId = keyof typeof QUESTIONS;
export type AnswerId<Q extends QuestionId> = (typeof QUESTIONS)[Q][number];

/** Questions whose answers are kinds, not degrees. */
export const NOMINAL = [
  'main_condition',
  'prior_iop',
  'treatment_change',
  'availability',
] as const satisfies readonly QuestionId[];

/** Questions that only advise: whatever the answer, the level stays. */
export const ADVISORY = [
  'main_condition',
  'availability',
  'group_readiness',
  'commitment',
  'prior_iop',
] as const satisfies readonly QuestionId[];

/** Questions whose answers run from least to most serious. */
export type OrderedQuestionId = Exclude<QuestionId, (typeof NOMINAL)[number]>;

/** The levels of care, least intensive first. */
export const LEVELS = ['outpatient', 'iop', 'php', 'inpatient'] as const;
export type LevelId = (typeof LEVELS)[number];
