import { answersFromIds } from '../../src/core/answers.ts';
import type { AdviseCondition, AnswerCondition, Question, Rule, RuleSet } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';
import { explain } from '../../src/explain/explain.ts';
import type { ExplainedCase } from '../../src/render/explained-case.ts';
import { ruleSetOf } from '../arbitrary-rule-set.ts';

/** Indexes of the questions. */
export const THOUGHTS = 0;
export const SEVERITY = 1;
export const CARE = 2;
const PROGRESS = 3;
export const ATTENDANCE = 4;
export const HOURS = 5;

const OUTPATIENT = 0;
const IOP = 1;
const PHP = 2;
const INPATIENT = 3;

function question(
  id: string,
  dimension: number,
  title: string,
  answers: Readonly<Record<string, string>>,
  more: Partial<Question> = {},
): Question {
  return {
    id,
    dimension,
    title,
    prompt: `${title}?`,
    window: 'past two weeks',
    help: '',
    ordered: true,
    history: false,
    accept: [],
    answers: Object.entries(answers).map(([answer, label]) => ({ id: answer, label, means: '', phrase: '' })),
    ...more,
  };
}

/** A test on answers by their places. */
export function is(index: number, ...answers: number[]): AnswerCondition {
  return {
    kind: 'answer',
    question: index,
    answers: answers.reduce((set, answer) => set | (1 << answer), 0),
  };
}

const questions: readonly Question[] = [
  question('thoughts', 0, 'Suicidal thoughts', {
    none: 'None',
    passive: 'Passive',
    active: 'Active',
    plan: 'A plan',
  }),
  question('severity', 1, 'Symptom severity', { mild: 'Mild', moderate: 'Moderate', severe: 'Severe' }),
  question('care', 1, 'Present care', { none: 'None', iop: 'IOP' }),
  question(
    'progress',
    1,
    'Progress',
    { ready: 'Ready to step down', still: 'Still needs this level' },
    { appliesWhen: is(CARE, 1) },
  ),
  question('attendance', 1, 'Attendance', { reliable: 'Reliable', prevented: 'Symptoms prevent it' }),
  question('hours', 1, 'Hours', { day: 'Daytime', evening: 'Evenings', none: 'None' }, { ordered: false }),
];

function base(id: string, because: string) {
  return {
    id,
    dimension: id.startsWith('safety') ? 0 : 1,
    because,
    sources: [],
    practice: false,
    accept: [],
  };
}

function advise(id: string, text: string, when: AdviseCondition): Rule {
  return { ...base(id, 'it helps'), kind: 'advise', advise: text, when };
}

const rules: readonly Rule[] = [
  {
    ...base('safety.plan', 'a plan makes it unsafe to go home tonight'),
    kind: 'at_least',
    level: INPATIENT,
    alert: 'a worked-out plan for suicide',
    when: is(THOUGHTS, 3),
  },
  {
    ...base('safety.active', 'active thoughts need several contacts a week'),
    kind: 'at_least',
    level: IOP,
    when: is(THOUGHTS, 2, 3),
  },
  advise('safety.safety-plan', 'Write a safety plan together.', is(THOUGHTS, 1, 2, 3)),
  {
    ...base('safety.plan-but-mild', 'a plan rarely comes with mild symptoms'),
    kind: 'recheck',
    questions: [THOUGHTS, SEVERITY],
    when: { kind: 'all', of: [is(THOUGHTS, 3), is(SEVERITY, 0)] },
  },
  {
    ...base('home.severe', 'severe symptoms need more than one session a week'),
    kind: 'at_least',
    level: IOP,
    when: is(SEVERITY, 2),
  },
  {
    ...base('home.severe-in-iop', 'an IOP does not hold severe symptoms'),
    kind: 'at_least',
    level: PHP,
    when: { kind: 'all', of: [is(SEVERITY, 2), is(PROGRESS, 1)] },
  },
  {
    ...base('home.cannot-come', 'an IOP that nobody can get to does not help'),
    kind: 'rule_out',
    levels: 1 << IOP,
    when: is(ATTENDANCE, 1),
  },
  advise('home.evenings', 'Ask for an evening track.', {
    kind: 'all',
    of: [is(HOURS, 1), { kind: 'level', levels: (1 << IOP) | (1 << PHP) | (1 << INPATIENT) }],
  }),
];

const base4 = ruleSetOf(questions, rules);
const LEVEL_NAMES = [
  'Outpatient therapy',
  'Intensive outpatient program (IOP)',
  'Partial hospitalization program (PHP)',
  'Inpatient care',
];
const DOSES = ['1 session a week', '9 hours a week', '20 hours a week', '24 hours a day'];

/** A rule set of six questions and eight rules: one of each kind, a question that may not apply, a nominal one. */
export const SMALL: RuleSet = {
  ...base4,
  emergency: 'Call the emergency number and stay with the person.',
  levels: base4.levels.map((level, index) => ({
    ...level,
    name: LEVEL_NAMES[index] ?? '',
    dose: DOSES[index] ?? '',
    place: index < INPATIENT ? 'Lives at home.' : 'Stays day and night.',
    suitedFor: index === OUTPATIENT ? 'Mild symptoms.' : 'More than mild symptoms.',
    length: 'As long as it helps.',
    week: 'A quiet one.',
    review: 'Every month.',
    nextStep: 'The level below.',
  })),
  dimensions: [
    { id: 'safety', title: 'Safety', rulePrefix: 'safety' },
    { id: 'home', title: 'Home and work', rulePrefix: 'home' },
  ],
};

const compiled = compile(SMALL);

/** A case of the small rule set with everything that an output is made from. */
export function smallCase(given: Readonly<Record<string, string>>, id?: string): ExplainedCase {
  const { answers, problems } = answersFromIds(SMALL, given);
  if (problems.length > 0) throw new Error(`a case of a test is mistyped: ${JSON.stringify(problems)}`);
  return {
    ...(id === undefined ? {} : { id }),
    ruleSet: SMALL,
    identity: { id: 'small', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) },
    answers,
    explanation: explain(compiled, answers),
  };
}

/** Settled at IOP, with a plan and a barrier. */
export const SETTLED = smallCase({
  thoughts: 'active',
  severity: 'moderate',
  care: 'none',
  attendance: 'reliable',
  hours: 'evening',
});
