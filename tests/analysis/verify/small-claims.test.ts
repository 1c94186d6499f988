import { describe, expect, test } from 'vitest';
import { verify } from '../../../src/analysis/verify/verify.ts';
import type { Claim } from '../../../src/core/guarantee.ts';
import type { AnswerCondition, Question, Rule, RuleSet } from '../../../src/core/rule-set.ts';
import type { Verdict } from '../../../src/core/verdict.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { TooLargeError } from '../../../src/diagram/node-store.ts';
import { ruleSetOf } from '../../arbitrary-rule-set.ts';

/** Three questions: thoughts (none, active, plan), sleep (safe, unsafe), and a nominal preference (a, b). */
const THOUGHTS = 0;
const SLEEP = 1;
const PREFERENCE = 2;

function question(id: string, answers: readonly string[], ordered = true): Question {
  const text = { title: id, prompt: id, window: '', help: '' };
  const made = answers.map((answer) => ({ id: answer, label: answer, means: '', phrase: '' }));
  return { id, dimension: 0, ...text, ordered, history: false, accept: [], answers: made };
}

const questions = [
  question('thoughts', ['none', 'active', 'plan']),
  question('sleep', ['safe', 'unsafe']),
  question('preference', ['a', 'b'], false),
];

function answer(index: number, answers: number): AnswerCondition {
  return { kind: 'answer', question: index, answers };
}

const fixed = { dimension: 0, because: 'because', sources: [], practice: false, accept: [] };
const plan: Rule = {
  ...fixed,
  id: 'only.plan',
  kind: 'at_least',
  level: 3,
  alert: 'a plan',
  when: answer(THOUGHTS, 0b100),
};
const active: Rule = {
  ...fixed,
  id: 'only.active',
  kind: 'at_least',
  level: 1,
  when: answer(THOUGHTS, 0b110),
};
const unsafe: Rule = {
  ...fixed,
  id: 'only.unsafe',
  kind: 'rule_out',
  levels: 0b0010,
  when: answer(SLEEP, 0b10),
};
const track: Rule = {
  ...fixed,
  id: 'only.track',
  kind: 'advise',
  advise: 'ask',
  when: answer(PREFERENCE, 0b10),
};

const sound = ruleSetOf(questions, [plan, active, unsafe, track]);

function verdictOn(claim: Claim, ruleSet: RuleSet = sound): Verdict {
  const [verdict] = verify(compile(ruleSet), [{ id: 'claim', says: 'a claim', claim }]);
  if (verdict === undefined) throw new Error('there is no verdict');
  return verdict;
}

function refutationOf(claim: Claim, ruleSet: RuleSet) {
  const verdict = verdictOn(claim, ruleSet);
  return verdict.result === 'refuted' ? verdict.refutation : undefined;
}

describe('an expected outcome', () => {
  const planIsInpatient: Claim = {
    kind: 'expected_outcome',
    when: answer(THOUGHTS, 0b100),
    best: [],
    expect: { levels: 0b1000, alert: true },
  };

  test('is proven over exactly the cases it speaks of', () => {
    expect(verdictOn(planIsInpatient)).toMatchObject({ result: 'proven', cases: 4n });
  });

  test('is refuted by the case nearest to the best one; the rule in force and the nearest rule are named', () => {
    const lowered = ruleSetOf(questions, [{ ...plan, level: 2 }, active, unsafe, track]);
    expect(refutationOf(planIsInpatient, lowered)).toMatchObject({
      kind: 'case',
      witness: { answers: Int8Array.of(2, 0, 0), level: 2, alerts: ['only.plan'] },
      blame: [{ rule: 0, part: 'holds' }],
    });
  });

  test('is refuted where the alert is missing', () => {
    const { alert: _, ...silent } = plan;
    const unheard = ruleSetOf(questions, [silent, active, unsafe, track]);
    expect(refutationOf(planIsInpatient, unheard)).toMatchObject({
      witness: { level: 3, alerts: [] },
      blame: [{ rule: 0, part: 'holds' }],
    });
  });

  test('names the rule that comes nearest to holding, and what it lacks', () => {
    const moved = ruleSetOf(questions, [plan, { ...active, when: answer(THOUGHTS, 0b100) }, unsafe, track]);
    const claim: Claim = {
      kind: 'expected_outcome',
      when: answer(THOUGHTS, 0b110),
      best: [],
      expect: { levels: 0b1110 },
    };
    expect(refutationOf(claim, moved)).toMatchObject({
      witness: { answers: Int8Array.of(1, 0, 0), level: 0 },
      blame: [
        { rule: 0, part: 'lacks', changes: [{ question: THOUGHTS, from: 1, to: 2 }] },
        { rule: 1, part: 'lacks', changes: [{ question: THOUGHTS, from: 1, to: 2 }] },
      ],
    });
  });

  test('is refuted where a level is too high, and the rules that lift to it are named', () => {
    const claim: Claim = { kind: 'expected_outcome', best: [SLEEP], expect: { levels: 0b0111 } };
    expect(refutationOf(claim, sound)).toMatchObject({
      witness: { answers: Int8Array.of(2, 0, 0), level: 3 },
      blame: [{ rule: 0, part: 'holds' }],
    });
  });

  test('that speaks of no case is vacuous, not proven', () => {
    const never: Claim = {
      kind: 'expected_outcome',
      when: { kind: 'all', of: [answer(THOUGHTS, 0b001), answer(THOUGHTS, 0b100)] },
      best: [],
      expect: { levels: 0b1000 },
    };
    expect(verdictOn(never)).toMatchObject({ result: 'vacuous', cases: 0n });
  });
});

