import { describe, expect, test } from 'vitest';
import type { AdviseCondition } from '../../src/core/rule-set.ts';
import { conditionText } from '../../src/render/condition-text.ts';
import { ATTENDANCE, CARE, HOURS, is, SEVERITY, SMALL, THOUGHTS } from './small-rule-set.ts';

const severe = is(SEVERITY, 2);
const prevented = is(ATTENDANCE, 1);
const inIop = is(CARE, 1);

describe('a condition in words', () => {
  test.each<[string, AdviseCondition]>([
    ['suicidal thoughts: a plan', is(THOUGHTS, 3)],
    ['suicidal thoughts: active or more serious', is(THOUGHTS, 2, 3)],
    ['suicidal thoughts: passive or less serious', is(THOUGHTS, 0, 1)],
    ['suicidal thoughts: passive to active', is(THOUGHTS, 1, 2)],
    ['suicidal thoughts: none / active', is(THOUGHTS, 0, 2)],
    ['suicidal thoughts: other than passive', is(THOUGHTS, 0, 2, 3)],
    ['suicidal thoughts: any answer', is(THOUGHTS, 0, 1, 2, 3)],
    ['hours: other than none', is(HOURS, 0, 1)],
    ['symptom severity: severe; present care: IOP', { kind: 'all', of: [severe, inIop] }],
    ['one of (symptom severity: severe; present care: IOP)', { kind: 'any', of: [severe, inIop] }],
    ['not (symptom severity: severe)', { kind: 'none', of: [severe] }],
    ['none of (symptom severity: severe; present care: IOP)', { kind: 'none', of: [severe, inIop] }],
    [
      'not both (symptom severity: severe; present care: IOP)',
      { kind: 'none', of: [{ kind: 'all', of: [severe, inIop] }] },
    ],
    [
      '2 or more of (symptom severity: severe; present care: IOP; attendance: symptoms prevent it)',
      { kind: 'count', atLeast: 2, of: [severe, inIop, prevented] },
    ],
    [
      'symptom severity: severe; one of (present care: IOP; attendance: symptoms prevent it)',
      { kind: 'all', of: [severe, { kind: 'any', of: [inIop, prevented] }] },
    ],
    ['suggested level: IOP', { kind: 'level', levels: 0b0010 }],
    ['suggested level: IOP or higher', { kind: 'level', levels: 0b1110 }],
    ['suggested level: IOP or PHP', { kind: 'level', levels: 0b0110 }],
    ['the level rests on home.severe', { kind: 'rests_on', rules: ['home.severe'] }],
  ])('%s', (words, condition) => {
    expect(conditionText(condition, SMALL)).toBe(words);
  });
});
