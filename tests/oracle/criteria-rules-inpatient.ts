import { atOrAbove, is, type Predicate } from './case.ts';

/** The table "At least inpatient". */
export const AT_LEAST_INPATIENT = {
  'safety.suicidal-intent': (c) => is(c, 'suicidal_thoughts', 'intent'),

  'safety.plan-unsafe': (c) =>
    is(c, 'suicidal_thoughts', 'plan') &&
    (atOrAbove(c, 'suicidal_behavior', 'recent') ||
      atOrAbove(c, 'means_or_preparation', 'access_to_means') ||
      atOrAbove(c, 'substance_use', 'risky') ||
      atOrAbove(c, 'reality_testing', 'new_or_growing') ||
      is(c, 'information', 'guarded_or_contradicted') ||
      is(c, 'off_hours_support', 'none')),

  'safety.preparing': (c) =>
    is(c, 'means_or_preparation', 'preparatory_acts') && atOrAbove(c, 'suicidal_thoughts', 'active'),

  'safety.recent-attempt-with-ideation': (c) =>
    is(c, 'suicidal_behavior', 'very_recent') && atOrAbove(c, 'suicidal_thoughts', 'active'),

  'safety.guarded-after-attempt': (c) =>
    is(c, 'information', 'guarded_or_contradicted') &&
    (is(c, 'suicidal_behavior', 'very_recent') ||
      is(c, 'means_or_preparation', 'preparatory_acts') ||
      (atOrAbove(c, 'means_or_preparation', 'access_to_means') &&
        atOrAbove(c, 'suicidal_thoughts', 'active'))),

  'safety.harm-to-others': (c) => is(c, 'harm_to_others', 'plan_or_intent'),

  'safety.continuous-supervision': (c) => is(c, 'monitoring_need', 'continuous'),

  'safety.unsafe-between-visits': (c) => is(c, 'safe_between_visits', 'no'),

  'safety.lost-reality-testing': (c) => is(c, 'reality_testing', 'lost'),

  'safety.medical-24-hour': (c) => is(c, 'medical_needs', 'needs_24_hour_care'),

  'functioning.cannot-care-for-self': (c) => is(c, 'self_care', 'needs_supervision'),

  'step-down.inpatient-not-ready': (c) =>
    is(c, 'care_now', 'inpatient') && atOrAbove(c, 'program_progress', 'still_needs_this_level'),

  'step-down.php-unsafe': (c) =>
    is(c, 'care_now', 'php') &&
    is(c, 'program_progress', 'worsening') &&
    (atOrAbove(c, 'suicidal_thoughts', 'plan') ||
      is(c, 'self_harm', 'medically_serious') ||
      atOrAbove(c, 'safe_between_visits', 'with_support')),
} as const satisfies Readonly<Record<string, Predicate>>;

/** The rules marked with an exclamation mark: each is an emergency. */
export const ALERTS = [
  'safety.suicidal-intent',
  'safety.plan-unsafe',
  'safety.preparing',
  'safety.recent-attempt-with-ideation',
  'safety.guarded-after-attempt',
  'safety.harm-to-others',
  'safety.unsafe-between-visits',
  'safety.medical-24-hour',
] as const satisfies readonly (keyof typeof AT_LEAST_INPATIENT)[];
