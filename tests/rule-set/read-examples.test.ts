import { describe, expect, test } from 'vitest';
import { idsFromAnswers } from '../../src/core/answers.ts';
import { readExamples } from '../../src/rule-set/read-examples.ts';
import { adult } from '../adult-rule-set.ts';

function read(...texts: readonly string[]) {
  return readExamples(
    texts.map((text, index) => ({ path: `examples-${index + 1}.yaml`, text })),
    adult,
  );
}

/** Each mistake on its own: the text, and where and how it is reported. */
const MISTAKES: readonly (readonly [what: string, text: string, code: string, at: string, says: string])[] = [
  ['no list', 'examples: 3', 'wrong-type', '1:11', 'is a list'],
  ['no list at all', 'just text', 'wrong-type', '1:1', 'is a list'],
  ['a key beside given', 'gven: {}\nexamples: []', 'unknown-key', '1:1', 'gven'],
  ['an example that is text', '- plan', 'wrong-type', '1:3', 'an example must be'],
  ['no id', '- answers: {}', 'missing-key', '1:3', '`id`'],
  ['a blank id', "- id: ''\n  answers: {}", 'blank-text', '1:7', 'blank'],
  ['no answers', '- id: a', 'missing-key', '1:7', '`answers`'],
  ['a misspelled key', '- id: a\n  answers: {}\n  expects: {}', 'unknown-key', '3:3', 'expects'],
  ['answers in a list', '- id: a\n  answers: [plan]', 'wrong-type', '2:12', 'mapping'],
  ['an unknown question', '- id: a\n  answers: { self_ham: none }', 'unknown-question', '2:14', 'self_ham'],
  ['an unknown answer', '- id: a\n  answers: { self_harm: often }', 'unknown-answer', '2:25', 'often'],
  ['two answers', '- id: a\n  answers: { self_harm: [none] }', 'wrong-type', '2:25', 'one answer'],
  ['an unquoted no', '- id: a\n  answers: { safe_between_visits: no }', 'unquoted-yes-no', '2:35', 'no'],
  ['two with one id', '- { id: a, answers: {} }\n- { id: a, answers: {} }', 'duplicate-id', '2:9', 'line 1'],
  ['an unknown given answer', 'given: { self_harm: often }\nexamples: []', 'unknown-answer', '1:21', 'often'],
  ['an empty expect', expecting('{}'), 'wrong-type', '1:33', 'what is expected'],
  ['expect as text', expecting('iop'), 'wrong-type', '1:33', 'what is expected'],
  ['an unknown key of expect', expecting('{ levels: iop }'), 'unknown-key', '1:35', 'levels'],
  ['an unknown level', expecting('{ level: to-be-written }'), 'unknown-level', '1:42', 'to-be-written'],
  ['two levels', expecting('{ level: [iop, php] }'), 'wrong-type', '1:42', 'one level'],
  ['level and lowest', expecting('{ level: iop, lowest: iop }'), 'wrong-value', '1:47', 'both bounds'],
  ['lowest alone', expecting('{ lowest: iop }'), 'missing-key', '1:35', 'stands alone'],
  ['highest alone', expecting('{ highest: iop }'), 'missing-key', '1:35', 'stands alone'],
  ['lowest above highest', expecting('{ lowest: php, highest: iop }'), 'wrong-value', '1:43', 'above'],
  ['advice to be written', expecting('{ advice: to-be-written }'), 'wrong-type', '1:43', 'must be a list'],
  ['an unknown rule', expecting('{ alerts: [safety.plan-unsave] }'), 'unknown-rule', '1:44', 'plan-unsave'],
  [
    'advice among alerts',
    expecting('{ alerts: [safety.collateral] }'),
    'wrong-value',
    '1:44',
    'raises no alert',
  ],
  [
    'a level rule as advice',
    expecting('{ advice: [safety.guarded] }'),
    'wrong-value',
    '1:44',
    'gives no advice',
  ],
  ['an unknown open question', expecting('{ open: [self_ham] }'), 'unknown-question', '1:42', 'self_ham'],
  ['an id twice', expecting('{ open: [self_harm, self_harm] }'), 'repeated-item', '1:53', 'twice'],
  ['an unknown part', expecting('{ open: { include: [self_harm] } }'), 'unknown-key', '1:43', 'include'],
  [
    'an id both ways',
    expecting('{ open: { includes: [self_harm], excludes: [self_harm] } }'),
    'wrong-value',
    '1:77',
    'excluded',
  ],
  [
    'a reason that is no rule',
    expecting('{ reasons: [safety.guarded|safety.x] }'),
    'unknown-rule',
    '1:45',
    'safety.x',
  ],
];

