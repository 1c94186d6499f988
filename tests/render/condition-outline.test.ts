import { describe, expect, test } from 'vitest';
import type { AdviseCondition } from '../../src/core/rule-set.ts';
import { type ConditionOutline, conditionOutline } from '../../src/render/condition-outline.ts';
import { CARE, is, SEVERITY, SMALL } from './small-rule-set.ts';

const severe = is(SEVERITY, 2);
const inIop = is(CARE, 1);

function lines(outline: ConditionOutline): string[] {
  if (outline.kind === 'test') return [outline.topic + outline.wanted];
  return [outline.says, ...outline.parts.flatMap(lines).map((line) => `- ${line}`)];
}

describe('a condition line by line', () => {
  test.each<[string, AdviseCondition]>([
    ['both of these hold', { kind: 'all', of: [severe, inIop] }],
    ['all of these hold', { kind: 'all', of: [severe, inIop, severe] }],
    ['one of these holds', { kind: 'any', of: [severe, inIop] }],
    ['none of these holds', { kind: 'none', of: [severe, inIop] }],
    ['this does not hold', { kind: 'none', of: [severe] }],
    ['these do not hold together', { kind: 'none', of: [{ kind: 'all', of: [severe, inIop] }] }],
    ['2 or more of these hold', { kind: 'count', atLeast: 2, of: [severe, inIop, severe] }],
  ])('%s', (says, condition) => {
    const [first, second] = lines(conditionOutline(condition, SMALL));
    expect([first, second]).toEqual([says, '- symptom severity: severe']);
  });

  test('names the question of a test on answers, and none for a test on the outcome', () => {
    expect(conditionOutline(severe, SMALL)).toEqual({
      kind: 'test',
      topic: 'symptom severity',
      wanted: ': severe',
      question: 'severity',
    });
    expect(conditionOutline({ kind: 'rests_on', rules: ['a.b', 'a.c'] }, SMALL)).toEqual({
      kind: 'test',
      topic: 'the level rests on',
      wanted: ' a.b or a.c',
    });
  });
});
