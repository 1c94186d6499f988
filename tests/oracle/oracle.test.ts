import { describe, expect, test } from 'vitest';
import { BEST_CASE, type Case } from './case.ts';
import {
  ANSWER_IDS,
  type CaseCodes,
  caseOfCodes,
  codesOfIds,
  positionOf,
  QUESTION_IDS,
} from './case-codes.ts';
import { levelsByBruteForce, rangeByFills } from './completions.ts';
import { LEVELS, NOMINAL, type QuestionId } from './criteria-questions.ts';
import { below, drawCase, mulberry32, SEED, withOpenQuestions } from './draw-cases.ts';
import { fastLevel } from './fast-level.ts';
import { LEVEL_RULE_IDS, levelRulesThatHold, oracleLevel, oracleOutcome } from './oracle.ts';

const best = (changes: Partial<Case>): Case => ({ ...BEST_CASE, ...changes });

describe('the level by the written criteria', () => {
  test.each<readonly [string, Partial<Case>, string]>([
    ['best answers', {}, 'outpatient'],
    ['intent', { suicidal_thoughts: 'intent' }, 'inpatient'],
    ['a plan alone', { suicidal_thoughts: 'plan' }, 'php'],
    ['a plan and nobody at night', { suicidal_thoughts: 'plan', off_hours_support: 'none' }, 'inpatient'],
    ['active thoughts', { suicidal_thoughts: 'active' }, 'iop'],
    ['no place to sleep alone', { living_situation: 'no_safe_place' }, 'outpatient'],
    ['no place to sleep, work lost', { living_situation: 'no_safe_place', work_or_school: 'unable' }, 'php'],
    [
      'no place to sleep, active thoughts',
      { living_situation: 'no_safe_place', suicidal_thoughts: 'active' },
      'inpatient',
    ],
    ['severe but improving under therapy', { symptom_severity: 'severe' }, 'outpatient'],
    ['severe and therapy not tried', { symptom_severity: 'severe', weekly_therapy: 'not_tried' }, 'iop'],
    ['ready to leave an IOP', { care_now: 'iop', program_progress: 'ready_to_step_down' }, 'outpatient'],
    ['ready to leave hospital', { care_now: 'inpatient', program_progress: 'ready_to_step_down' }, 'iop'],
    ['not ready to leave hospital', { care_now: 'inpatient', program_progress: 'worsening' }, 'inpatient'],
    [
      'progress in a program the person is not in',
      { care_now: 'outpatient', program_progress: 'worsening' },
      'outpatient',
    ],
    [
      'three signs that disturb life',
      {
        symptom_severity: 'moderate',
        symptom_trend: 'unchanged',
        relationships: 'withdrawing',
        stressors: 'overwhelming',
        crisis_contacts: 'some',
      },
      'iop',
    ],
    [
      'two signs that disturb life',
      {
        symptom_severity: 'moderate',
        symptom_trend: 'unchanged',
        relationships: 'withdrawing',
        stressors: 'overwhelming',
      },
      'outpatient',
    ],
  ])('%s', (_, changes, level) => {
    expect(oracleLevel(best(changes))).toBe(level);
  });

  test('rests on a rule only if the level would be lower without it', () => {
    const helped = best({ self_care: 'needs_supervision' });
    expect(oracleOutcome(helped).advice).toContain('functioning.residential-may-fit');
    expect(oracleOutcome({ ...helped, monitoring_need: 'continuous' }).advice).not.toContain(
      'functioning.residential-may-fit',
    );
  });

  test('names an answer to a question that does not apply', () => {
    expect(oracleOutcome(best({ program_progress: 'worsening' })).rechecks).toEqual([
      'not-applicable.program_progress',
    ]);
    expect(oracleOutcome(best({})).rechecks).toEqual([]);
  });

  test('never falls when one ordered answer becomes more serious and present care stays', () => {
    const random = mulberry32(SEED);
    const fixed: readonly QuestionId[] = [...NOMINAL, 'care_now'];
    const positions = QUESTION_IDS.filter((id) => !fixed.includes(id)).map(positionOf);
    const falls: CaseCodes[] = [];
    let rises = 0;
    for (let drawn = 0; drawn < 50_000; drawn += 1) {
      const codes = drawCase(random);
      const position = positions[below(random, positions.length)] ?? 0;
      const worse = codes.slice();
      worse[position] = Math.min((codes[position] ?? 0) + 1, (ANSWER_IDS[position]?.length ?? 1) - 1);
      const step = fastLevel(worse) - fastLevel(codes);
      if (step < 0) falls.push(codes);
      if (step > 0) rises += 1;
    }
    expect(falls).toEqual([]);
    expect(rises).toBeGreaterThan(1_000);
  });
});

describe('the drawn cases', () => {
  test('let every rule that bears on the level decide it', () => {
    const random = mulberry32(SEED);
    const decisive = new Set<string>();
    for (let drawn = 0; drawn < 30_000; drawn += 1) {
      const c = caseOfCodes(drawCase(random));
      const level = oracleLevel(c);
      for (const id of levelRulesThatHold(c)) {
        if (!decisive.has(id) && oracleLevel(c, [id]) !== level) decisive.add(id);
      }
    }
    expect([...decisive].sort()).toEqual([...LEVEL_RULE_IDS].sort());
  });
});

describe('the fast level', () => {
  test('is that of the readable criteria on 50,000 cases', () => {
    const random = mulberry32(SEED);
    const different: Case[] = [];
    for (let drawn = 0; drawn < 50_000; drawn += 1) {
      const codes = drawCase(random);
      const c = caseOfCodes(codes);
      if (LEVELS[fastLevel(codes)] !== oracleLevel(c)) different.push(c);
    }
    expect(different).toEqual([]);
  });
});

describe('the levels of a partial case', () => {
  test('are found by trying each completion', () => {
    const codes = codesOfIds({ ...BEST_CASE, program_progress: 'ready_to_step_down' });
    codes[positionOf('suicidal_thoughts')] = -1;
    expect(levelsByBruteForce(codes)).toEqual([0, 1, 2, 3]);
    codes[positionOf('care_now')] = 3;
    expect(levelsByBruteForce(codes)).toEqual([1, 2, 3]);
  });

  test('reach from the least to the most serious fill', () => {
    const random = mulberry32(SEED);
    const different: CaseCodes[] = [];
    for (let drawn = 0; drawn < 2_000; drawn += 1) {
      const codes = withOpenQuestions(random, drawCase(random), 1 + below(random, 4));
      const levels = levelsByBruteForce(codes);
      const { lowest, highest } = rangeByFills(codes);
      if (levels[0] !== lowest || levels.at(-1) !== highest) different.push(codes);
    }
    expect(different).toEqual([]);
  });
});
