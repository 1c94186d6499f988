import { describe, expect, test } from 'vitest';
import { idsFromAnswers } from '../../src/core/answers.ts';
import { readVignettes } from '../../src/rule-set/read-vignettes.ts';
import { adult } from '../adult-rule-set.ts';
import { adultExamples } from '../rules/adult-examples.ts';

function read(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({ path: `vignettes-${index + 1}.yaml`, text }));
  return readVignettes(files, adult, adultExamples.examples);
}

const WRITTEN = `- id: one
  level: iop
  rule: safety.guarded
  teaches: a point
  text: >-
    The first
    paragraph.

    The second.
  answers: { self_harm: none }
`;
const PUBLISHED = `- example: ex-bed-1
  text: A voice.
  assigned: inpatient care
  citation: A bank of questions.
`;
const UNLIKELY = 'unlikely:\n  - when: { care_now: none, attendance: reliable }\n    because: no care\n';

/** Each mistake: what replaces what in a sound file, and where and how it is reported. */
const MISTAKES: readonly (readonly [
  text: string,
  from: string,
  to: string,
  code: string,
  at: string,
  says: string,
])[] = [
  [WRITTEN, 'teaches:', 'teachs:', 'unknown-key', '4:3', 'teachs'],
  [WRITTEN, 'level: iop', 'level: ipo', 'unknown-level', '2:10', 'ipo'],
  [WRITTEN, 'safety.guarded', 'safety.garded', 'unknown-rule', '3:9', 'garded'],
  [WRITTEN, 'safety.guarded', 'safety.collateral', 'not-a-level-rule', '3:9', 'decides no level'],
  [WRITTEN, 'teaches: a point', "teaches: ''", 'blank-text', '4:12', 'blank'],
  [WRITTEN, '  teaches: a point\n', '', 'missing-key', '1:7', '`teaches`'],
  [WRITTEN, '  answers: { self_harm: none }\n', '', 'missing-key', '1:7', '`answers`'],
  [WRITTEN, 'self_harm: none', 'self_ham: none', 'unknown-question', '10:14', 'self_ham'],
  [WRITTEN, 'self_harm: none', 'self_harm: never', 'unknown-answer', '10:25', 'never'],
  [WRITTEN, WRITTEN, '- one\n', 'wrong-type', '1:3', 'a vignette must be'],
  [WRITTEN, WRITTEN, 'vignettes: one\n', 'wrong-type', '1:12', 'is a list'],
  [WRITTEN, WRITTEN, 'just text\n', 'wrong-type', '1:1', 'is a list'],
  [WRITTEN, WRITTEN, 'vignetes: []\n', 'unknown-key', '1:1', 'vignetes'],
  [WRITTEN, WRITTEN, WRITTEN + WRITTEN, 'duplicate-id', '11:7', 'line 1'],
  [PUBLISHED, 'ex-bed-1', 'ex-bed-3', 'wrong-value', '1:12', 'no example'],
  [PUBLISHED, 'assigned:', 'asigned:', 'unknown-key', '3:3', 'asigned'],
  [PUBLISHED, '  citation: A bank of questions.\n', '', 'missing-key', '1:3', '`citation`'],
  [PUBLISHED, 'text: A voice.', 'text: [A voice.]', 'wrong-type', '2:9', 'must be text'],
  [UNLIKELY, 'care_now: none', 'care_now: nowhere', 'unknown-answer', '2:23', 'nowhere'],
  [UNLIKELY, 'when:', 'if:', 'unknown-key', '2:5', 'if'],
  [UNLIKELY, '\n    because: no care', '', 'missing-key', '2:5', '`because`'],
  [UNLIKELY, UNLIKELY, 'unlikely: none\n', 'wrong-type', '1:11', 'must be a list'],
  [UNLIKELY, UNLIKELY, 'unlikely: [none]\n', 'wrong-type', '1:12', 'must be a mapping'],
  [
    UNLIKELY,
    'care_now: none, attendance: reliable',
    'level: iop',
    'outcome-test-outside-advise',
    '2:13',
    'level',
  ],
];

describe('reading vignettes', () => {
  test('takes a written one with its point, its paragraphs and its place', () => {
    const { vignettes, diagnostics } = read(
      `given: { care_now: none }\nvignettes:\n${WRITTEN.replace(/^/gm, '  ')}`,
    );
    expect(diagnostics).toEqual([]);
    expect(vignettes).toMatchObject([
      {
        id: 'one',
        source: 'written',
        teaches: 'a point',
        point: { level: 1, rule: 'safety.guarded' },
        text: ['The first paragraph.', 'The second.'],
        path: 'vignettes-1.yaml',
        line: 3,
      },
    ]);
    expect(idsFromAnswers(adult, vignettes[0]?.answers ?? [])).toEqual({
      care_now: 'none',
      self_harm: 'none',
    });
  });

  test('takes the answers of a published one from its example, and the note only where there is one', () => {
    const { vignettes, diagnostics } = read(
      PUBLISHED,
      `${PUBLISHED.replace('ex-bed-1', 'ex-bed-2')}  note: why\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(vignettes.map(({ assigned }) => assigned)).toEqual([
      { level: 'inpatient care', citation: 'A bank of questions.' },
      { level: 'inpatient care', citation: 'A bank of questions.', note: 'why' },
    ]);
    const example = adultExamples.examples.find(({ id }) => id === 'ex-bed-1');
    expect(vignettes[0]?.answers).toEqual(example?.answers);
  });

  test('takes what is unlikely as conditions', () => {
    const { vignettes, unlikely, diagnostics } = read(UNLIKELY, WRITTEN);
    expect(diagnostics).toEqual([]);
    expect(unlikely.map(({ kind }) => kind)).toEqual(['all']);
    expect(vignettes).toHaveLength(1);
  });

  test.each(MISTAKES)('reports a mistake where it stands (%#)', (text, from, to, code, at, says) => {
    expect(text).toContain(from);
    expect(read(text).diagnostics).toEqual([]);
    const { diagnostics } = read(text.replace(from, to));
    const found = diagnostics.map((each) => `${each.code} ${each.line}:${each.column}`);
    expect(found).toContain(`${code} ${at}`);
    expect(diagnostics.some(({ message, help }) => `${message} ${help ?? ''}`.includes(says))).toBe(true);
  });

  test('offers the key, rule or example that was probably meant', () => {
    const helps = [
      WRITTEN.replace('teaches:', 'teachs:'),
      WRITTEN.replace('safety.guarded', 'safety.gaurded'),
      PUBLISHED.replace('ex-bed-1', 'ex-bed1'),
    ].flatMap((text) => read(text).diagnostics.map(({ help }) => help ?? ''));
    expect(helps).toEqual(
      expect.arrayContaining(['did you mean `teaches`?', 'did you mean `safety.guarded`?']),
    );
    expect(helps.some((help) => help.includes('ex-bed-1'))).toBe(true);
  });

  test('leaves out a vignette with a mistake and keeps the others', () => {
    const { vignettes } = read(WRITTEN.replace('level: iop', 'level: ipo') + WRITTEN.replace('one', 'two'));
    expect(vignettes.map(({ id }) => id)).toEqual(['two']);
  });
});
