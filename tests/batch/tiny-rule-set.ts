import type { Question, RuleSet } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';

function question(id: string, ordered: boolean, ...answers: readonly string[]): Question {
  return {
    id,
    dimension: 0,
    title: id,
    prompt: `What about ${id}?`,
    window: 'the past two weeks',
    help: 'Ask.',
    ordered,
    history: false,
    accept: [],
    answers: answers.map((answer) => ({ id: answer, label: answer, means: `is ${answer}`, phrase: answer })),
  };
}

function level(id: string, name: string) {
  const text = { place: 'a place', dose: 'a dose', suitedFor: 'some', length: 'long', week: 'a week' };
  return { id, name, ...text, review: 'soon', nextStep: 'home', sources: [] };
}

const common = { dimension: 0, sources: [], practice: false, accept: [] };

/** Three questions, two levels, one rule of each kind that a score shows. */
export const tiny: RuleSet = {
  id: 'tiny',
  version: '1.0.0',
  title: 'A tiny rule set',
  intendedUsers: 'tests',
  population: 'nobody',
  notFor: [],
  demographics: 'none',
  validation: 'none',
  timeFrame: 'the past two weeks',
  emergency: 'call for help',
  levels: [level('home', 'Home care'), level('ward', 'Ward care (WARD)')],
  dimensions: [{ id: 'safety', title: 'Safety', rulePrefix: 'safety' }],
  questions: [
    question('thoughts', true, 'none', 'some', 'plan'),
    question('sleep', true, 'good', 'poor'),
    question('wish', false, 'none', 'group'),
  ],
  rules: [
    {
      ...common,
      kind: 'at_least',
      id: 'safety.plan',
      level: 1,
      alert: 'a plan',
      because: 'a plan is not safe at home',
      when: { kind: 'answer', question: 0, answers: 0b100 },
    },
    {
      ...common,
      kind: 'at_least',
      id: 'safety.tired',
      level: 1,
      because: 'no sleep wears out',
      when: {
        kind: 'all',
        of: [
          { kind: 'answer', question: 0, answers: 0b110 },
          { kind: 'answer', question: 1, answers: 0b10 },
        ],
      },
    },
    {
      ...common,
      kind: 'advise',
      id: 'safety.group',
      advise: 'offer a group',
      because: 'it was wished for',
      when: { kind: 'answer', question: 2, answers: 0b10 },
    },
    {
      ...common,
      kind: 'recheck',
      id: 'safety.calm-plan',
      questions: [0, 1],
      because: 'these seldom go together',
      when: {
        kind: 'all',
        of: [
          { kind: 'answer', question: 0, answers: 0b100 },
          { kind: 'answer', question: 1, answers: 0b01 },
        ],
      },
    },
  ],
  sources: [],
  decisions: [],
  overrideReasons: [],
};

export const compiledTiny = compile(tiny);
