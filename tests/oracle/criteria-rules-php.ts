import { atOrAbove, countOf, is, type Predicate } from './case.ts';

/** The table "At least PHP". */
export const AT_LEAST_PHP = {
  'safety.daily-monitoring': (c) => atOrAbove(c, 'monitoring_need', 'daily'),

  'safety.plan-without-intent': (c) => atOrAbove(c, 'suicidal_thoughts', 'plan'),

  'safety.very-recent-attempt': (c) => is(c, 'suicidal_behavior', 'very_recent'),

  'safety.recent-attempt-unsettled': (c) =>
    atOrAbove(c, 'suicidal_behavior', 'recent') &&
    (atOrAbove(c, 'suicidal_thoughts', 'active') ||
      atOrAbove(c, 'safe_between_visits', 'with_support') ||
      is(c, 'symptom_trend', 'worsening')),

  'safety.guarded-with-thoughts': (c) =>
    is(c, 'information', 'guarded_or_contradicted') &&
    (atOrAbove(c, 'suicidal_thoughts', 'active') ||
      atOrAbove(c, 'harm_to_others', 'thoughts') ||
      atOrAbove(c, 'suicidal_behavior', 'recent')),

  'safety.preparatory-acts': (c) => is(c, 'means_or_preparation', 'preparatory_acts'),

  'safety.serious-self-harm': (c) => is(c, 'self_harm', 'medically_serious'),

  'safety.recent-violence': (c) => atOrAbove(c, 'harm_to_others', 'recent_violence'),

  'safety.support-missing': (c) =>
    atOrAbove(c, 'safe_between_visits', 'with_support') && is(c, 'off_hours_support', 'none'),

  'safety.growing-psychosis-or-mania': (c) => atOrAbove(c, 'reality_testing', 'new_or_growing'),

  'safety.escalating-on-several-fronts': (c) =>
    is(c, 'symptom_severity', 'severe') &&
    is(c, 'symptom_trend', 'worsening') &&
    atOrAbove(c, 'suicidal_thoughts', 'active') &&
    countOf(
      is(c, 'crisis_contacts', 'frequent'),
      atOrAbove(c, 'self_harm', 'frequent'),
      atOrAbove(c, 'safe_between_visits', 'with_support'),
      atOrAbove(c, 'substance_use', 'risky'),
      atOrAbove(c, 'self_care', 'struggling'),
      is(c, 'work_or_school', 'unable'),
    ) >= 2,

  'functioning.severe-in-every-area': (c) =>
    is(c, 'symptom_severity', 'severe') &&
    is(c, 'work_or_school', 'unable') &&
    is(c, 'relationships', 'isolated') &&
    atOrAbove(c, 'self_care', 'struggling'),

  'step-down.php-still-needed': (c) =>
    is(c, 'care_now', 'php') && atOrAbove(c, 'program_progress', 'still_needs_this_level'),

  'step-down.php-too-early': (c) =>
    is(c, 'care_now', 'php') &&
    is(c, 'program_progress', 'ready_to_step_down') &&
    (atOrAbove(c, 'suicidal_thoughts', 'active') || atOrAbove(c, 'self_harm', 'frequent')),

  'step-down.inpatient-severe': (c) =>
    is(c, 'care_now', 'inpatient') &&
    is(c, 'program_progress', 'ready_to_step_down') &&
    (is(c, 'symptom_severity', 'severe') ||
      atOrAbove(c, 'suicidal_thoughts', 'active') ||
      atOrAbove(c, 'self_harm', 'frequent')),

  'step-down.iop-unsafe': (c) =>
    is(c, 'care_now', 'iop') &&
    is(c, 'program_progress', 'worsening') &&
    (atOrAbove(c, 'suicidal_thoughts', 'active') ||
      atOrAbove(c, 'self_harm', 'frequent') ||
      is(c, 'crisis_contacts', 'frequent') ||
      atOrAbove(c, 'harm_to_others', 'thoughts') ||
      atOrAbove(c, 'safe_between_visits', 'with_support') ||
      atOrAbove(c, 'substance_use', 'risky')),
} as const satisfies Readonly<Record<string, Predicate>>;
