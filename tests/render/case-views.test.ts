import { describe, expect, test } from 'vitest';
import { compile } from '../../src/diagram/compile.ts';
import { explainNotHigher, waysTo } from '../../src/explain/explain.ts';
import { renderSideBySide } from '../../src/render/side-by-side.ts';
import { createTheme } from '../../src/render/theme.ts';
import { renderTrace } from '../../src/render/trace-text.ts';
import { renderWhyNot } from '../../src/render/why-not-text.ts';
import { SETTLED, SMALL, smallCase } from './small-rule-set.ts';

const theme = createTheme({ color: false });
const OPEN_CASE = smallCase({ thoughts: 'none', severity: 'severe', care: 'iop', attendance: 'reliable' });
const compiled = compile(SMALL);

describe('a trace', () => {
  test('shows every rule by dimension, first those that hold, with the answers that make it so', () => {
    expect(renderTrace(OPEN_CASE, { width: 80, all: false, theme })).toMatchInlineSnapshot(`
      "✓ holds   ? may still hold   · does not hold

      Safety (0 hold, 0 may hold, 4 do not)
        · safety.plan (at least inpatient, alert)
            suicidal thoughts: none
        · safety.active (at least IOP)
            suicidal thoughts: none
        · safety.safety-plan (advice)
            suicidal thoughts: none
        · safety.plan-but-mild (check again)
            suicidal thoughts: none

      Home and work (1 hold, 2 may hold, 1 do not)
        ✓ home.severe (at least IOP)
            symptom severity: severe
            because severe symptoms need more than one session a week
        ? home.severe-in-iop (at least PHP)
            waits for progress
        ? home.evenings (advice)
            waits for hours
        · home.cannot-come (rules out IOP)
            attendance: reliable
      "
    `);
  });

  test('names every rule of the rule set once', () => {
    const page = renderTrace(SETTLED, { width: 80, all: true, theme });
    expect(SMALL.rules.map(({ id }) => page.split(`${id} (`).length - 1)).toEqual(SMALL.rules.map(() => 1));
  });
});

describe('why not a level', () => {
  function whyNot(subject: typeof SETTLED, level: number): string {
    const isHigher = level > subject.explanation.outcome.highest;
    const nearest = isHigher ? explainNotHigher(compiled, subject.answers, level) : undefined;
    const ways = waysTo(compiled, subject.answers, level);
    return renderWhyNot(subject, { level, nearest, ways }, { width: 80, theme });
  }

  test('below the suggested one: what stands against it', () => {
    expect(whyNot(SETTLED, 0)).toMatchInlineSnapshot(`
      "Suggested level: Intensive outpatient program (IOP)

      What stands against outpatient
        · at least IOP: active thoughts need several contacts a week (safety.active;
          suicidal thoughts: active)

      What would lead to outpatient
        · suicidal thoughts: active → passive
        · suicidal thoughts: active → none

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('above the suggested one: the nearest rule and what it lacks', () => {
    expect(whyNot(SETTLED, 3)).toMatchInlineSnapshot(`
      "Suggested level: Intensive outpatient program (IOP)

      What inpatient would need
        · the nearest rule is safety.plan: a plan makes it unsafe to go home tonight
        · it holds for suicidal thoughts: a plan
        · it lacks suicidal thoughts: active → a plan

      What would lead to inpatient
        · suicidal thoughts: active → a plan

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('still possible: what it depends on', () => {
    expect(whyNot(OPEN_CASE, 2)).toMatchInlineSnapshot(`
      "Between IOP and PHP: answers still open

      PHP is still possible; it depends on
        · progress

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('suggested: its reasons', () => {
    expect(whyNot(SETTLED, 1)).toContain('Why IOP\n  · active thoughts need several contacts a week');
  });
});

describe('two outcomes', () => {
  const changed = smallCase({ thoughts: 'plan', severity: 'mild', care: 'none', attendance: 'reliable' });

  test('stand side by side at 80 columns, with marks where they differ', () => {
    expect(renderSideBySide(SETTLED, changed, { width: 80, theme })).toMatchInlineSnapshot(`
      "Call the emergency number and stay with the person.

      As answered                            │ What if
                                             │
      Alerts                                 │ Alerts
        none                                 │ + a worked-out plan for suicide
                                             │
      Answers                                │ Answers
      - suicidal thoughts: active            │ + suicidal thoughts: a plan
      - symptom severity: moderate           │ + symptom severity: mild
      - hours: evenings                      │ + hours: open
                                             │
      Level                                  │ Level
      - Suggested level: Intensive           │ + Suggested level: Inpatient care
        outpatient program (IOP)             │
                                             │
      Why                                    │ Why
      - active thoughts need several         │ + a plan makes it unsafe to go home
        contacts a week                      │   tonight
                                             │
      Plan, barriers                         │ Plan, barriers
        safety plan                          │   safety plan
      - evenings                             │
                                             │
      Check again                            │ Check again
        none                                 │ + suicidal thoughts and symptom
                                             │   severity

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('stand one below the other where the terminal is narrower', () => {
    const lines = renderSideBySide(SETTLED, changed, { width: 60, theme }).split('\n');
    expect(lines.filter((line) => line.includes('│'))).toEqual([]);
    expect(lines.indexOf('As answered')).toBeLessThan(lines.indexOf('What if'));
  });
});
