import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/core/guarantee.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { loadGuarantees } from '../../src/rule-set/load-guarantees.ts';
import { SMALL_RULE_SET } from './small-rule-set.ts';

const { ruleSet } = loadRuleSet(SMALL_RULE_SET);

function loaded(text: string) {
  if (ruleSet === undefined) throw new Error('the small rule set does not load');
  return loadGuarantees({ path: 'guarantees.yaml', text }, ruleSet);
}

/** The file with one guarantee whose claim is these lines; they begin on line 4, in column 5. */
function guaranteeOf(...lines: readonly string[]): string {
  const claim = lines.map((line) => `    ${line}\n`).join('');
  return `guarantees:\n  - id: claim\n    says: What the guarantee says.\n${claim}`;
}

function claimOf(...lines: readonly string[]): Claim | undefined {
  const { guarantees, diagnostics } = loaded(guaranteeOf(...lines));
  expect(diagnostics).toEqual([]);
  return guarantees?.[0]?.claim;
}

/** Indexes in the small rule set. */
const [THOUGHTS, ATTEMPT, CARE_NOW, PROGRESS] = [0, 1, 2, 3];

describe('a claim is read', () => {
  test('about the outcome wherever a condition holds', () => {
    expect(
      claimOf('when: { thoughts: { from: active } }', 'expect: { level: { from: iop }, alert: true }'),
    ).toEqual({
      kind: 'expected_outcome',
      when: { kind: 'answer', question: THOUGHTS, answers: 0b1100 },
      best: [],
      expect: { levels: 0b110, alert: true },
    });
  });

  test('about cases with an alert, alone or beside answers', () => {
    expect(claimOf('when: { alert: true }', 'expect: { level: inpatient }')).toEqual({
      kind: 'expected_outcome',
      whenAlert: true,
      best: [],
      expect: { levels: 0b100 },
    });
    expect(
      claimOf("when: { attempt: 'no', alert: false }", 'expect: { level: [outpatient, iop] }'),
    ).toMatchObject({
      when: { kind: 'answer', question: ATTEMPT },
      whenAlert: false,
    });
  });

  test('with the best answers elsewhere: to ordered questions that are not named', () => {
    const claim = claimOf(
      'when: { any: [{ thoughts: passive }, { none: [{ progress: ready }] }] }',
      'best_elsewhere: true',
      'any_answer: [attempt]',
      'expect: { alert: false }',
    );
    expect(claim).toMatchObject({ best: [CARE_NOW], expect: { alert: false } });
  });

  test('about more serious answers, to some questions or to all that have an order', () => {
    expect(claimOf('never_lowers: [thoughts]')).toEqual({ kind: 'never_lowers', questions: [THOUGHTS] });
    expect(claimOf('never_lowers: all_ordered', 'held_fixed: [care_now]')).toEqual({
      kind: 'never_lowers',
      questions: [THOUGHTS, ATTEMPT, PROGRESS],
    });
  });

  test('about questions without effect, and cases that stay where they are', () => {
    expect(claimOf('never_matters: [setting]')).toEqual({ kind: 'never_matters', questions: [4] });
    expect(claimOf('stays: outpatient', 'whatever: [setting, progress]')).toEqual({
      kind: 'stays',
      levels: 0b001,
      whatever: [4, PROGRESS],
    });
  });

  test('about the rule set as a whole', () => {
    expect(claimOf('always_one_level: true')).toEqual({ kind: 'always_one_level' });
    expect(claimOf('each_rule_can_matter: true')).toEqual({ kind: 'each_rule_can_matter' });
    expect(
      claimOf(
        'each_answer_can_matter: true',
        'except: [{ question: setting, answers: [clinic, either], because: both can travel }]',
      ),
    ).toEqual({
      kind: 'each_answer_can_matter',
      alike: [{ question: 4, answers: 0b101, because: 'both can travel' }],
    });
  });

  test('with its place, at its id', () => {
    const { guarantees, places } = loaded(guaranteeOf('always_one_level: true'));
    expect(places.get(guarantees?.[0] ?? {})).toEqual({
      path: 'guarantees.yaml',
      line: 2,
      column: 9,
      length: 5,
    });
  });
});

