import { atOrAbove, is, type Predicate } from './case.ts';

/** The table "Recheck", without the rechecks that the engine makes itself. */
export const RECHECKS = {
  'safety.guarded-denial': (c) =>
    is(c, 'information', 'guarded_or_contradicted') && is(c, 'suicidal_thoughts', 'none'),
  'safety.preparing-without-thoughts': (c) =>
    is(c, 'means_or_preparation', 'preparatory_acts') && is(c, 'suicidal_thoughts', 'none', 'passive'),
  'safety.attempt-without-thoughts': (c) =>
    is(c, 'suicidal_behavior', 'very_recent') && is(c, 'suicidal_thoughts', 'none'),
  'safety.intent-but-safe': (c) =>
    is(c, 'suicidal_thoughts', 'intent') && is(c, 'safe_between_visits', 'yes'),
  'safety.plan-but-weekly': (c) =>
    atOrAbove(c, 'suicidal_thoughts', 'plan') && is(c, 'monitoring_need', 'weekly'),
  'safety.serious-self-harm-without-thoughts': (c) =>
    is(c, 'self_harm', 'medically_serious') && is(c, 'suicidal_thoughts', 'none'),
  'safety.unsafe-but-weekly': (c) => is(c, 'safe_between_visits', 'no') && is(c, 'monitoring_need', 'weekly'),
  'safety.support-that-is-not-there': (c) =>
    is(c, 'safe_between_visits', 'with_support') && is(c, 'off_hours_support', 'none'),
  'safety.continuous-but-well': (c) =>
    is(c, 'monitoring_need', 'continuous') &&
    is(c, 'self_care', 'independent') &&
    is(c, 'safe_between_visits', 'yes'),
  'safety.daily-but-mild': (c) =>
    atOrAbove(c, 'monitoring_need', 'daily') && is(c, 'symptom_severity', 'mild'),
  'safety.use-but-no-co-occurrence': (c) =>
    atOrAbove(c, 'substance_use', 'regular') && is(c, 'co_occurring', 'none'),
  'functioning.supervised-but-weekly': (c) =>
    is(c, 'self_care', 'needs_supervision') && is(c, 'monitoring_need', 'weekly'),
  'functioning.mild-but-unable': (c) =>
    is(c, 'symptom_severity', 'mild') && is(c, 'work_or_school', 'unable'),
  'step-down.ready-but-worsening': (c) =>
    is(c, 'program_progress', 'ready_to_step_down') && is(c, 'symptom_trend', 'worsening'),
  'step-down.ready-but-unsafe': (c) =>
    is(c, 'program_progress', 'ready_to_step_down') &&
    (is(c, 'safe_between_visits', 'no') || atOrAbove(c, 'suicidal_thoughts', 'plan')),
  'step-down.worsening-but-improving': (c) =>
    is(c, 'program_progress', 'worsening') && is(c, 'symptom_trend', 'improving'),
  'step-down.still-needed-but-weekly': (c) =>
    is(c, 'care_now', 'php', 'inpatient') &&
    is(c, 'program_progress', 'still_needs_this_level') &&
    is(c, 'monitoring_need', 'weekly'),
  'schedule.reliable-but-using': (c) =>
    is(c, 'substance_use', 'prevents_participation') && is(c, 'attendance', 'reliable'),
} as const satisfies Readonly<Record<string, Predicate>>;
