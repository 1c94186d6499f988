/** A made-up rule set, small enough to read at a glance: every kind of rule, test and condition occurs once. */

const HEADER = `# A made-up rule set.
rule_set: small
version: '0.1.0'
title: A small rule set
intended_users: clinicians who try things out
population: adults
not_for:
  - children
  - emergencies
demographics: no demographic attribute is used
validation: not validated on patients
time_frame: the past two weeks
emergency: call the local emergency number
levels:
  - id: outpatient
    name: Outpatient therapy
    place: home
    dose: one session a week
    suited_for: symptoms that weekly therapy holds
    length: as long as it helps
    week: one session
    review: every three months
    next_step: the end of treatment
    sources: [{ document: guide }]
  - id: iop
    name: Intensive outpatient program
    place: home
    dose: 9 hours a week
    suited_for: symptoms that need more than weekly therapy
    length: 8 weeks
    week: three group days
    review: every other month
    next_step: weekly therapy
    sources: [{ document: guide, section: Levels }]
  - id: inpatient
    name: Inpatient care
    place: a hospital
    dose: day and night
    suited_for: people who are not safe elsewhere
    length: days to weeks
    week: all days
    review: daily
    next_step: the program
    sources: [{ document: guide }]
dimensions: [safety, step_down]
sources:
  - id: guide
    title: The guide
    citation: A guide to levels of care
    date: '2024-05-01'
    url: https://example.org/guide
  - id: field-notes
    title: Field notes
    citation: Notes from the field
decisions:
  - topic: where the guide is silent
    chosen: the safer level
    because: a level too high is corrected at the next review
    sources: [{ document: field-notes }]
overrides:
  - { id: judgment, label: clinical judgment }
  - { id: declines, label: the person declines }
`;

const SAFETY = `dimension: safety
title: Safety
questions:
  - id: thoughts
    title: suicidal thoughts
    prompt: Which thoughts of suicide has the person had?
    window: the past two weeks
    help: Take the most serious credible account.
    answers:
      - { id: none, label: None, means: no thoughts at all, phrase: has no such thoughts }
      - { id: passive, label: Passive, means: wishes not to be alive, phrase: wishes not to be alive }
      - { id: active, label: Active, means: thinks of suicide, phrase: thinks of suicide }
      - { id: plan, label: Plan, means: has worked out how, phrase: has a plan }
  - id: attempt
    title: past attempt
    prompt: Has the person ever made an attempt?
    window: ever
    help: Interrupted attempts count.
    history: true
    answers:
      - { id: 'no', label: 'No', means: never, phrase: has made no attempt }
      - { id: 'yes', label: 'Yes', means: at least once, phrase: has made an attempt }
rules:
  - id: safety.plan
    at_least: inpatient
    alert: a worked-out plan
    when:
      thoughts: plan
    because: a worked-out plan is not safe at home
    sources: [{ document: guide, section: Safety }]
  - id: safety.active
    at_least: iop
    when:
      thoughts: { from: active }
      none:
        - attempt: 'no'
          progress: ready
    because: active thoughts need more than weekly therapy
    sources: [{ document: guide }]
    basis: practice
    accept:
      - finding: implied
        because: it is kept for its own reason
  - id: safety.attempt
    alert: an attempt in the past
    when:
      all:
        - attempt: 'yes'
        - thoughts: [passive, active]
    because: a past attempt weighs
    sources: [{ document: field-notes }]
`;

const STEP_DOWN = `dimension: step_down
title: Step-down
rule_prefix: down
questions:
  - id: care_now
    title: present care
    prompt: Which care does the person receive now?
    window: today
    help: The most intensive care counts.
    answers:
      - { id: none, label: None, means: no care, phrase: has no care }
      - { id: iop, label: IOP, means: an intensive program, phrase: attends a program }
      - { id: inpatient, label: Inpatient, means: a hospital, phrase: is in a hospital }
  - id: progress
    title: progress
    prompt: How far has the present program brought the person?
    window: since it began
    help: Ask the program.
    applies_when:
      care_now: { from: iop }
    answers:
      - { id: ready, label: Ready, means: goals are met, phrase: is ready for less }
      - { id: not_ready, label: Not ready, means: goals are open, phrase: still needs the program }
  - id: setting
    title: setting
    prompt: Where can the person attend?
    window: now
    help: Travel counts.
    nominal: true
    answers:
      - { id: clinic, label: Clinic, means: can travel, phrase: can travel }
      - { id: virtual_only, label: Virtual only, means: cannot travel, phrase: cannot travel }
      - { id: either, label: Either, means: no preference, phrase: is free to choose }
rules:
  - id: down.not-ready
    rule_out: [iop]
    when:
      progress: not_ready
      care_now: inpatient
    because: a program would repeat what did not hold
    sources: [{ document: guide }]
  - id: down.burden
    at_least: iop
    when:
      count:
        at_least: 2
        of:
          - thoughts: { from: passive, up_to: active }
          - attempt: 'yes'
          - progress: not_ready
    because: several burdens add up
    sources: [{ document: guide }]
  - id: down.virtual
    advise: look for a virtual program
    when:
      setting: virtual_only
      level: iop
    because: the person cannot travel
    sources: [{ document: field-notes }]
  - id: down.only-thoughts
    advise: treat the thoughts first
    when:
      rests_on: [safety.plan, safety.active]
      any:
        - level: { from: iop }
        - setting: [clinic, either]
    because: without these rules the level would be lower
    sources: [{ document: field-notes }]
  - id: down.disagree
    recheck: [thoughts, progress]
    when:
      thoughts: plan
      progress: ready
    because: a plan and readiness for less disagree
    sources: [{ document: guide }]
`;

/** The three files, ready for the loader. */
export const SMALL_RULE_SET = [
  { path: 'rule-set.yaml', text: HEADER },
  { path: 'safety.yaml', text: SAFETY },
  { path: 'step-down.yaml', text: STEP_DOWN },
] as const;
