import { ADULT_FAULTS } from '../analysis/verify/adult-faults.ts';
import type { SeededFault } from '../seeded-adult.ts';

const changed = (rule: string, from: string, to: string): SeededFault => ({ rule, from, to });

/** Mistakes in meaning that every file check lets pass: each must be found by the checks, the proofs or the examples. */
export const SEEDED_FAULTS: readonly SeededFault[] = [
  ...ADULT_FAULTS.map(({ fault }) => fault),

  // Thresholds moved by one
  changed('safety.frequent-self-harm', '{ from: frequent }', '{ from: occasional }'),
  changed('safety.risky-substance-use', '{ from: risky }', '{ from: regular }'),
  changed('safety.growing-psychosis-or-mania', '{ from: new_or_growing }', '{ from: impaired_but_managed }'),
  changed('response.several-approaches-failed', '{ from: moderate }', 'severe'),
  changed('functioning.several-warning-signs', 'at_least: 3\n', 'at_least: 4\n'),
  changed('safety.escalating-on-several-fronts', 'at_least: 2\n', 'at_least: 3\n'),

  // Conditions weakened or strengthened
  changed('functioning.severe-in-every-area', '      relationships: isolated\n', ''),
  changed('safety.support-missing', '      off_hours_support: none\n', ''),
  changed('response.treatment-resistant', 'weekly_therapy: { from: partial }', 'weekly_therapy: partial'),
  changed('schedule.no-safe-place-in-danger', '        - self_care: { from: struggling }\n', ''),

  // Floors and passed-over levels
  changed('safety.recent-violence', 'at_least: php', 'at_least: iop'),
  changed('step-down.inpatient-severe', 'at_least: php', 'at_least: inpatient'),
  changed('schedule.no-safe-place-in-danger', 'rule_out: [iop, php]', 'rule_out: [iop]'),

  // Alerts, advice, rechecks
  changed('safety.preparing', '    alert: preparation for suicide, with active thoughts of it\n', ''),
  changed(
    'safety.means-safety',
    'suicidal_thoughts: { from: passive }',
    'suicidal_thoughts: { from: active }',
  ),
  changed('safety.plan-but-weekly', 'suicidal_thoughts: { from: plan }', 'suicidal_thoughts: intent'),
  changed('schedule.nights', '{ from: limited }', 'none'),

  // Contradictions
  changed(
    'safety.frequent-crises',
    'crisis_contacts: frequent',
    'all: [{ crisis_contacts: frequent }, { crisis_contacts: some }]',
  ),
  changed(
    'functioning.unable-to-work',
    'work_or_school: unable',
    'work_or_school: unable\n      none: [{ work_or_school: { from: often_missing } }]',
  ),
];
