import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { readCases } from '../../src/batch/read-cases.ts';
import { createReading } from '../../src/batch/reading.ts';
import type { Answers } from '../../src/core/answers.ts';
import { explain } from '../../src/explain/explain.ts';
import type { ExplainedCase } from '../../src/render/explained-case.ts';
import { renderOutcome } from '../../src/render/outcome-text.ts';
import { renderSideBySide } from '../../src/render/side-by-side.ts';
import { createTheme } from '../../src/render/theme.ts';
import { renderTrace } from '../../src/render/trace-text.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';

const file = resolve(import.meta.dirname, '../../rules/adult/examples/published.yaml');
const identity = { id: 'adult', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) };
const plain = createTheme({ color: false });
const color = createTheme({ color: true });

const published: { id: string; answers: Answers }[] = [];
const source = {
  path: file,
  open: async function* () {
    yield readFileSync(file);
  },
};
for await (const rows of readCases([source], createReading(adult))) {
  for (const row of rows) if (row.kind === 'case') published.push({ id: row.id, answers: row.answers });
}

function subjectOf(id: string, answers: Answers): ExplainedCase {
  return { id, ruleSet: adult, identity, answers, explanation: explain(compiledAdult, answers) };
}

function widest(page: string): number {
  return Math.max(...page.split('\n').map((line) => stringWidth(line)));
}

describe('every published case', () => {
  test('is read', () => {
    expect(published).toHaveLength(42);
  });

  test.each(published)('$id fits 80 columns and 24 lines, in color and without', ({ id, answers }) => {
    const subject = subjectOf(id, answers);
    for (const theme of [plain, color]) {
      const page = renderOutcome(subject, { width: 80, height: 24, all: false, theme });
      expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(23);
      expect(widest(page)).toBeLessThanOrEqual(80);
    }
  });

  test.each(published)('$id names every part that has something to say, folded or not', ({ id, answers }) => {
    const subject = subjectOf(id, answers);
    const { outcome } = subject.explanation;
    const page = renderOutcome(subject, { width: 80, height: 24, all: false, theme: plain });
    const starts = (label: string) => page.split('\n').some((line) => line.startsWith(label));
    expect(starts('ALERT: ')).toBe(outcome.alerts.length > 0);
    expect(starts('Suggested level: ')).toBe(outcome.settled);
    expect(starts('Open (')).toBe(!outcome.settled);
    expect(starts('Why not lower')).toBe(outcome.lowest > 0);
    expect(starts('Why not higher')).toBe(outcome.highest < adult.levels.length - 1);
    expect(starts('Plan, barriers')).toBe(outcome.advice.length > 0);
    expect(starts('Check again')).toBe(outcome.rechecks.length > 0);
    expect(page).toContain('adult@1.0.0+1a2b3c4d');
  });

  test.each(published)('$id has a trace and a comparison within 80 columns', ({ id, answers }) => {
    const subject = subjectOf(id, answers);
    const changed = Int8Array.from(answers).fill(0, 0, 3);
    expect(widest(renderTrace(subject, { width: 80, all: true, theme: plain }))).toBeLessThanOrEqual(80);
    const pair = renderSideBySide(subject, subjectOf(id, changed), { width: 80, theme: plain });
    expect(widest(pair)).toBeLessThanOrEqual(80);
  });
});

test('the worst case of all, with every alert there is, keeps its page', () => {
  const answers = Int8Array.from(adult.questions, (question) => question.answers.length - 1);
  const subject = subjectOf('worst', answers);
  const page = renderOutcome(subject, { width: 80, height: 24, all: false, theme: plain });
  expect(subject.explanation.outcome.alerts.length).toBeGreaterThan(5);
  expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(23);
  expect(page).toMatch(/more alerts\)/);
});
