import { atOrAbove, type Case, is } from './case.ts';
import { LEVELS, type LevelId } from './criteria-questions.ts';
import { ALERTS, AT_LEAST_INPATIENT } from './criteria-rules-inpatient.ts';
import { warningSigns } from './criteria-rules-iop.ts';

/** What an advise rule may know of the suggestion beside the answers. */
export interface Suggestion {
  readonly level: LevelId;
  /** Without these rules the level would be lower. */
  readonly restsOn: (...rules: readonly string[]) => boolean;
}

export type AdvicePredicate = (c: Case, suggestion: Suggestion) => boolean;

function levelAtLeast(suggestion: Suggestion, level: LevelId): boolean {
  return LEVELS.indexOf(suggestion.level) >= LEVELS.indexOf(level);
}

/** The table "Advice". */
export const ADVICE = {
  'safety.safety-plan': (c) =>
    atOrAbove(c, 'suicidal_thoughts', 'passive') ||
    atOrAbove(c, 'suicidal_behavior', 'past') ||
    atOrAbove(c, 'self_harm', 'occasional'),
  'safety.means-safety': (c) =>
    atOrAbove(c, 'suicidal_thoughts', 'passive') || atOrAbove(c, 'means_or_preparation', 'access_to_means'),
  'safety.collateral': (c) => is(c, 'information', 'guarded_or_contradicted'),
  'safety.others-at-risk': (c) => atOrAbove(c, 'harm_to_others', 'thoughts'),
  'safety.refuses-emergency-care': (c) =>
    is(c, 'commitment', 'declines') && ALERTS.some((rule) => AT_LEAST_INPATIENT[rule](c)),
  'safety.medical-first': (c) => is(c, 'medical_needs', 'needs_24_hour_care'),
  'safety.medical-follow-up': (c) => is(c, 'medical_needs', 'needs_follow_up'),
  'safety.dual-diagnosis': (c) =>
    atOrAbove(c, 'substance_use', 'regular') || is(c, 'co_occurring', 'substance_use'),
  'safety.crisis-plan': (c) => atOrAbove(c, 'crisis_contacts', 'some'),

  'functioning.residential-may-fit': (_, s) =>
    s.level === 'inpatient' &&
    s.restsOn(
      'schedule.no-safe-place',
      'schedule.no-safe-place-in-danger',
      'functioning.cannot-care-for-self',
    ),
  'functioning.watchful-outpatient': (c, s) =>
    s.level === 'outpatient' &&
    (atOrAbove(c, 'symptom_severity', 'moderate') || warningSigns(c).includes(true)),
  'functioning.family': (c) => atOrAbove(c, 'relationships', 'withdrawing'),
  'functioning.work-letter': (c, s) =>
    levelAtLeast(s, 'iop') &&
    (atOrAbove(c, 'work_or_school', 'often_missing') || !is(c, 'availability', 'program_hours')),
  'functioning.depression': (c) => is(c, 'main_condition', 'depression'),
  'functioning.anxiety': (c) => is(c, 'main_condition', 'anxiety'),
  'functioning.ocd': (c) => is(c, 'main_condition', 'ocd'),
  'functioning.ptsd': (c) => is(c, 'main_condition', 'ptsd'),
  'functioning.bipolar': (c) => is(c, 'main_condition', 'bipolar'),
  'functioning.psychotic': (c) => is(c, 'main_condition', 'psychotic'),
  'functioning.personality': (c) => is(c, 'main_condition', 'personality'),
  'functioning.adhd': (c) => is(c, 'main_condition', 'adhd'),
  'functioning.eating-disorder': (c) => is(c, 'main_condition', 'eating_disorder'),
  'functioning.right-kind-of-iop': (c, s) =>
    s.level === 'iop' &&
    !is(c, 'main_condition', 'substance_use') &&
    is(c, 'substance_use', 'none_or_remission'),

  'step-down.iop-finished': (c, s) =>
    is(c, 'care_now', 'iop') && is(c, 'program_progress', 'ready_to_step_down') && s.level === 'outpatient',
  'step-down.iop-passing-rise': (c, s) =>
    is(c, 'care_now', 'iop') && is(c, 'program_progress', 'worsening') && s.level === 'iop',
  'step-down.php-not-working': (c, s) =>
    is(c, 'care_now', 'php') && is(c, 'program_progress', 'worsening') && s.level === 'php',
  'step-down.long-iop': (c) =>
    is(c, 'care_now', 'iop') && is(c, 'program_progress', 'still_needs_this_level'),
  'step-down.refuses': (c) => is(c, 'care_now', 'php', 'inpatient') && is(c, 'commitment', 'declines'),
  'step-down.next-step': (_, s) => levelAtLeast(s, 'iop'),
  'step-down.current-clinicians': (c) => !is(c, 'care_now', 'none'),

  'response.combined-treatment': (c, s) =>
    is(c, 'medication_response', 'resistant') &&
    is(c, 'main_condition', 'depression') &&
    (s.level === 'iop' || s.level === 'php'),
  'response.medication-review': (c) => is(c, 'medication_response', 'partial'),
  'response.medication-change': (c) => is(c, 'treatment_change', 'medication_change'),
  'response.advanced-treatment': (c) => is(c, 'treatment_change', 'advanced_treatment'),
  'response.prior-iop-helped': (c, s) => is(c, 'prior_iop', 'helped') && levelAtLeast(s, 'iop'),
  'response.prior-iop-did-not-help': (c, s) => is(c, 'prior_iop', 'did_not_help') && levelAtLeast(s, 'iop'),

  'schedule.other-hours': (c, s) => is(c, 'availability', 'evenings_or_mornings') && levelAtLeast(s, 'iop'),
  'schedule.virtual': (c) => is(c, 'availability', 'virtual_only'),
  'schedule.not-available': (c, s) => is(c, 'availability', 'not_available') && levelAtLeast(s, 'iop'),
  'schedule.cannot-get-there': (c) => is(c, 'attendance', 'symptoms_prevent'),
  'schedule.some-absences': (c, s) => is(c, 'attendance', 'some_absences') && levelAtLeast(s, 'iop'),
  'schedule.chronic-absences': (c, s) => is(c, 'attendance', 'chronic_absences') && levelAtLeast(s, 'iop'),
  'schedule.groups': (c, s) => atOrAbove(c, 'group_readiness', 'hesitant') && levelAtLeast(s, 'iop'),
  'schedule.commitment': (c) => atOrAbove(c, 'commitment', 'ambivalent'),
  'schedule.housing': (c) => atOrAbove(c, 'living_situation', 'unstable'),
  'schedule.nights': (c, s) =>
    atOrAbove(c, 'off_hours_support', 'limited') && (s.level === 'iop' || s.level === 'php'),
  'schedule.coverage': (_, s) => levelAtLeast(s, 'iop'),
} as const satisfies Readonly<Record<string, AdvicePredicate>>;
