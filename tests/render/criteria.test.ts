import { describe, expect, test } from 'vitest';
import {
  type Arrangement,
  type Criteria,
  type CriteriaChoice,
  criteriaOf,
} from '../../src/render/criteria.ts';
import { adult } from '../adult-rule-set.ts';
import { SMALL } from './small-rule-set.ts';

const identity = { id: 'small', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) };
const small = (choice: CriteriaChoice) => criteriaOf(SMALL, identity, choice);

function writtenOut(criteria: Criteria): string[] {
  return criteria.groups.flatMap(({ blocks }) => blocks.flatMap(({ rules }) => rules.map(({ id }) => id)));
}

function outline(criteria: Criteria): string[][] {
  return criteria.groups.map(({ blocks }) =>
    blocks.map(
      ({ title, rules, alsoNamed }) =>
        `${title}: ${rules.map(({ id }) => id).join()}${alsoNamed.map(({ id }) => ` (${id})`).join('')}`,
    ),
  );
}

describe('the criteria', () => {
  test.each<Arrangement>(['level', 'dimension', 'question'])(
    'by %s write each rule out exactly once',
    (by) => {
      const ids = writtenOut(criteriaOf(adult, identity, { by }));
      expect(ids.toSorted()).toEqual(adult.rules.map(({ id }) => id).toSorted());
    },
  );

  test('by question name a rule under each further question, and end with rules that test none', () => {
    const { groups } = criteriaOf(adult, identity, { by: 'question' });
    const named = groups.flatMap(({ blocks }) => blocks.flatMap(({ alsoNamed }) => alsoNamed));
    expect(named.length).toBeGreaterThan(50);
    expect(groups.at(-1)?.kind).toBe('outcome');
  });

  test('by level go from the most intensive level down, then to what is beside the level', () => {
    const criteria = small({ by: 'level' });
    expect(criteria.groups.map((group) => (group.kind === 'level' ? group.index : group.kind))).toEqual([
      3,
      2,
      1,
      0,
      'beside',
    ]);
    expect(outline(criteria)).toEqual([
      ['At least inpatient: safety.plan'],
      ['At least PHP: home.severe-in-iop'],
      ['At least IOP: safety.active,home.severe', 'Not IOP, but the next level up: home.cannot-come'],
      [],
      ['Plan and barriers: safety.safety-plan,home.evenings', 'Answers to check again: safety.plan-but-mild'],
    ]);
    expect(criteria.questions).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('by dimension sort rules by what they do and show the questions within', () => {
    const criteria = small({ by: 'dimension' });
    expect(outline(criteria)[1]).toEqual([
      'At least PHP: home.severe-in-iop',
      'At least IOP: home.severe',
      'Not IOP, but the next level up: home.cannot-come',
      'Plan and barriers: home.evenings',
    ]);
    expect(criteria.questions).toEqual([]);
  });

  test('of a level are what asks for it or rules it out, without questions', () => {
    const criteria = small({ by: 'level', level: 1 });
    expect(writtenOut(criteria)).toEqual(['safety.active', 'home.severe', 'home.cannot-come']);
    expect(criteria.isWhole).toBe(false);
    expect(criteria.questions).toEqual([]);
  });

  test('of a question are what tests it or asks to check it again', () => {
    expect(outline(small({ by: 'question', question: 1 }))).toEqual([
      [
        'At least PHP: home.severe-in-iop',
        'At least IOP: home.severe',
        'Answers to check again: safety.plan-but-mild',
      ],
    ]);
  });

  test('of a dimension by level leave out levels without a rule of it', () => {
    const criteria = small({ by: 'level', dimension: 0 });
    expect(outline(criteria).map((blocks) => blocks[0])).toEqual([
      'At least inpatient: safety.plan',
      'At least IOP: safety.active',
      'Plan and barriers: safety.safety-plan',
    ]);
    expect(criteria.questions).toEqual([0]);
  });

  test('of a part cite only the sources that the part rests on', () => {
    const part = criteriaOf(adult, identity, { by: 'question', question: 30 });
    const cited = part.groups.flatMap(({ blocks }) =>
      blocks.flatMap(({ rules }) => rules.flatMap((rule) => rule.sources.map(({ document }) => document))),
    );
    expect(part.sources.map(({ id }) => id).toSorted()).toEqual([...new Set(cited)].toSorted());
    expect(part.sources.length).toBeLessThan(adult.sources.length);
  });
});
