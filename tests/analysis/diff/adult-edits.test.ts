import { describe, expect, test } from 'vitest';
import { CaseComparison } from '../../../src/analysis/diff/case-comparison.ts';
import { diffVersions } from '../../../src/analysis/diff/diff-versions.ts';
import { answersFromIds } from '../../../src/core/answers.ts';
import { interpret } from '../../../src/core/interpret.ts';
import type { AnswerCondition, Question, Rule, RuleSet } from '../../../src/core/rule-set.ts';
import type { VersionDifference } from '../../../src/core/version-difference.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { adult, compiledAdult } from '../../adult-rule-set.ts';

/** The shipped rule set with one rule edited, or left out where `edit` gives none. */
function withRule(id: string, edit: (rule: Rule) => Rule | undefined): RuleSet {
  expect(adult.rules.some((rule) => rule.id === id)).toBe(true);
  return { ...adult, rules: adult.rules.flatMap((rule) => (rule.id === id ? (edit(rule) ?? []) : [rule])) };
}

function edited(id: string, edit: (rule: Rule) => Rule | undefined): VersionDifference {
  return diffVersions({ old: adult, new: withRule(id, edit) });
}

/** The condition with every count asking for one point fewer. */
function countsLowered(condition: AnswerCondition): AnswerCondition {
  switch (condition.kind) {
    case 'answer':
      return condition;
    case 'count':
      return { ...condition, atLeast: condition.atLeast - 1 };
    case 'all':
    case 'any':
    case 'none':
      return { ...condition, of: condition.of.map(countsLowered) };
    default:
      return condition satisfies never;
  }
}

function moveNames({ moves, versions }: VersionDifference): string[] {
  return moves.map(({ from, to }) => `${versions.new.levels[from]?.id} to ${versions.new.levels[to]?.id}`);
}

