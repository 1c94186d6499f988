import { describe, expect, test } from 'vitest';
import { answersFromIds } from '../../src/core/answers.ts';
import { whyAsked } from '../../src/interview/why-asked.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { CARE, CLINIC, SETTING, THOUGHTS } from './clinic-rule-set.ts';

const look = { width: 80, theme: createTheme({ color: false }) };
const NOTHING = [-1, -1, -1, -1, -1];

const index = (id: string) => adult.questions.findIndex((question) => question.id === id);
const at = (ids: Readonly<Record<string, string>>) => [...answersFromIds(adult, ids).answers];

describe('why a question is asked', () => {
  test('is what each answer would leave possible, and the rules that wait for it', () => {
    expect(whyAsked(CLINIC, NOTHING, THOUGHTS, look)).toEqual([
      'Why this is asked: Title of thoughts',
      '',
      'What each answer would leave possible',
      '  outpatient to php        label none',
      '  outpatient to php        label passive',
      '  inpatient, and an alert  label intent',
      '',
      'Rules that wait for it (1)',
      '  · At least inpatient: because (a.intent)',
    ]);
  });

  test('does not hang on the answer that it has', () => {
    const given = NOTHING.with(THOUGHTS, 2);
    expect(whyAsked(CLINIC, given, THOUGHTS, look)).toEqual(whyAsked(CLINIC, NOTHING, THOUGHTS, look));
  });

  test('names advice where nothing else waits for it', () => {
    expect(whyAsked(CLINIC, NOTHING, SETTING, look)).toEqual([
      'Why this is asked: Title of setting',
      'It can change neither the level nor an alert any more.',
      '',
      'Advice and checks that wait for it (1)',
      '  · Advised: because (a.virtual)',
    ]);
  });

  test('says so where it can decide nothing any more', () => {
    const settled = NOTHING.with(THOUGHTS, 2);
    expect(whyAsked(CLINIC, settled, CARE, look)).toEqual([
      'Why this is asked: Title of care',
      'It can change neither the level nor an alert any more.',
    ]);
  });

  test('counts no alert that is in force already', () => {
    const begun = whyAsked(compiledAdult, at({ suicidal_thoughts: 'intent' }), index('harm_to_others'), look);
    expect(begun.filter((line) => line.includes('and an alert'))).toHaveLength(1);
  });

  test.for([60, 80, 120])('fits %i columns for every question of the shipped rule set', (width) => {
    const open = adult.questions.map(() => -1);
    for (const question of adult.questions.keys()) {
      const lines = whyAsked(compiledAdult, open, question, { ...look, width });
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      expect(lines.length).toBeGreaterThan(3);
    }
  });
});
