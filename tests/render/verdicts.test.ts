import { describe, expect, test } from 'vitest';
import { verify } from '../../src/analysis/verify/verify.ts';
import type { Claim, Guarantee } from '../../src/core/guarantee.ts';
import { compile } from '../../src/diagram/compile.ts';
import { casesText, countText } from '../../src/render/count-text.ts';
import { counterexampleFile } from '../../src/render/counterexample.ts';
import { createTheme } from '../../src/render/theme.ts';
import { verdictsRecord } from '../../src/render/verdict-json.ts';
import { renderVerdicts } from '../../src/render/verdict-text.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { SMALL_RULE_SET } from '../rule-set/small-rule-set.ts';

const { ruleSet } = loadRuleSet(SMALL_RULE_SET);
if (ruleSet === undefined) throw new Error('the small rule set does not load');
const compiled = compile(ruleSet);

function guarantee(id: string, says: string, claim: Claim): Guarantee {
  return { id, says, claim };
}

const THOUGHTS = 0;
const PROGRESS = 3;
const PLAN = { kind: 'answer', question: THOUGHTS, answers: 0b1000 } as const;

const GUARANTEES = [
  guarantee('one-level', 'Every case has one level.', { kind: 'always_one_level' }),
  guarantee('plan-stays-out', 'A plan never means inpatient care.', {
    kind: 'expected_outcome',
    when: PLAN,
    best: [],
    expect: { levels: 0b011, alert: true },
  }),
  guarantee('progress-is-free', 'Progress never matters.', { kind: 'never_matters', questions: [PROGRESS] }),
  guarantee('speaks-of-nobody', 'Nobody both plans and does not.', {
    kind: 'expected_outcome',
    when: { kind: 'all', of: [PLAN, { kind: 'none', of: [PLAN] }] },
    best: [],
    expect: { levels: 0b001 },
  }),
  guarantee('answers-count', 'Each answer can matter.', { kind: 'each_answer_can_matter', alike: [] }),
];

const page = {
  ruleSet,
  identity: { id: 'small', version: '0.1.0', fingerprint: '0123456789abcdef'.repeat(4) },
  verdicts: verify(compiled, GUARANTEES),
  milliseconds: 12.4,
  files: new Map<string, string>(),
};

const look = { width: 78, theme: createTheme({ color: false }) };

describe('the page of verdicts', () => {
  test('shows each guarantee in words, and below a refuted one why and what to run', () => {
    expect(renderVerdicts(page, look)).toMatchInlineSnapshot(`
      "✓ Every case has one level.
        one-level · 120 cases

      ✗ A plan never means inpatient care.
        plan-stays-out · 30 cases
          Refuted by this case: inpatient with an alert.
          suicidal thoughts: plan; every other question has its first answer.
          Rules to look at:
          - safety.plan (at least inpatient, alert) holds
          Case file:
            # inpatient with an alert, against: A plan never means inpatient care.
            id: plan-stays-out
            answers:
              thoughts: plan
              attempt: 'no'
              care_now: none
              setting: clinic

      ✗ Progress never matters.
        progress-is-free · 96 cases
          Refuted by two cases, alike but for one change.
          Before: outpatient without an alert. suicidal thoughts: passive; present
          care: IOP; every other question has its first answer.
          After: iop without an alert. progress: ready → not ready.
          Rules to look at:
          - down.burden (at least iop) holds after and not before
          Case file:
            # Before: outpatient without an alert.
            - id: progress-is-free-before
              answers:
                thoughts: passive
                attempt: 'no'
                care_now: iop
                progress: ready
                setting: clinic
            # After: iop without an alert, against: Progress never matters.
            - id: progress-is-free-after
              answers:
                thoughts: passive
                attempt: 'no'
                care_now: iop
                progress: not_ready
                setting: clinic

      ○ Nobody both plans and does not.
        speaks-of-nobody · 0 cases
          It speaks of no case at all, so it says nothing: look for tests in it that
          exclude one another.

      ✗ Each answer can matter.
        answers-count · 120 cases
          Refuted: no case tells these answers apart.
          - setting: clinic / either

      1 proven, 3 refuted, 1 vacuous; each over all cases it speaks of, up to 120
      cases; 12 ms
      small@0.1.0+01234567
      "
    `);
  });

  test('names the file instead of showing it once it is written', () => {
    const text = renderVerdicts({ ...page, files: new Map([['plan-stays-out', 'cases/plan.yaml']]) }, look);
    expect(text).toContain('Case file: cases/plan.yaml');
    expect(text).not.toContain('id: plan-stays-out\n');
  });

  test('keeps to the width, save for the case files', () => {
    const lines = renderVerdicts(page, { ...look, width: 50 }).split('\n');
    const prose = lines.filter((line) => !line.startsWith('      '));
    expect(prose.filter((line) => line.length > 50)).toEqual([]);
  });
});

test('the record holds exact counts, the cases by id and the case file', () => {
  expect(verdictsRecord(page)).toMatchObject({
    rule_set: 'small@0.1.0+01234567',
    milliseconds: 12.4,
    guarantees: [
      { id: 'one-level', result: 'proven', cases: '120' },
      {
        id: 'plan-stays-out',
        result: 'refuted',
        refutation: {
          kind: 'case',
          case: { level: 'inpatient', alerts: ['safety.plan'], answers: { thoughts: 'plan' } },
          rules: [{ rule: 'safety.plan', part: 'holds' }],
        },
      },
      { result: 'refuted', refutation: { kind: 'pair' } },
      { result: 'vacuous', cases: '0' },
      { result: 'refuted', refutation: { kind: 'alike_answers' }, case_file: null },
    ],
  });
});

test('a case file leaves out questions that do not apply and quotes words that YAML takes for something else', () => {
  const [, refuted] = page.verdicts;
  const text = refuted && counterexampleFile(ruleSet, refuted);
  expect(text).toContain("attempt: 'no'\n");
  expect(text).not.toContain('progress:');
});

test('counts are exact while they are short, and are never rounded up', () => {
  expect([0n, 1n, 999n, 1000n, 999_999n].map(countText)).toEqual(['0', '1', '999', '1,000', '999,999']);
  expect(countText(1_000_000n)).toBe('1.0 × 10^6');
  expect(countText(47_968_957_652_664_320n)).toBe('4.7 × 10^16');
  expect([casesText(1n), casesText(2n)]).toEqual(['1 case', '2 cases']);
});