describe('never lowers', () => {
  test('is proven, and refuted by a pair of cases one answer apart', () => {
    const claim: Claim = { kind: 'never_lowers', questions: [THOUGHTS, SLEEP] };
    expect(verdictOn(claim)).toMatchObject({ result: 'proven', cases: 12n });
    const onlyWhileActive = ruleSetOf(questions, [{ ...active, when: answer(THOUGHTS, 0b010) }]);
    expect(refutationOf(claim, onlyWhileActive)).toMatchObject({
      kind: 'pair',
      before: { answers: Int8Array.of(1, 0, 0), level: 1 },
      after: { answers: Int8Array.of(2, 0, 0), level: 0 },
      blame: [{ rule: 0, part: 'stops' }],
    });
  });

  test('says nothing of no question', () => {
    expect(verdictOn({ kind: 'never_lowers', questions: [] })).toMatchObject({ result: 'vacuous' });
  });
});

describe('never matters', () => {
  test('is proven, and refuted by two cases with different levels or alerts', () => {
    expect(verdictOn({ kind: 'never_matters', questions: [PREFERENCE] }).result).toBe('proven');
    const noted: Rule = {
      ...fixed,
      id: 'only.noted',
      kind: 'alert',
      alert: 'b',
      when: answer(PREFERENCE, 0b10),
    };
    const withAlert = ruleSetOf(questions, [plan, active, noted]);
    expect(refutationOf({ kind: 'never_matters', questions: [PREFERENCE] }, withAlert)).toMatchObject({
      kind: 'pair',
      before: { answers: Int8Array.of(0, 0, 0), alerts: [] },
      after: { answers: Int8Array.of(0, 0, 1), alerts: ['only.noted'] },
      blame: [{ rule: 2, part: 'starts' }],
    });
  });
});

describe('stays', () => {
  const claim: Claim = { kind: 'stays', levels: 0b0001, whatever: [SLEEP, PREFERENCE] };

  test('is proven where a rule-out lifts only those who need more already', () => {
    expect(verdictOn(claim)).toMatchObject({ result: 'proven', cases: 4n });
  });

  test('is refuted by the case at its best and the case that moved', () => {
    const lifting = ruleSetOf(questions, [
      plan,
      active,
      { ...fixed, id: 'only.bed', kind: 'at_least', level: 2, when: answer(SLEEP, 0b10) },
    ]);
    expect(refutationOf(claim, lifting)).toMatchObject({
      kind: 'pair',
      before: { answers: Int8Array.of(0, 0, 0), level: 0 },
      after: { answers: Int8Array.of(0, 1, 0), level: 2 },
      blame: [{ rule: 2, part: 'starts' }],
    });
  });

  test('is vacuous where no case is at the level', () => {
    expect(verdictOn({ ...claim, levels: 0b0100, whatever: [SLEEP] }).result).toBe('vacuous');
  });
});

describe('always one level', () => {
  test('is proven over every complete case', () => {
    expect(verdictOn({ kind: 'always_one_level' })).toMatchObject({ result: 'proven', cases: 12n });
  });

  test('is refuted where the diagram is not the ladder climbed', () => {
    const compiled = compile(sound);
    const wrong = { ...compiled, level: compile(ruleSetOf(questions, [plan, active])).level };
    const [verdict] = verify(wrong, [{ id: 'claim', says: 'a claim', claim: { kind: 'always_one_level' } }]);
    expect(verdict).toMatchObject({
      result: 'refuted',
      refutation: { kind: 'case', witness: { answers: Int8Array.of(1, 1, 0), level: 2 } },
    });
  });
});

describe('each rule can matter', () => {
  test('is refuted by the rules without which nothing changes', () => {
    expect(verdictOn({ kind: 'each_rule_can_matter' }).result).toBe('proven');
    const weaker: Rule = { ...active, id: 'only.weaker', when: answer(THOUGHTS, 0b100) };
    const impossible: AnswerCondition = { kind: 'all', of: [answer(SLEEP, 0b01), answer(SLEEP, 0b10)] };
    const never: Rule = { ...active, id: 'only.never', when: impossible };
    const idle = ruleSetOf(questions, [plan, active, weaker, never]);
    expect(refutationOf({ kind: 'each_rule_can_matter' }, idle)).toMatchObject({
      kind: 'idle_rules',
      rules: [
        { rule: 2, example: { answers: Int8Array.of(2, 0, 0) }, others: [0, 1] },
        { rule: 3, others: [] },
      ],
    });
  });

  test('is vacuous without rules that decide', () => {
    expect(verdictOn({ kind: 'each_rule_can_matter' }, ruleSetOf(questions, [track])).result).toBe('vacuous');
  });
});

describe('each answer can matter', () => {
  const claim: Claim = { kind: 'each_answer_can_matter', alike: [] };
  const withoutTrack = ruleSetOf(questions, [plan, active, unsafe]);
  const alike = [{ question: PREFERENCE, answers: 0b11, because: 'a matter of taste' }];

  test('is proven, and refuted by answers that no case tells apart', () => {
    expect(verdictOn(claim).result).toBe('proven');
    expect(refutationOf(claim, withoutTrack)).toEqual({
      kind: 'alike_answers',
      pairs: [{ question: PREFERENCE, answers: [0, 1] }],
    });
  });

  test('holds save for answers listed as alike, which must be', () => {
    expect(verdictOn({ ...claim, alike }, withoutTrack).result).toBe('proven');
    expect(refutationOf({ ...claim, alike }, sound)).toMatchObject({
      kind: 'not_alike',
      before: { answers: Int8Array.of(0, 0, 0) },
      after: { answers: Int8Array.of(0, 0, 1) },
      blame: [{ rule: 3, part: 'starts' }],
    });
  });
});

test('what is too large is refused, not waved through', () => {
  expect(() => verify(compile(sound), [], { maxNodes: 2 })).toThrow(TooLargeError);
});
