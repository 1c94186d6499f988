import { atOrAbove, type Case, countOf, is, type Predicate } from './case.ts';

/** The ten warning signs of which three, with some interference with life or passive thoughts, mean an IOP. */
export function warningSigns(c: Case): readonly boolean[] {
  return [
    atOrAbove(c, 'work_or_school', 'often_missing'),
    atOrAbove(c, 'relationships', 'withdrawing'),
    atOrAbove(c, 'self_care', 'struggling'),
    atOrAbove(c, 'suicidal_thoughts', 'passive') || atOrAbove(c, 'self_harm', 'occasional'),
    !is(c, 'co_occurring', 'none') ||
      atOrAbove(c, 'substance_use', 'regular') ||
      atOrAbove(c, 'reality_testing', 'impaired_but_managed'),
    is(c, 'stressors', 'overwhelming'),
    is(c, 'symptom_trend', 'worsening'),
    !is(c, 'treatment_change', 'none'),
    atOrAbove(c, 'crisis_contacts', 'some'),
    atOrAbove(c, 'weekly_therapy', 'partial') || atOrAbove(c, 'medication_response', 'partial'),
  ];
}

function improvesUnderWeeklyTherapy(c: Case): boolean {
  return is(c, 'symptom_trend', 'improving') && is(c, 'weekly_therapy', 'helping');
}

function interferesWithLife(c: Case): boolean {
  return (
    atOrAbove(c, 'work_or_school', 'often_missing') ||
    atOrAbove(c, 'relationships', 'withdrawing') ||
    atOrAbove(c, 'self_care', 'struggling')
  );
}

/** The table "At least IOP". */
export const AT_LEAST_IOP = {
  'safety.active-thoughts': (c) => atOrAbove(c, 'suicidal_thoughts', 'active'),

  'safety.guarded': (c) => is(c, 'information', 'guarded_or_contradicted'),

  'safety.thoughts-of-harming-others': (c) => atOrAbove(c, 'harm_to_others', 'thoughts'),

  'safety.attempt-within-three-months': (c) => atOrAbove(c, 'suicidal_behavior', 'recent'),

  'safety.frequent-self-harm': (c) => atOrAbove(c, 'self_harm', 'frequent'),

  'safety.frequent-crises': (c) => is(c, 'crisis_contacts', 'frequent'),

  'safety.contact-several-times': (c) => atOrAbove(c, 'monitoring_need', 'several_times_a_week'),

  'safety.needs-support-to-stay-safe': (c) => atOrAbove(c, 'safe_between_visits', 'with_support'),

  'safety.risky-substance-use': (c) => atOrAbove(c, 'substance_use', 'risky'),

  'functioning.severe-symptoms': (c) => is(c, 'symptom_severity', 'severe') && !improvesUnderWeeklyTherapy(c),

  'functioning.unable-to-work': (c) => is(c, 'work_or_school', 'unable'),

  'functioning.impaired-despite-therapy': (c) =>
    atOrAbove(c, 'weekly_therapy', 'partial') &&
    atOrAbove(c, 'symptom_severity', 'moderate') &&
    atOrAbove(c, 'symptom_trend', 'unchanged') &&
    interferesWithLife(c),

  'functioning.several-warning-signs': (c) =>
    atOrAbove(c, 'symptom_severity', 'moderate') &&
    !improvesUnderWeeklyTherapy(c) &&
    (interferesWithLife(c) || atOrAbove(c, 'suicidal_thoughts', 'passive')) &&
    countOf(...warningSigns(c)) >= 3,

  'step-down.from-php': (c) => is(c, 'care_now', 'php'),

  'step-down.from-inpatient': (c) => is(c, 'care_now', 'inpatient'),

  'step-down.iop-still-needed': (c) =>
    is(c, 'care_now', 'iop') && atOrAbove(c, 'program_progress', 'still_needs_this_level'),

  'response.several-approaches-failed': (c) =>
    is(c, 'weekly_therapy', 'several_approaches_failed') && atOrAbove(c, 'symptom_severity', 'moderate'),

  'response.treatment-resistant': (c) =>
    is(c, 'medication_response', 'resistant') &&
    atOrAbove(c, 'weekly_therapy', 'partial') &&
    atOrAbove(c, 'symptom_severity', 'moderate'),
} as const satisfies Readonly<Record<string, Predicate>>;
