import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import {
  type AgreementEvent,
  type AgreementStep,
  nextAgreement,
  type SuggestedCare,
  safetyRulesAgainst,
} from '../../src/interview/agreement.ts';
import { agreementScreen, noteLines } from '../../src/interview/agreement-screen.ts';
import { askAgreement } from '../../src/interview/ask-agreement.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { bestCase } from '../record/best-case.ts';

const [OUTPATIENT, IOP, PHP, INPATIENT] = [0, 1, 2, 3];
const [JUDGMENT, DECLINES] = [0, 1];
const LEVEL: AgreementStep = { kind: 'level' };

function careFor(changes: Readonly<Record<string, string | undefined>>, ruleSet = adult): SuggestedCare {
  const given = bestCase(changes);
  const answers = adult.questions.map(({ id, answers: all }) =>
    all.findIndex((each) => each.id === given[id]),
  );
  const { outcome, trace } = explain(compiledAdult, answers);
  return { ruleSet, outcome, trace };
}

/** Severe symptoms that do not improve: IOP, and no safety rule holds it. */
const iop = careFor({ symptom_severity: 'severe', symptom_trend: 'unchanged' });
const phpForSafety = careFor({ monitoring_need: 'daily' });
const alerting = careFor({ suicidal_thoughts: 'intent' });
const open = careFor({ suicidal_thoughts: undefined });

function stepAfter(care: SuggestedCare, ...events: readonly AgreementEvent[]): AgreementStep {
  return events.reduce((step, event) => nextAgreement(care, step, event), LEVEL);
}

const placeAt = (level: number): AgreementEvent => ({ kind: 'place', level });
const because = (reason: number): AgreementEvent => ({ kind: 'because', reason });
const noted = (text: string): AgreementEvent => ({ kind: 'note', text });

describe('agreement', () => {
  test('is one key, or the number of the suggested level', () => {
    const agreement = { decision: 'agreed', placed: 'iop', reason: null, note: null };
    expect(stepAfter(iop, { kind: 'agree' })).toEqual({ kind: 'end', agreement });
    expect(stepAfter(iop, placeAt(IOP))).toEqual({ kind: 'end', agreement });
  });

  test('with an open result is any level that is still possible, and none by a key alone', () => {
    expect(open.outcome.possible).toEqual([OUTPATIENT, IOP, PHP, INPATIENT]);
    expect(stepAfter(open, { kind: 'agree' })).toEqual(LEVEL);
    expect(stepAfter(open, placeAt(PHP))).toMatchObject({ agreement: { decision: 'agreed', placed: 'php' } });
  });

  test('can wait', () => {
    const agreement = { decision: 'undecided', placed: null, reason: null, note: null };
    expect(stepAfter(iop, { kind: 'decide_later' })).toEqual({ kind: 'end', agreement });
  });
});

