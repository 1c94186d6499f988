import type { AnswerCondition, Question, Rule } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';
import { ruleSetOf } from '../arbitrary-rule-set.ts';

/** Indexes of the questions of `CLINIC`. */
export const THOUGHTS = 0;
export const CARE = 1;
export const PROGRESS = 2;
export const ATTENDANCE = 3;
export const SETTING = 4;

function question(id: string, answers: readonly string[], appliesWhen?: AnswerCondition): Question {
  return {
    id,
    dimension: 0,
    title: `Title of ${id}`,
    prompt: `Prompt of ${id}?`,
    window: 'past two weeks',
    help: `Help on ${id}.`,
    ordered: true,
    history: false,
    accept: [],
    answers: answers.map((answer) => ({
      id: answer,
      label: `label ${answer}`,
      means: `${answer} means this`,
      phrase: answer,
    })),
    ...(appliesWhen === undefined ? {} : { appliesWhen }),
  };
}

const is = (index: number, ...answers: number[]): AnswerCondition => ({
  kind: 'answer',
  question: index,
  answers: answers.reduce((set, answer) => set | (1 << answer), 0),
});

const shared = { dimension: 0, because: 'because', sources: [], practice: false, accept: [] };

const rules: readonly Rule[] = [
  { ...shared, id: 'a.intent', kind: 'at_least', level: 3, alert: 'means to act', when: is(THOUGHTS, 2) },
  { ...shared, id: 'a.worse', kind: 'at_least', level: 2, when: is(PROGRESS, 1) },
  { ...shared, id: 'a.in-care', kind: 'at_least', level: 1, when: is(CARE, 1) },
  { ...shared, id: 'a.absent', kind: 'rule_out', levels: 0b0010, when: is(ATTENDANCE, 1) },
  { ...shared, id: 'a.virtual', kind: 'advise', advise: 'a private room', when: is(SETTING, 1) },
];

const clinic = {
  ...ruleSetOf(
    [
      question('thoughts', ['none', 'passive', 'intent']),
      question('care', ['none', 'iop']),
      question('progress', ['ready', 'worse'], is(CARE, 1)),
      question('attendance', ['reliable', 'prevented']),
      question('setting', ['clinic', 'virtual']),
    ],
    rules,
  ),
  emergency: 'Call the emergency number.',
  dimensions: [{ id: 'only', title: 'The dimension', rulePrefix: 'a' }],
};

/** Five questions, of which one alerts, one applies only in care, one only rules out and one only advises. */
export const CLINIC = compile(clinic);

/** The same, where passive thoughts and a good course in care are said to disagree. */
export const DISAGREEING_CLINIC = compile({
  ...clinic,
  rules: [
    ...rules,
    {
      ...shared,
      id: 'a.disagree',
      kind: 'recheck',
      questions: [THOUGHTS, PROGRESS],
      because: 'someone who is ready to leave would hardly think so',
      when: { kind: 'all', of: [is(THOUGHTS, 1), is(PROGRESS, 0)] },
    },
  ],
});
