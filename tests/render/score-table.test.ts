import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/explain/evaluate.ts';
import { ScoreTable } from '../../src/render/score-table.ts';
import { createTheme } from '../../src/render/theme.ts';
import { compiledTiny, tiny } from '../batch/tiny-rule-set.ts';

function table(width: number, color = false, keep: readonly string[] = []): ScoreTable {
  const theme = createTheme({ color });
  return new ScoreTable({ ruleSet: tiny, identity: 'tiny@1.0.0+00000000', keep, width, theme });
}

function tableCase(id: string, answers: readonly number[], ...kept: readonly string[]) {
  return { id, outcome: evaluate(compiledTiny, answers), kept };
}

const CASES = [
  tableCase('case-one', [0, 0, 0]),
  tableCase('case-two', [2, 0, 0]),
  tableCase('three', [1, -1, -1]),
  tableCase('a long id, longer than any column \u001b[2J', [-1, -1, -1]),
];

describe('the table of scores', () => {
  test('shows level, alert, what is open and why, a case at a time', () => {
    const written = table(80);
    expect(written.start() + written.cases(CASES.slice(0, 3)) + written.end()).toBe(
      `case-one  home
          no rule asks for more

case-two  WARD
          ALERT: a plan
          a plan is not safe at home

three     home to WARD  open: sleep
          no rule asks for more so far

call for help

tiny@1.0.0+00000000 · Supports a clinician's judgment, does not replace it.
`,
    );
  });

  test('says what to do in an emergency only where there is an alert', () => {
    const written = table(80);
    written.cases(CASES.slice(0, 1));
    expect(written.end()).not.toContain('call for help');
  });

  test('shows the columns that are kept', () => {
    expect(table(80, false, ['site', 'age']).cases([tableCase('a', [0, 0, 0], 'north', '30')])).toContain(
      'site: north · age: 30',
    );
  });

  test.each([30, 40, 80, 200])(
    'fits %i columns, in color and without, and prints no control character',
    (width) => {
      for (const color of [false, true]) {
        const text = table(width, color).cases(CASES);
        expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
        expect(text).not.toContain('\u001b[2J');
        expect(text.includes('\u001b[')).toBe(color);
      }
    },
  );
});