describe('another level', () => {
  test('needs a reason and a note', () => {
    expect(stepAfter(iop, placeAt(OUTPATIENT))).toEqual({
      kind: 'reason',
      placed: OUTPATIENT,
      differs: false,
    });
    expect(stepAfter(iop, placeAt(OUTPATIENT), because(DECLINES))).toMatchObject({ kind: 'note' });
    expect(stepAfter(iop, placeAt(OUTPATIENT), because(DECLINES), noted('  '))).toMatchObject({
      kind: 'note',
    });
    expect(stepAfter(iop, placeAt(OUTPATIENT), because(DECLINES), noted(' wants to wait '))).toEqual({
      kind: 'end',
      agreement: {
        decision: 'overridden',
        placed: 'outpatient',
        reason: 'client_declines',
        note: 'wants to wait',
      },
    });
  });

  test('above the suggested one needs the reason once, also where safety holds the suggested one', () => {
    expect(stepAfter(phpForSafety, placeAt(INPATIENT), because(JUDGMENT))).toMatchObject({ kind: 'note' });
  });

  test.for([
    ['a safety rule', phpForSafety, IOP],
    ['an alert', alerting, PHP],
  ] as const)('below what %s holds needs the same reason twice', ([_, care, level]) => {
    const once = stepAfter(care, placeAt(level), because(DECLINES));
    expect(once).toEqual({ kind: 'confirm', placed: level, reason: DECLINES });
    expect(nextAgreement(care, once, because(DECLINES))).toMatchObject({ kind: 'note' });
    expect(nextAgreement(care, once, because(JUDGMENT))).toEqual({
      kind: 'reason',
      placed: level,
      differs: true,
    });
    expect(nextAgreement(care, once, noted('never mind'))).toEqual(once);
  });

  test('that the rule set has no reasons for cannot be chosen', () => {
    const care = careFor({ monitoring_need: 'daily' }, { ...adult, overrideReasons: [] });
    expect(stepAfter(care, placeAt(INPATIENT))).toEqual(LEVEL);
    const { choices } = agreementScreen(care, { kind: 'level' }, look);
    expect(choices.map(({ event }) => event)).toEqual([placeAt(PHP)]);
  });

  test('can be taken back at each step', () => {
    const steps = [placeAt(IOP), because(DECLINES), because(DECLINES)];
    expect(stepAfter(phpForSafety, ...steps.slice(0, 1), { kind: 'back' })).toEqual(LEVEL);
    const reason = { kind: 'reason', placed: IOP, differs: false };
    expect(stepAfter(phpForSafety, ...steps.slice(0, 2), { kind: 'back' })).toEqual(reason);
    expect(stepAfter(phpForSafety, ...steps, { kind: 'back' })).toEqual(reason);
    expect(stepAfter(phpForSafety, { kind: 'back' })).toEqual(LEVEL);
  });

  test.for([
    ['phone', 'call the sister at 301-555-0100'],
    ['email', 'write to jd@example.org'],
    ['record-number', 'see 00123456'],
    ['social-security', 'ssn 123-45-6789'],
  ])('with a note that gives away a %s is asked for the note again', ([refused, text]) => {
    const step = stepAfter(iop, placeAt(OUTPATIENT), because(JUDGMENT), noted(text ?? ''));
    expect(step).toMatchObject({ kind: 'note', refused });
    if (step.kind !== 'note') throw new Error('the note was taken');
    expect(noteLines(iop, step, look).join('\n')).toMatch(/looks as if it holds .*: write it without/);
  });

  test('may have a date in its note', () => {
    const step = stepAfter(iop, placeAt(OUTPATIENT), because(JUDGMENT), noted('review on 12/3/2026'));
    expect(step).toMatchObject({ kind: 'end' });
  });
});

test('an event that has no meaning at a step changes nothing', () => {
  expect(stepAfter(iop, because(JUDGMENT))).toEqual(LEVEL);
  expect(stepAfter(iop, noted('so'))).toEqual(LEVEL);
  expect(stepAfter(iop, placeAt(9))).toEqual(LEVEL);
  const reason = stepAfter(iop, placeAt(OUTPATIENT));
  for (const event of [because(99), placeAt(PHP), { kind: 'agree' }, { kind: 'decide_later' }] as const) {
    expect(nextAgreement(iop, reason, event)).toEqual(reason);
  }
});

test('safety stands against a level by the rules that hold a higher one', () => {
  expect(safetyRulesAgainst(phpForSafety, IOP).map(({ id }) => id)).toEqual(['safety.daily-monitoring']);
  expect(safetyRulesAgainst(phpForSafety, PHP)).toEqual([]);
  expect(safetyRulesAgainst(iop, OUTPATIENT)).toEqual([]);
  expect(safetyRulesAgainst(alerting, PHP).map(({ id }) => id)).toContain('safety.suicidal-intent');
});

test('an asker leads through the steps, and can leave at each', async () => {
  const events = [placeAt(OUTPATIENT), because(JUDGMENT), noted('so')];
  const asked: string[] = [];
  const asker = {
    ask: async ({ kind }: AgreementStep) => {
      asked.push(kind);
      return events.shift() ?? ('cancelled' as const);
    },
  };
  expect(await askAgreement(iop, asker)).toMatchObject({ decision: 'overridden' });
  expect(asked).toEqual(['level', 'reason', 'note']);
  expect(await askAgreement(iop, asker)).toBe('cancelled');
});