describe('an edit of the shipped rule set', () => {
  test('a threshold moved: cases go up, for that rule alone', () => {
    const id = 'functioning.several-warning-signs';
    const difference = edited(id, (rule) =>
      rule.kind === 'at_least' ? { ...rule, when: countsLowered(rule.when) } : rule,
    );
    expect(moveNames(difference)).toEqual([
      'outpatient to iop',
      'outpatient to php',
      'outpatient to inpatient',
    ]);
    expect(difference.changes).toMatchObject([{ id, keys: ['when'], effect: 'decides' }]);
    for (const move of difference.moves) {
      expect(move.blame).toEqual([{ changes: [0], cases: move.cases }]);
      expect(move.unexplained).toBe(0n);
      expect(interpret(adult, move.example).level).toBe(move.from);
      expect(interpret(difference.versions.new, move.example).level).toBe(move.to);
    }
    const all = difference.matrix.flat().reduce((sum, count) => sum + count, 0n);
    expect(all).toBe(difference.compared);
    expect(difference.alertsLost.cases).toBe(0n);
  });

  test('a floor lowered: one answer describes the whole move', () => {
    const difference = edited('safety.suicidal-intent', (rule) =>
      rule.kind === 'at_least' ? { ...rule, level: 2 } : rule,
    );
    expect(moveNames(difference)).toEqual(['inpatient to php']);
    const [move] = difference.moves;
    const question = adult.questions.findIndex(({ id }) => id === 'suicidal_thoughts');
    const intent = adult.questions[question]?.answers.findIndex(({ id }) => id === 'intent') ?? -1;
    expect(move?.region).toEqual({
      version: 'new',
      answers: [{ question, answers: 1 << intent }],
      cases: move?.cases,
    });
    expect(difference.changes).toMatchObject([{ keys: ['at_least'], effect: 'decides' }]);
  });

  test('an alert dropped: no level differs, and the alert is missed', () => {
    const id = 'safety.medical-24-hour';
    const difference = edited(id, (rule) => {
      if (rule.kind !== 'at_least') return rule;
      const { alert: _, ...silent } = rule;
      return silent;
    });
    expect(difference.moves).toEqual([]);
    expect(difference.effects).toMatchObject([{ kind: 'alert', id, asWritten: false }]);
    expect(difference.effects[0]?.lost.cases).toBeGreaterThan(difference.alertsLost.cases);
    expect(difference.alertsLost.cases).toBeGreaterThan(0n);
    const example = difference.alertsLost.example ?? [];
    expect(interpret(adult, example).alerts).toEqual([id]);
    expect(interpret(difference.versions.new, example).alerts).toEqual([]);
  });

  test('other words: no decision differs, and the edit is named', () => {
    const id = 'functioning.severe-symptoms';
    const difference = edited(id, (rule) => ({ ...rule, because: 'put otherwise' }));
    expect(difference).toMatchObject({ moves: [], effects: [], wording: [] });
    expect(difference.changes).toMatchObject([{ id, keys: ['because'], effect: 'nothing', isOther: false }]);
  });

  test('a condition written otherwise and a rule with another id: named, and nothing moves', () => {
    const id = 'functioning.unable-to-work';
    const difference = edited(id, (rule) =>
      rule.kind === 'at_least'
        ? {
            ...rule,
            id: 'functioning.cannot-work',
            when: { kind: 'none', of: [{ kind: 'none', of: [rule.when] }] },
          }
        : rule,
    );
    expect(difference.moves).toEqual([]);
    expect(difference.changes).toMatchObject([
      { id: 'functioning.cannot-work', formerId: id, keys: ['when'], effect: 'nothing', isOther: false },
    ]);
  });

  test('an alert turned into advice: told on both sides', () => {
    const id = 'safety.medical-24-hour';
    const difference = edited(id, ({ because, sources, practice, accept, dimension, when }) => ({
      ...{ id, because, sources, practice, accept, dimension, when },
      kind: 'advise',
      advise: 'call for help',
    }));
    expect(difference.effects.filter((effect) => effect.id === id)).toMatchObject([
      { kind: 'alert', gained: { cases: 0n } },
      { kind: 'advice', lost: { cases: 0n } },
    ]);
  });

  test('an answer added: cases with it are counted apart, the others compared', () => {
    const question = adult.questions.findIndex(({ id }) => id === 'stressors');
    const questions = adult.questions.map((each, index): Question => {
      const [first, ...rest] = each.answers;
      if (index !== question || first === undefined) return each;
      return { ...each, answers: [first, { ...first, id: 'in_between' }, ...rest] };
    });
    const shifted = (condition: AnswerCondition): AnswerCondition => {
      if (condition.kind !== 'answer') return { ...condition, of: condition.of.map(shifted) };
      if (condition.question !== question) return condition;
      return { ...condition, answers: ((condition.answers & ~1) << 1) | (condition.answers & 1) };
    };
    const rules = adult.rules.map((rule): Rule => {
      if (rule.kind === 'advise') return rule;
      return { ...rule, when: shifted(rule.when) };
    });
    const difference = diffVersions({ old: adult, new: { ...adult, questions, rules } });
    expect(difference.questions).toEqual([{ kind: 'answers', question, only: { old: 0, new: 0b10 } }]);
    expect(difference.moves).toEqual([]);
    const answers = BigInt(adult.questions[question]?.answers.length ?? 0);
    expect(difference.apart).toEqual({ old: 0n, new: difference.compared / answers });
  });
});

describe('real cases under two versions', () => {
  const lowered = withRule('safety.suicidal-intent', (rule) =>
    rule.kind === 'at_least' ? { ...rule, level: 2 } : rule,
  );

  test('are compared by their ranges where answers are open', () => {
    const comparison = new CaseComparison({ old: compiledAdult, new: compile(lowered) });
    const read = (given: Readonly<Record<string, string>>) => answersFromIds(comparison.asked, given).answers;
    comparison.add('moves', read({ suicidal_thoughts: 'intent' }));
    comparison.add('stays', read({ suicidal_thoughts: 'none' }));
    expect(comparison.result()).toEqual({
      compared: 2,
      moved: [
        {
          id: 'moves',
          under: {
            old: { lowest: 3, highest: 3, hasAlert: true },
            new: { lowest: 2, highest: 3, hasAlert: true },
          },
        },
      ],
      apart: [],
    });
  });

  test('are set apart where a version lacks an answer of theirs', () => {
    const fewer = {
      ...adult,
      questions: adult.questions.map((each) =>
        each.id === 'stressors' ? { ...each, answers: each.answers.slice(0, -1) } : each,
      ),
    };
    const comparison = new CaseComparison({ old: compiledAdult, new: compile(fewer) });
    const last = adult.questions.find(({ id }) => id === 'stressors')?.answers.at(-1)?.id ?? '';
    comparison.add('apart', answersFromIds(comparison.asked, { stressors: last }).answers);
    expect(comparison.result()).toEqual({ compared: 0, moved: [], apart: ['apart'] });
  });
});