function expecting(expected: string): string {
  return `- { id: a, answers: {}, expect: ${expected} }`;
}

describe('reading examples', () => {
  test.each(MISTAKES)('finds %s', (_, text, code, at, says) => {
    const { diagnostics } = read(text);
    expect(diagnostics.map((found) => `${found.code} ${found.line}:${found.column}`)).toEqual([
      `${code} ${at}`,
    ]);
    expect(diagnostics[0]?.message).toContain(says);
  });

  test('says what may have been meant', () => {
    const { diagnostics } = read('- id: a\n  answers: { self_ham: none, self_harm: ocasional }\n  expct: {}');
    expect(diagnostics.map(({ help }) => help)).toEqual([
      expect.stringContaining('did you mean `self_harm`?'),
      expect.stringContaining('did you mean `occasional`?'),
      expect.stringContaining('did you mean `expect`?'),
    ]);
  });

  test('reads what is expected, and leaves other keys alone', () => {
    const { examples, diagnostics } = read(
      [
        '- id: a',
        '  story: A plan, and the means are unknown.',
        '  answers: { suicidal_thoughts: plan, means_or_preparation: unknown }',
        '  given_by: a reviewer',
        '  expect:',
        '    lowest: php',
        '    highest: inpatient',
        '    reasons: [safety.plan-without-intent]',
        '    alerts: []',
        '    advice: { excludes: [safety.collateral] }',
      ].join('\n'),
    );
    expect(diagnostics).toEqual([]);
    expect(examples).toHaveLength(1);
    const [example] = examples;
    expect(idsFromAnswers(adult, example?.answers ?? [])).toEqual({ suicidal_thoughts: 'plan' });
    expect(example).toMatchObject({
      id: 'a',
      story: 'A plan, and the means are unknown.',
      path: 'examples-1.yaml',
      line: 1,
      expect: {
        levels: { lowest: 2, highest: 3 },
        reasons: { kind: 'exactly', ids: ['safety.plan-without-intent'] },
        alerts: { kind: 'exactly', ids: [] },
        advice: { kind: 'among', includes: [], excludes: ['safety.collateral'] },
      },
    });
  });

  test('shares given answers, unless the example says otherwise or they do not apply', () => {
    const { examples, diagnostics } = read(
      [
        'given: { care_now: none, weekly_therapy: helping, self_harm: none }',
        'examples:',
        '  - { id: as-given, answers: {} }',
        '  - { id: other, answers: { self_harm: frequent } }',
        '  - { id: in-iop, answers: { care_now: iop } }',
        '  - { id: said, answers: { care_now: iop, weekly_therapy: partial } }',
        '  - { id: opened, answers: { self_harm: unknown } }',
      ].join('\n'),
    );
    expect(diagnostics).toEqual([]);
    expect(examples.map(({ answers }) => idsFromAnswers(adult, answers))).toEqual([
      { self_harm: 'none', care_now: 'none', weekly_therapy: 'helping' },
      { self_harm: 'frequent', care_now: 'none', weekly_therapy: 'helping' },
      { self_harm: 'none', care_now: 'iop' },
      { self_harm: 'none', care_now: 'iop', weekly_therapy: 'partial' },
      { care_now: 'none', weekly_therapy: 'helping' },
    ]);
  });

  test('goes on after a mistake and finds an id used in two files', () => {
    const { examples, diagnostics } = read(
      '- { id: a, answers: { self_harm: often } }\n- { id: b, answers: {} }',
      '- { id: b, answers: {} }\n- { id: c, answers: {} }',
    );
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown-answer examples-1.yaml',
      'duplicate-id examples-2.yaml',
    ]);
    expect(examples.map(({ id }) => id)).toEqual(['a', 'b', 'b', 'c']);
  });
});
