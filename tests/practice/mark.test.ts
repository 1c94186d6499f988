import { describe, expect, test } from 'vitest';
import { criteriaShown } from '../../src/practice/mark.ts';
import { markableQuestions } from '../../src/practice/mark-reasons.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { bestCase } from '../record/best-case.ts';
import { answersOf, feedbackOn, questionIndex, type Typed } from './feedback-on.ts';

/** Needs a PHP by one rule, with one more rule in force that is content with an IOP. */
const DAILY = { monitoring_need: 'daily' };
const ids = (criteria: readonly { readonly rule: { readonly id: string } }[]) =>
  criteria.map(({ rule }) => rule.id);
const shown = (changes: Readonly<Record<string, string | undefined>>, typed: Typed) => {
  const { mark, explanation } = feedbackOn(changes, typed);
  return criteriaShown(mark, explanation);
};

describe('a placement below the criteria', () => {
  test('overlooks the criteria that object to it, and heeds those that do not', () => {
    const { mark } = feedbackOn(DAILY, { placed: 'iop' });
    expect(mark.verdict).toBe('lower');
    expect(mark.steps).toBe(1);
    expect(ids(mark.overlooked)).toEqual(['safety.daily-monitoring']);
    expect(mark.overlooked[0]?.by).toEqual([questionIndex('monitoring_need')]);
    expect(ids(mark.heeded)).toEqual(['safety.contact-several-times']);
    expect(shown(DAILY, { placed: 'iop' })).toEqual({
      known: [],
      missed: ['safety.daily-monitoring'],
      resisted: [],
    });
  });

  test('misses only the criteria that give the level, however many object', () => {
    const { mark } = feedbackOn(DAILY, { placed: 'outpatient' });
    expect(mark.steps).toBe(2);
    expect(ids(mark.overlooked)).toEqual(['safety.daily-monitoring', 'safety.contact-several-times']);
    expect(shown(DAILY, { placed: 'outpatient' }).missed).toEqual(['safety.daily-monitoring']);
  });

  test('overlooks a rule-out that lifts the level', () => {
    const changes = { attendance: 'symptoms_prevent', monitoring_need: 'several_times_a_week' };
    const { mark } = feedbackOn(changes, { placed: 'iop' });
    expect(ids(mark.overlooked)).toEqual(['schedule.symptoms-prevent-attendance']);
    expect(ids(mark.heeded)).toEqual(['safety.contact-several-times']);
  });
});

describe('a placement above the criteria', () => {
  test('over-weighs a criterion for just that level that rests on something remarkable here', () => {
    const { mark } = feedbackOn({ monitoring_need: 'several_times_a_week' }, { placed: 'php' });
    expect(mark.verdict).toBe('higher');
    expect(ids(mark.overWeighted)).toEqual(['safety.daily-monitoring']);
    expect(mark.overWeighted[0]?.lacks).toEqual([
      { question: questionIndex('monitoring_need'), from: 1, to: 2 },
    ]);
    expect(ids(mark.heeded)).toEqual(['safety.contact-several-times']);
  });

  test('misses what it over-weighs and nothing else', () => {
    expect(shown({ monitoring_need: 'several_times_a_week' }, { placed: 'php' })).toEqual({
      known: [],
      missed: ['safety.daily-monitoring'],
      resisted: [],
    });
  });

  test('over-weighs no criterion that is met, and none that asks for less', () => {
    for (const placed of ['iop', 'php', 'inpatient']) {
      const { mark, explanation } = feedbackOn({ symptom_severity: 'moderate' }, { placed });
      expect(mark.overWeighted.length).toBeGreaterThan(0);
      for (const { rule, lacks } of mark.overWeighted) {
        expect(lacks.length).toBeGreaterThan(0);
        const { truth } = explanation.trace.find((entry) => adult.rules[entry.rule] === rule) ?? {};
        expect(truth).toBe('cannot_hold');
      }
    }
  });
});

describe('the same placement', () => {
  test('knows the criteria that give the level, and resists the nearest for more', () => {
    const { mark } = feedbackOn(DAILY, { placed: 'php' });
    expect(mark.verdict).toBe('same');
    expect(mark.overlooked).toEqual([]);
    const { known, missed, resisted } = shown(DAILY, { placed: 'php' });
    expect(known).toEqual(['safety.daily-monitoring']);
    expect(missed).toEqual([]);
    expect(resisted).toContain('safety.continuous-supervision');
  });

  test('at the first level knows nothing and resists what is near', () => {
    const { known, resisted } = shown({}, { placed: 'outpatient' });
    expect(known).toEqual([]);
    expect(resisted.length).toBeGreaterThan(0);
  });

  test('where answers are open is any level still possible', () => {
    const open = { off_hours_support: undefined, safe_between_visits: 'with_support' };
    for (const [placed, verdict] of [
      ['outpatient', 'lower'],
      ['iop', 'same'],
      ['php', 'same'],
      ['inpatient', 'higher'],
    ] as const) {
      expect(feedbackOn(open, { placed }).mark.verdict).toBe(verdict);
    }
  });
});

test('unsure is no placement, and counts the criteria that give the level as missed', () => {
  const { mark } = feedbackOn(DAILY, {});
  expect(mark.verdict).toBe('unsure');
  expect(mark.overlooked).toEqual([]);
  expect(shown(DAILY, {}).missed).toEqual(['safety.daily-monitoring']);
});

describe('marked reasons', () => {
  const changes = { monitoring_need: 'daily', work_or_school: 'often_missing', care_now: 'none' };

  test('prove by themselves what they prove', () => {
    const { mark } = feedbackOn(changes, { placed: 'php', marked: ['monitoring_need'] });
    expect(mark.reasons).toEqual({
      proven: 2,
      deciding: [questionIndex('monitoring_need')],
      overlooked: [],
      overWeighted: [],
    });
  });

  test('that are others leave out what decides, and then the criterion was missed', () => {
    const typed = { placed: 'php', marked: ['work_or_school'] };
    const { mark } = feedbackOn(changes, typed);
    expect(mark.reasons?.proven).toBe(0);
    expect(mark.reasons?.overlooked).toEqual([questionIndex('monitoring_need')]);
    expect(mark.reasons?.overWeighted).toEqual([questionIndex('work_or_school')]);
    expect(shown(changes, typed)).toEqual({ known: [], missed: ['safety.daily-monitoring'], resisted: [] });
  });

  test('need only one of several criteria that each give the level', () => {
    const two = { ...changes, suicidal_behavior: 'very_recent' };
    const { mark } = feedbackOn(two, { placed: 'php', marked: ['monitoring_need'] });
    expect(mark.reasons?.overlooked).toEqual([]);
    expect(shown(two, { placed: 'php', marked: ['monitoring_need'] }).missed).toEqual([]);
  });

  test('need no answer that is the least serious one', () => {
    const stepped = {
      care_now: 'inpatient',
      program_progress: 'ready_to_step_down',
      symptom_severity: 'severe',
    };
    const { mark } = feedbackOn(stepped, { placed: 'php', marked: ['care_now', 'symptom_severity'] });
    expect(mark.reasons?.proven).toBe(2);
  });

  test('can be chosen only among what can have a part in the level', () => {
    const offered = markableQuestions(
      compiledAdult,
      answersOf(bestCase({ ...changes, commitment: 'declines' })),
    );
    expect(offered.map((index) => adult.questions[index]?.id)).toEqual(
      expect.arrayContaining(['monitoring_need', 'work_or_school']),
    );
    expect(offered).not.toContain(questionIndex('commitment'));
    expect(offered).not.toContain(questionIndex('suicidal_thoughts'));
  });
});
