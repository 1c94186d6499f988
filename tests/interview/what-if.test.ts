import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import { askWhatIf, type WhatIfAsker } from '../../src/interview/ask-what-if.ts';
import {
  changeableQuestions,
  nextWhatIf,
  type WhatIfEvent,
  type WhatIfStep,
} from '../../src/interview/what-if.ts';
import { whatIfScreen } from '../../src/interview/what-if-screen.ts';
import { createTheme } from '../../src/render/theme.ts';
import { CARE, SETTLED, SEVERITY, SMALL, smallCase } from '../render/small-rule-set.ts';

/** Does what it was given, one after the other, and writes down what was printed. */
function scripted(events: readonly (WhatIfEvent | 'cancelled')[]) {
  const seen: string[] = [];
  const left = [...events];
  const asker: WhatIfAsker = {
    ask: async (step) => {
      seen.push(step.kind);
      return left.shift() ?? 'cancelled';
    },
    compare: (question, answer) => seen.push(`compared ${question} ${answer}`),
    showResult: () => seen.push('result shown'),
  };
  return { asker, seen };
}

const TRY: WhatIfEvent = { kind: 'try' };
const BACK: WhatIfEvent = { kind: 'back' };
const END: WhatIfEvent = { kind: 'end' };
const choose = (question: number): WhatIfEvent => ({ kind: 'choose', question });
const change = (answer: number): WhatIfEvent => ({ kind: 'change', answer });

describe('trying other answers', () => {
  test('goes on as often as wanted, each time from the answers given, and back to the result', async () => {
    const { asker, seen } = scripted([TRY, choose(1), change(2), TRY, choose(0), change(OPEN), BACK, END]);
    expect(await askWhatIf(asker)).toBe('done');
    expect(seen).toEqual([
      'result',
      'question',
      'answer',
      'compared 1 2',
      'comparison',
      'question',
      'answer',
      'compared 0 -1',
      'comparison',
      'result shown',
      'result',
    ]);
  });

  test('can be left at every step, and given up before anything is compared', async () => {
    const { asker, seen } = scripted([TRY, choose(1), BACK, BACK, END]);
    expect(await askWhatIf(asker)).toBe('done');
    expect(seen).toEqual(['result', 'question', 'answer', 'question', 'result shown', 'result']);
    expect(await askWhatIf(scripted([TRY]).asker)).toBe('cancelled');
  });

  test('takes no notice of an event that has no meaning at a step', () => {
    const steps: WhatIfStep[] = [
      { kind: 'result' },
      { kind: 'question' },
      { kind: 'answer', question: 1 },
      { kind: 'comparison', question: 1, answer: 0 },
      { kind: 'end' },
    ];
    const meanings = steps.map((step) =>
      [TRY, choose(3), change(0), BACK, END].map((event) => nextWhatIf(step, event) !== step),
    );
    expect(meanings).toEqual([
      [true, false, false, false, true],
      [false, true, false, true, false],
      [false, false, true, true, false],
      [true, false, false, true, true],
      [false, false, false, false, false],
    ]);
  });
});

describe('the screens', () => {
  const result = { given: SETTLED, goesOn: false };
  const look = { width: 60, theme: createTheme({ color: false }) };

  test('Enter ends under the result, and chooses nothing where something is chosen', () => {
    const under = whatIfScreen(result, { kind: 'result' }, look);
    expect(under.onIdleEnter).toEqual({ word: 'ends', event: END });
    expect(under.keys.map(({ key }) => key)).toEqual(['x']);
    const changed = smallCase({ thoughts: 'plan' });
    const compared = whatIfScreen(
      { ...result, changed, goesOn: true },
      { kind: 'comparison', question: 1, answer: 2 },
      look,
    );
    expect(compared.above).toMatchInlineSnapshot(`
      [
        "",
        "What if: suicidal thoughts: active → a plan and symptom",
        "         severity: moderate → open and present care: none →",
        "         open and attendance: reliable → open and hours:",
        "         evenings → open",
        "Then:    IOP → inpatient",
        "Alert:   a worked-out plan for suicide",
      ]
    `);
    expect(compared.onIdleEnter).toEqual({ word: 'goes on', event: END });
    expect(compared.keys.map(({ key }) => key)).toEqual(['x', 'r']);
    for (const step of [{ kind: 'question' }, { kind: 'answer', question: SEVERITY }] as const) {
      expect(whatIfScreen(result, step, look).onIdleEnter).toMatch(/^Enter alone/);
    }
  });

  test('list the questions that apply with their answers', () => {
    const { above, choices } = whatIfScreen(result, { kind: 'question' }, look);
    expect([...above, ...choices.flatMap(({ lines }) => lines)]).toMatchInlineSnapshot(`
      [
        "What if one answer were another?",
        "Choose the answer to change. What was answered stays as it",
        "is.",
        "",
        "Suicidal thoughts  Active",
        "Symptom severity   Moderate",
        "Present care       None",
        "Attendance         Reliable",
        "Hours              Evenings",
      ]
    `);
    // Beside this answer the one question that was left out applies too.
    const inIop = Array.from(SETTLED.answers).with(CARE, 1);
    expect(changeableQuestions(SMALL, inIop)).toHaveLength(choices.length + 1);
  });

  test('list the answers of a question and mark the one that was given', () => {
    const { above, choices, keys } = whatIfScreen(result, { kind: 'answer', question: SEVERITY }, look);
    expect([...above, ...choices.flatMap(({ lines }) => lines)]).toMatchInlineSnapshot(`
      [
        "What if: Symptom severity",
        "Symptom severity?",
        "",
        "Mild",
        "Moderate (as answered)",
        "Severe",
      ]
    `);
    expect(keys.map(({ key, event }) => [key, event])).toEqual([
      ['u', change(OPEN)],
      ['b', BACK],
    ]);
  });
});
