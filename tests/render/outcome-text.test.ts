import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderOutcome } from '../../src/render/outcome-text.ts';
import { createTheme } from '../../src/render/theme.ts';
import { SETTLED, SMALL, smallCase } from './small-rule-set.ts';

const plain = createTheme({ color: false });
const color = createTheme({ color: true });
const look = { width: 80, all: false, theme: plain };

describe('an outcome as text', () => {
  test('of a settled case names the level, its hours, the reasons and what would change it', () => {
    expect(renderOutcome(SETTLED, look)).toMatchInlineSnapshot(`
      "Suggested level: Intensive outpatient program (IOP)
      9 hours a week
        outpatient ── [IOP] ── PHP ── inpatient

      Why             · active thoughts need several contacts a week
      Why not lower   not outpatient, because of suicidal thoughts: active
      Why not higher  no rule asks for PHP; the nearest lacks suicidal thoughts:
                      active → a plan (a plan makes it unsafe to go home tonight; 1
                      other rule as near)
      Would change    · to outpatient: suicidal thoughts: active → passive; or
                        suicidal thoughts: active → none
                      · to PHP: attendance: reliable → symptoms prevent it
                      · to inpatient: suicidal thoughts: active → a plan

      Plan, barriers  · Write a safety plan together.
                      · Ask for an evening track.

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('of an open case names both ends of the range and the open safety question first', () => {
    expect(
      renderOutcome(smallCase({ severity: 'severe', care: 'iop' }, 'case-7'), look),
    ).toMatchInlineSnapshot(`
      "Case case-7
      Between IOP and inpatient: answers still open
        outpatient ── [IOP] ── [PHP] ── [inpatient]
      Open (3)        suicidal thoughts, progress, attendance

      At least IOP    · severe symptoms need more than one session a week
      Why not lower   not outpatient, because of symptom severity: severe
      Would change    · to outpatient: symptom severity: severe → moderate (then
                        outpatient to inpatient); or symptom severity: severe → mild
                        (then outpatient to inpatient)

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('of an emergency has the alert and what to do on top', () => {
    const page = renderOutcome(
      smallCase({ thoughts: 'plan', severity: 'mild', care: 'none', progress: 'still' }),
      look,
    );
    expect(page).toMatchInlineSnapshot(`
      "ALERT: a worked-out plan for suicide
      Call the emergency number and stay with the person.

      Suggested level: Inpatient care
      24 hours a day
        outpatient ── IOP ── PHP ── [inpatient]

      Why             · a plan makes it unsafe to go home tonight
                        and 1 rule asking for less
      Why not lower   not PHP, because of suicidal thoughts: a plan
      Would change    · to PHP: suicidal thoughts: a plan → active (then IOP to PHP)
                      · to IOP: suicidal thoughts: a plan → active (then IOP to PHP)
                      · to outpatient: suicidal thoughts: a plan → passive; or
                        suicidal thoughts: a plan → none

      Plan, barriers  · Write a safety plan together.
      Check again     · suicidal thoughts: a plan and symptom severity: mild: a plan
                        rarely comes with mild symptoms
                      · progress: still needs this level: the question does not apply
                        beside the other answers, so its answer is not used

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('says what a rule-out and the rule it lifts from do together', () => {
    const page = renderOutcome(
      smallCase({ thoughts: 'none', severity: 'severe', care: 'none', attendance: 'prevented' }),
      look,
    );
    expect(page).toMatchInlineSnapshot(`
      "Suggested level: Partial hospitalization program (PHP)
      20 hours a week
        outpatient ── IOP ── [PHP] ── inpatient

      Why             · rules out IOP: an IOP that nobody can get to does not help
                      · at least IOP: severe symptoms need more than one session a
                        week
      Why not lower   not IOP, because of symptom severity: severe and attendance:
                      symptoms prevent it
      Why not higher  no rule asks for inpatient; the nearest lacks suicidal thoughts:
                      none → a plan (a plan makes it unsafe to go home tonight)
      Would change    · to IOP: attendance: symptoms prevent it → reliable
                      · to inpatient: suicidal thoughts: none → a plan
                      · to outpatient: symptom severity: severe → moderate; or symptom
                        severity: severe → mild

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('folds nothing under --all and says everything about the level', () => {
    expect(renderOutcome(SETTLED, { ...look, all: true })).toMatchInlineSnapshot(`
      "Suggested level: Intensive outpatient program (IOP)
          inpatient
          PHP
        ▸ IOP         suggested
          outpatient

      Hours           9 hours a week
      Place           Lives at home.
      Suited for      More than mild symptoms.
      A week          A quiet one.
      Usual length    As long as it helps.
      Review          Every month.
      Next step       The level below.

      Why             · active thoughts need several contacts a week
      Why not lower   not outpatient, because of suicidal thoughts: active
      Why not higher  no rule asks for PHP; the nearest lacks suicidal thoughts:
                      active → a plan (a plan makes it unsafe to go home tonight; 1
                      other rule as near)
      Would change    · to outpatient: suicidal thoughts: active → passive; or
                        suicidal thoughts: active → none
                      · to PHP: attendance: reliable → symptoms prevent it
                      · to inpatient: suicidal thoughts: active → a plan

      Plan, barriers  · Write a safety plan together.
                      · Ask for an evening track.

      small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
      "
    `);
  });

  test('stacks labels and texts where the terminal is narrow', () => {
    const lines = renderOutcome(SETTLED, { ...look, width: 40 }).split('\n');
    expect(lines).toContain('Why not lower');
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(40);
  });

  test.each([8, 10, 12, 14, 16, 18, 20])('folds to a terminal of %i lines as far as it can', (height) => {
    const words = (page: string) => page.split('\n').filter((line) => line !== '');
    const full = words(renderOutcome(SETTLED, look));
    const page = renderOutcome(SETTLED, { ...look, height });
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(Math.max(height - 1, 12));
    expect(page).toContain('Suggested level: Intensive outpatient program (IOP)');
    expect(page.includes('--all shows everything')).toBe(words(page).join() !== full.join());
  });

  test('has the same lines in color and without', () => {
    const esc = String.fromCharCode(27);
    const colored = renderOutcome(SETTLED, { ...look, theme: color });
    expect(colored).toContain(esc);
    expect(colored.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(renderOutcome(SETTLED, look));
  });

  test('lets no text of a file move the cursor', () => {
    const subject = { ...SETTLED, id: 'x\u001b[2Jy', ruleSet: { ...SMALL } };
    const page = renderOutcome(subject, look);
    expect(page).toContain('Case x\\u{1b}[2Jy');
    expect(page).not.toContain('\u001b');
  });
});
