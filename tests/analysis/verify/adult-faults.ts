import type { SeededFault } from '../../seeded-adult.ts';

/** A fault in a copy of the shipped rules, and the guarantees that it breaks. */
export interface AdultFault {
  readonly name: string;
  readonly fault: SeededFault;
  readonly refutes: readonly string[];
}

const floor = (rule: string, from: string, to: string): SeededFault => ({
  rule,
  from: `at_least: ${from}`,
  to: `at_least: ${to}`,
});

export const ADULT_FAULTS: readonly AdultFault[] = [
  {
    name: 'a floor lowered under intent',
    fault: floor('safety.suicidal-intent', 'inpatient', 'php'),
    refutes: [
      'worse-is-never-less',
      'intent-is-an-emergency',
      'alert-means-inpatient',
      'each-rule-can-matter',
    ],
  },
  {
    name: 'an alert dropped for intent',
    fault: {
      rule: 'safety.suicidal-intent',
      from: '    alert: intent to act on thoughts of suicide\n',
      to: '',
    },
    refutes: ['intent-is-an-emergency'],
  },
  {
    name: 'a floor lowered under danger to others',
    fault: floor('safety.harm-to-others', 'inpatient', 'php'),
    refutes: ['danger-to-others-is-an-emergency', 'alert-means-inpatient', 'each-rule-can-matter'],
  },
  {
    name: 'a threshold moved down to those who are safe with support',
    fault: { rule: 'safety.unsafe-between-visits', from: "'no'", to: '{ from: with_support }' },
    refutes: ['each-rule-can-matter'],
  },
  {
    name: 'a threshold moved up, past active thoughts',
    fault: { rule: 'safety.active-thoughts', from: '{ from: active }', to: '{ from: plan }' },
    refutes: ['active-thoughts-need-iop', 'each-rule-can-matter'],
  },
  {
    name: 'the wrong answer on guarded information',
    fault: {
      rule: 'safety.guarded',
      from: 'information: guarded_or_contradicted',
      to: 'information: consistent',
    },
    refutes: [
      'worse-is-never-less',
      'best-case-is-outpatient',
      'guarded-information-needs-iop',
      'history-never-keeps-in-iop',
      'each-rule-can-matter',
    ],
  },
  {
    name: 'a threshold moved up, past thoughts of harming others',
    fault: {
      rule: 'safety.thoughts-of-harming-others',
      from: '{ from: thoughts }',
      to: '{ from: recent_violence }',
    },
    refutes: ['thoughts-of-harming-others-need-iop', 'each-rule-can-matter'],
  },
  {
    name: 'a threshold moved up, past an attempt within three months',
    fault: { rule: 'safety.attempt-within-three-months', from: '{ from: recent }', to: 'very_recent' },
    refutes: ['attempt-within-three-months-needs-iop', 'each-rule-can-matter'],
  },
  {
    name: 'a threshold moved down to a past attempt',
    fault: { rule: 'safety.attempt-within-three-months', from: '{ from: recent }', to: '{ from: past }' },
    refutes: ['history-never-keeps-in-iop'],
  },
  {
    name: 'a floor lowered under a plan',
    fault: floor('safety.plan-without-intent', 'php', 'iop'),
    refutes: ['plan-needs-php', 'each-rule-can-matter'],
  },
  {
    name: 'a floor lowered after a very recent attempt',
    fault: floor('safety.very-recent-attempt', 'php', 'iop'),
    refutes: ['attempt-within-a-month-needs-php', 'each-rule-can-matter'],
  },
  {
    name: 'a milder answer in place of lost reality testing',
    fault: {
      rule: 'safety.lost-reality-testing',
      from: 'reality_testing: lost',
      to: 'reality_testing: new_or_growing',
    },
    refutes: ['worse-is-never-less', 'lost-reality-testing-is-inpatient'],
  },
  {
    name: 'a floor lowered under continuous monitoring',
    fault: floor('safety.continuous-supervision', 'inpatient', 'php'),
    refutes: ['continuous-monitoring-is-inpatient', 'each-rule-can-matter'],
  },
  {
    name: 'a floor lowered under self-care that needs supervision',
    fault: floor('functioning.cannot-care-for-self', 'inpatient', 'php'),
    refutes: ['supervised-self-care-is-inpatient'],
  },
  {
    name: 'a floor lowered under a medical need',
    fault: floor('safety.medical-24-hour', 'inpatient', 'php'),
    refutes: ['alert-means-inpatient', 'medical-24-hour-is-inpatient'],
  },
  {
    name: 'the bridge from a PHP given to those in an IOP',
    fault: { rule: 'step-down.from-php', from: 'care_now: php', to: 'care_now: iop' },
    refutes: ['never-straight-to-outpatient', 'history-never-keeps-in-iop', 'each-rule-can-matter'],
  },
  {
    name: 'a threshold moved up in an IOP',
    fault: { rule: 'step-down.iop-still-needed', from: '{ from: still_needs_this_level }', to: 'worsening' },
    refutes: ['not-ready-keeps-iop'],
  },
  {
    name: 'a floor lowered in a PHP',
    fault: floor('step-down.php-still-needed', 'php', 'iop'),
    refutes: ['worse-is-never-less', 'not-ready-keeps-php', 'each-rule-can-matter'],
  },
  {
    name: 'a threshold moved up in inpatient care',
    fault: {
      rule: 'step-down.inpatient-not-ready',
      from: '{ from: still_needs_this_level }',
      to: 'worsening',
    },
    refutes: ['worse-is-never-less', 'not-ready-keeps-inpatient'],
  },
  {
    name: 'a floor raised in inpatient care for those who are ready',
    fault: floor('step-down.from-inpatient', 'iop', 'inpatient'),
    refutes: ['inpatient-only-for-cause', 'history-never-keeps-in-inpatient', 'each-rule-can-matter'],
  },
  {
    name: 'a rule-out written as a floor',
    fault: { rule: 'schedule.no-safe-place', from: 'rule_out: [iop]', to: 'at_least: php' },
    refutes: ['logistics-never-lift-outpatient'],
  },
  {
    name: 'a floor raised where life is affected in every area',
    fault: floor('functioning.severe-in-every-area', 'php', 'inpatient'),
    refutes: ['inpatient-only-for-cause'],
  },
  {
    name: 'an advisory question made to decide',
    fault: {
      rule: 'safety.frequent-crises',
      from: 'crisis_contacts: frequent',
      to: 'crisis_contacts: frequent\n      commitment: { from: ambivalent }',
    },
    refutes: ['logistics-never-lift-outpatient', 'preferences-never-matter'],
  },
  {
    name: 'an advice that only the unwilling get',
    fault: { rule: 'schedule.groups', from: '{ from: hesitant }', to: 'unwilling' },
    refutes: ['each-answer-can-matter'],
  },
];
