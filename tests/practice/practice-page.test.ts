import { expect, test } from 'vitest';
import { blocksOf, readPage } from '../../scripts/shell-examples.mjs';
import { renderTeamAgreement } from '../../src/practice/agreement-text.ts';
import { feedbackPage } from '../../src/practice/feedback-text.ts';
import { teamAgreement } from '../../src/practice/rater-agreement.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult } from '../adult-rule-set.ts';
import { feedbackOn } from './feedback-on.ts';

const look = { width: 80, theme: createTheme({ color: false }) };
const shown = blocksOf(readPage('docs/practice.md')).filter(({ language }) => language === 'text');

test('the feedback on the page is what a trainee sees', () => {
  const feedback = feedbackOn(
    { monitoring_need: 'several_times_a_week', work_or_school: 'often_missing' },
    { placed: 'php', marked: ['work_or_school'] },
  );
  const { lines } = feedbackPage(feedback, look);
  // The page leaves out the line that names the rule set.
  expect(shown[0]?.text).toBe(`${lines.slice(0, -1).join('\n')}\n`);
});

test('the agreement on the page is what a team sees', () => {
  const cases = [
    '0000',
    '1111',
    '2222',
    '3333',
    '0001',
    '1121',
    '2122',
    '3233',
    '0000',
    '1112',
    '2322',
    '3333',
  ].map((row, index) => {
    const [level = 0, ...placed] = [...row].map(Number);
    return { id: `new-case-${index + 1}`, level, placed };
  });
  const agreement = teamAgreement(cases, 3, adult.levels.length);
  expect(shown[1]?.text).toBe(renderTeamAgreement(adult, ['R1', 'R2', 'R3'], agreement, look));
});