/** Each mistake with its code, line and column, written down from the text. */
const MISTAKES = [
  { what: 'a misspelt key', lines: ['never_lower: [thoughts]'], found: ['unknown-key 4:5'] },
  {
    what: 'a question that does not exist',
    lines: ['never_matters: [setings]'],
    found: ['unknown-question 4:21'],
  },
  {
    what: 'an answer that does not exist',
    lines: ['when: { thoughts: plann }', 'expect: { level: iop }'],
    found: ['unknown-answer 4:23'],
  },
  {
    what: 'a level that does not exist',
    lines: ['when: { thoughts: plan }', 'expect: { level: php }'],
    found: ['unknown-level 5:22'],
  },
  {
    what: 'a level that is tested in a condition',
    lines: ['when: { level: iop }', 'expect: { alert: true }'],
    found: ['outcome-test-outside-advise 4:13'],
  },
  {
    what: 'a condition without what to expect',
    lines: ['when: { thoughts: plan }'],
    found: ['missing-key 4:5'],
  },
  { what: 'an expectation of nothing', lines: ['expect: {}'], found: ['missing-key 4:13'] },
  {
    what: 'an expectation of every level',
    lines: ['expect: { level: { from: outpatient } }'],
    found: ['test-never-fails 4:22'],
  },
  { what: 'an alert that is no yes or no', lines: ['expect: { alert: maybe }'], found: ['wrong-type 4:22'] },
  {
    what: 'questions with any answer, but none with the best',
    lines: ['any_answer: [thoughts]', 'expect: { level: iop }'],
    found: ['missing-key 4:5'],
  },
  {
    what: 'questions held fixed, but none raised',
    lines: ['held_fixed: [care_now]'],
    found: ['missing-key 4:5'],
  },
  { what: 'a level to stay at, without questions', lines: ['stays: outpatient'], found: ['missing-key 4:5'] },
  {
    what: 'a nominal question that is to be more serious',
    lines: ['never_lowers: [thoughts, setting]'],
    found: ['range-on-nominal 4:30'],
  },
  { what: 'one question outside a list', lines: ['never_lowers: thoughts'], found: ['wrong-value 4:19'] },
  {
    what: 'a question listed twice',
    lines: ['never_matters: [setting, setting]'],
    found: ['repeated-item 4:30'],
  },
  {
    what: 'alike answers without a reason',
    lines: ['each_answer_can_matter: true', 'except: [{ question: setting, answers: [clinic, either] }]'],
    found: ['missing-key 5:16'],
  },
  { what: 'a flag that is false', lines: ['always_one_level: false'], found: ['wrong-value 4:23'] },
  {
    what: 'two claims',
    lines: ['never_matters: [setting]', 'each_rule_can_matter: true'],
    found: ['several-claims 5:5'],
  },
  { what: 'no claim', lines: [], found: ['no-claim 2:9'] },
] as const;

describe('a mistake is found at its place', () => {
  test.each(MISTAKES)('$what', ({ lines, found }) => {
    const { diagnostics, guarantees } = loaded(guaranteeOf(...lines));
    expect(diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(found);
    expect(guarantees === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    for (const { message, help } of diagnostics) {
      expect(message).toMatch(/^[^A-Z].*[^.]$/);
      expect(help).toMatch(/\S.*[^.]$/);
    }
  });

  test('a near miss is named', () => {
    const [problem] = loaded(guaranteeOf('never_matters: [setings]')).diagnostics;
    expect(problem?.help).toContain('did you mean `setting`?');
  });

  test('an id given twice', () => {
    const text = `${guaranteeOf('always_one_level: true')}  - id: claim\n    says: Again.\n    each_rule_can_matter: true\n`;
    expect(loaded(text).diagnostics).toMatchObject([{ code: 'duplicate-id', line: 5, column: 9 }]);
  });

  test('a file that is no mapping, is empty, or cannot be read', () => {
    const codes = (text: string) => loaded(text).diagnostics.map(({ code }) => code);
    expect(codes('[]\n')).toEqual(['wrong-type']);
    expect(codes('guarantees: []\n')).toEqual(['empty-list']);
    expect(codes('')).toEqual(['empty-file']);
    expect(codes('guarantees: [\n')).toEqual(['yaml-syntax']);
  });
});

test('a rule set loads whatever its file of guarantees holds', () => {
  const files = [...SMALL_RULE_SET, { path: 'guarantees.yaml', text: 'guarantees: [\n' }];
  expect(loadRuleSet(files).diagnostics).toEqual([]);
});