const look = { width: 80, theme: createTheme({ color: false }) };

function shown(care: SuggestedCare, step: Parameters<typeof agreementScreen>[1]): string {
  const screen = agreementScreen(care, step, look);
  const choices = screen.choices.map(({ lines }, index) => `${index + 1} ${lines.join(' ')}`);
  const keys = screen.keys.map(({ key, word }) => `${key} ${word}`).join(' · ');
  return [...screen.above, ...choices, ...screen.below, keys, screen.onIdleEnter].join('\n');
}

describe('the screens', () => {
  test('ask for agreement', () => {
    expect(shown(iop, { kind: 'level' })).toMatchInlineSnapshot(`
      "Suggested level: Intensive outpatient program (IOP)
      Do you agree? A level not marked asks for your reason.

      1 Outpatient therapy
      2 Intensive outpatient program (IOP) (suggested)
      3 Partial hospitalization program (PHP)
      4 Inpatient or residential care
      a agree · l save and decide later
      Enter alone decides nothing: press a to agree, or type the number of a level"
    `);
  });

  test('ask for a level where several are left', () => {
    expect(shown(open, { kind: 'level' })).toMatchInlineSnapshot(`
      "Between outpatient and inpatient: answers still open
      Which level do you choose?

      1 Outpatient therapy (still possible)
      2 Intensive outpatient program (IOP) (still possible)
      3 Partial hospitalization program (PHP) (still possible)
      4 Inpatient or residential care (still possible)
      l save and decide later
      Enter alone decides nothing: type the number of a level first"
    `);
  });

  test('ask for the reason', () => {
    expect(shown(iop, { kind: 'reason', placed: OUTPATIENT, differs: true })).toMatchInlineSnapshot(`
      "Your choice: Outpatient therapy
      What is the main reason?
      The two reasons were not the same: choose anew.

      1 Clinical judgment: something that the questions do not ask
      2 The client declines the suggested level
      3 The suggested level is not available or not covered
      4 A legal requirement or order
      5 Transport, work or family schedule
      6 Housing or who is at home
      7 Another reason, said in the note
      b back
      Enter alone gives no reason: type the number of one first"
    `);
  });

  test('ask for the reason again, and say what stands against it', () => {
    expect(shown(alerting, { kind: 'confirm', placed: IOP, reason: DECLINES })).toMatchInlineSnapshot(`
      "Your choice: Intensive outpatient program (IOP)
      Safety stands against this: someone who means to act on thoughts of suicide is
      at immediate risk and needs care around the clock (and 1 more)
      Call 911; for crisis support, call or text 988 (both numbers are for the U.S.).
      Stay with the person and follow the local emergency procedure.
      Give the reason a second time, to confirm it.

      1 Clinical judgment: something that the questions do not ask
      2 The client declines the suggested level
      3 The suggested level is not available or not covered
      4 A legal requirement or order
      5 Transport, work or family schedule
      6 Housing or who is at home
      7 Another reason, said in the note
      b back
      Enter alone gives no reason: type the number of one first"
    `);
  });

  test('ask for the note', () => {
    const step = { kind: 'note', placed: OUTPATIENT, reason: DECLINES } as const;
    expect(noteLines(iop, step, look).join('\n')).toMatchInlineSnapshot(`
      "Your choice: Outpatient therapy
      The client declines the suggested level

      Why, in your own words? One line; leave out anything that identifies the person."
    `);
  });

  test.each([30, 40, 80])('have no line wider than %i columns', (width) => {
    const narrow = { ...look, width };
    const lines = (['level', 'reason', 'confirm'] as const).flatMap((kind) => {
      const step = { kind, placed: IOP, reason: DECLINES, differs: true };
      const { above, choices, below } = agreementScreen(alerting, step, narrow);
      return [...above, ...below, ...choices.flatMap((choice) => choice.detail)];
    });
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  });
});
