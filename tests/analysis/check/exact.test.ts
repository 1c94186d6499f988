import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { CHECKS } from '../../../src/analysis/check/check.ts';
import { type CheckSpace, checkSpace } from '../../../src/analysis/check/check-space.ts';
import { partsToDelete } from '../../../src/analysis/check/test-never-matters.ts';
import { interpret } from '../../../src/core/interpret.ts';
import { type AdviseCondition, alertOf, isLevelRule, type RuleSet } from '../../../src/core/rule-set.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { arbitraryRuleSet, runs } from '../../arbitrary-rule-set.ts';
import {
  applies,
  conditionPattern,
  effects,
  everyCase,
  levels,
  outcomes,
  pattern,
  without,
} from './brute-force.ts';

const RUNS = 150;

/**
 * Rule sets in which one rule may stand twice, so that rules which imply one another occur. No two conditions are the
 * same object, as no two places in a file are the same.
 */
const ruleSets = fc.tuple(arbitraryRuleSet, fc.nat({ max: 20 })).map(([ruleSet, copied]): RuleSet => {
  const rule = ruleSet.rules[copied];
  const rules = rule === undefined ? ruleSet.rules : [...ruleSet.rules, { ...rule, id: 'only.copy' }];
  return JSON.parse(JSON.stringify({ ...ruleSet, rules }));
});

/** How often each finding was expected; a check that never fires would prove nothing. */
const expected = new Map<string, number>();
afterAll(() => {
  const fired = [...expected].filter(([, times]) => times >= 5).map(([code]) => code);
  expect(fired.sort()).toEqual(Object.keys(CHECKS).sort());
});

type Code = keyof typeof CHECKS;

/** Compares what a check finds, each finding as one text, with what going through every case finds. */
function compare(
  code: Code,
  bruteForce: (ruleSet: RuleSet, space: CheckSpace) => string[],
  name: (at: object, ruleSet: RuleSet) => string,
) {
  fc.assert(
    fc.property(ruleSets, (ruleSet) => {
      const space = checkSpace(compile(ruleSet));
      const found = CHECKS[code](space).map(({ at }) => name(at, ruleSet));
      const wanted = bruteForce(ruleSet, space);
      expected.set(code, (expected.get(code) ?? 0) + wanted.length);
      expect(found.sort()).toEqual(wanted.sort());
    }),
    runs(RUNS),
  );
}

const idOf = (at: object) => ('id' in at ? String(at.id) : '');

/** Counts that no case reaches together with what must hold beside them, and the most of their parts that can hold. */
function unreachableCounts(ruleSet: RuleSet, condition: AdviseCondition) {
  const cases = everyCase(ruleSet);
  const holds = (part: AdviseCondition) =>
    [...conditionPattern(ruleSet, cases, part)].map((bit) => bit === '1');
  const found: { readonly count: AdviseCondition; readonly most: number }[] = [];
  const walk = (part: AdviseCondition, beside: readonly boolean[]): void => {
    if (!('of' in part) || !beside.includes(true)) return;
    if (part.kind === 'count' && !holds(part).some((bit, index) => bit && beside[index])) {
      const each = part.of.map(holds);
      const numbers = beside.flatMap((isBeside, index) =>
        isBeside ? [each.filter((bits) => bits[index]).length] : [],
      );
      found.push({ count: part, most: Math.max(...numbers) });
      return;
    }
    part.of.forEach((inner, position) => {
      const others = part.kind === 'all' ? part.of.filter((_, place) => place !== position) : [];
      const rest = others.map(holds);
      walk(
        inner,
        beside.map((bit, index) => bit && rest.every((bits) => bits[index])),
      );
    });
  };
  walk(
    condition,
    cases.map(() => true),
  );
  return found;
}

function conditions(ruleSet: RuleSet): AdviseCondition[] {
  return [
    ...ruleSet.questions.flatMap(({ appliesWhen }) => appliesWhen ?? []),
    ...ruleSet.rules.map(({ when }) => when),
  ];
}

/** Conditions for parts that are gone: the first question always applies, and has at least two answers. */
const ALWAYS: AdviseCondition = {
  kind: 'any',
  of: [
    { kind: 'answer', question: 0, answers: 1 },
    { kind: 'none', of: [{ kind: 'answer', question: 0, answers: 1 }] },
  ],
};
const NEVER: AdviseCondition = { kind: 'none', of: [ALWAYS] };

/** Every way to delete one part of a condition. */
function oneLess(condition: AdviseCondition): AdviseCondition[] {
  if (!('of' in condition) || condition === ALWAYS || condition === NEVER) return [];
  return condition.of.flatMap((part, position) =>
    [condition.kind === 'all' ? ALWAYS : NEVER, ...oneLess(part)].map((other): AdviseCondition => {
      const of = condition.of.map((each, place) => (place === position ? other : each));
      return { ...condition, of };
    }),
  );
}

/** The condition without some of its parts. */
function pruned(condition: AdviseCondition, deleted: readonly AdviseCondition[]): AdviseCondition {
  if (!('of' in condition)) return condition;
  const of = condition.of.map((part) => {
    if (deleted.includes(part)) return condition.kind === 'all' ? ALWAYS : NEVER;
    return pruned(part, deleted);
  });
  return { ...condition, of };
}

describe('going through every case finds the same', () => {
  test('never-holds', () => {
    compare(
      'never-holds',
      (ruleSet) =>
        ruleSet.rules
          .filter(({ id }) => !pattern(ruleSet, everyCase(ruleSet), id).includes('1'))
          .filter(({ when }) => unreachableCounts(ruleSet, when).length === 0)
          .map(({ id }) => id),
      idOf,
    );
  });

  test('always-holds', () => {
    compare(
      'always-holds',
      (ruleSet) =>
        ruleSet.rules
          .filter(
            ({ id, when }) =>
              when.kind !== 'answer' && !pattern(ruleSet, everyCase(ruleSet), id).includes('0'),
          )
          .map(({ id }) => id),
      idOf,
    );
  });

  test('level-unreachable', () => {
    compare(
      'level-unreachable',
      (ruleSet) => {
        const cases = everyCase(ruleSet);
        const reached = levels(ruleSet, cases);
        const closed = ruleSet.rules
          .filter(({ id }) => !pattern(ruleSet, cases, id).includes('0'))
          .flatMap((rule) => effects(ruleSet, rule));
        return ruleSet.levels.flatMap(({ id }, level) =>
          reached.includes(level) || closed.includes(`not ${level}`) ? [] : [id],
        );
      },
      idOf,
    );
  });

  test('alert-without-last-level', () => {
    compare(
      'alert-without-last-level',
      (ruleSet) => {
        const cases = everyCase(ruleSet).map((answers) => interpret(ruleSet, answers));
        const low = cases.filter(({ level }) => level < ruleSet.levels.length - 1);
        return ruleSet.rules
          .filter(
            (rule) => alertOf(rule) !== undefined && low.some(({ holding }) => holding.includes(rule.id)),
          )
          .map(({ id }) => id);
      },
      idOf,
    );
  });

  /** Per implied rule, the first that implies it. */
  function impliedIn(ruleSet: RuleSet): Map<string, string> {
    const cases = everyCase(ruleSet);
    const rules = ruleSet.rules.map((rule) => ({
      id: rule.id,
      holds: pattern(ruleSet, cases, rule.id),
      effects: effects(ruleSet, rule),
    }));
    const implies = (a: (typeof rules)[number], b: (typeof rules)[number]) =>
      a.holds.includes('1') &&
      [...b.holds].every((bit, index) => bit === '0' || a.holds[index] === '1') &&
      b.effects.length > 0 &&
      b.effects.every((effect) => a.effects.includes(effect));
    return new Map(
      rules.flatMap((rule, place) => {
        if (!rule.holds.includes('1')) return [];
        const by = rules.find(
          (other, at) => at !== place && implies(other, rule) && !(at > place && implies(rule, other)),
        );
        return by === undefined ? [] : [[rule.id, by.id] as const];
      }),
    );
  }

  test('implied', () => {
    compare('implied', (ruleSet) => [...impliedIn(ruleSet).keys()], idOf);
    fc.assert(
      fc.property(ruleSets, (ruleSet) => {
        const implied = checkSpace(compile(ruleSet)).implied;
        const named = [...implied].map(([rule, by]) => [ruleSet.rules[rule]?.id, ruleSet.rules[by]?.id]);
        expect(named).toEqual([...impliedIn(ruleSet)]);
      }),
      runs(RUNS),
    );
  });

  test('never-decides', () => {
    compare(
      'never-decides',
      (ruleSet) => {
        const cases = everyCase(ruleSet);
        const implied = impliedIn(ruleSet);
        const before = levels(ruleSet, cases);
        const patternOf = (id: string) => pattern(ruleSet, cases, id);
        return ruleSet.rules
          .filter(isLevelRule)
          .filter(({ id }) => patternOf(id).includes('1') && !implied.has(id))
          .filter(({ id }) => levels(without(ruleSet, id), cases).join() === before.join())
          .filter(
            ({ id }) => ![...implied].some(([twin, by]) => by === id && patternOf(twin) === patternOf(id)),
          )
          .map(({ id }) => id);
      },
      idOf,
    );
  });

  test('count-unreachable', () => {
    const named = (count: object, most: number) => `${JSON.stringify(count)} ${most}`;
    compare(
      'count-unreachable',
      (ruleSet) =>
        conditions(ruleSet).flatMap((when) =>
          unreachableCounts(ruleSet, when).map(({ count }) => named(count, 0)),
        ),
      (at) => named(at, 0),
    );
    fc.assert(
      fc.property(ruleSets, (ruleSet) => {
        const found = checkSpace(compile(ruleSet)).unreachable.map(({ count, most }) => named(count, most));
        const wanted = conditions(ruleSet).flatMap((when) =>
          unreachableCounts(ruleSet, when).map(({ count, most }) => named(count, most)),
        );
        expect(found).toEqual(wanted);
      }),
      runs(RUNS),
    );
  });

  test('question-never-matters and answers-not-told-apart', () => {
    /** Per question, the answers that lead to the same outcomes, as lists of ids. */
    const alike = (ruleSet: RuleSet) => {
      const cases = everyCase(ruleSet);
      return ruleSet.questions.map((question, index) => {
        const groups = new Map<string, string[]>();
        question.answers.forEach(({ id }, answer) => {
          const changed = cases.map((answers) => answers.with(index, answer));
          const key = outcomes(ruleSet, changed).join('\n');
          groups.set(key, [...(groups.get(key) ?? []), id]);
        });
        return { question, groups: [...groups.values()] };
      });
    };
    compare(
      'question-never-matters',
      (ruleSet) =>
        alike(ruleSet).flatMap(({ question, groups }) => (groups.length === 1 ? [question.id] : [])),
      idOf,
    );
    compare(
      'answers-not-told-apart',
      (ruleSet) =>
        alike(ruleSet).flatMap(({ groups }) =>
          groups.length === 1 ? [] : groups.flatMap((ids) => ids[1] ?? []),
        ),
      idOf,
    );
  });

  test('test-never-matters', () => {
    fc.assert(
      fc.property(ruleSets, (ruleSet) => {
        const cases = everyCase(ruleSet);
        const space = checkSpace(compile(ruleSet));
        for (const owned of space.conditions) {
          const before = conditionPattern(ruleSet, cases, owned.condition);
          const deleted = partsToDelete(space, owned);
          const rest = pruned(owned.condition, deleted);
          expected.set('test-never-matters', (expected.get('test-never-matters') ?? 0) + deleted.length);
          expect(conditionPattern(ruleSet, cases, rest)).toBe(before);
          const hasUnreachable = space.unreachable.some(({ owner }) => owner === owned.owner);
          if (hasUnreachable || !before.includes('1') || !before.includes('0')) continue;
          const further = oneLess(rest).filter((less) => conditionPattern(ruleSet, cases, less) === before);
          // What is left of a deleted part is a constant in its place, which can of course go too.
          expect(further.filter((less) => JSON.stringify(less) !== JSON.stringify(rest))).toEqual([]);
        }
      }),
      runs(60),
    );
  });

  test('the cases given as examples', () => {
    fc.assert(
      fc.property(ruleSets, (ruleSet) => {
        const cases = everyCase(ruleSet);
        const space = checkSpace(compile(ruleSet));
        for (const { at, example } of CHECKS['never-decides'](space)) {
          const answers = ruleSet.questions.map(({ id, answers: known }) =>
            Math.max(
              0,
              known.findIndex((answer) => answer.id === example?.answers[id]),
            ),
          );
          const { level, holding } = interpret(ruleSet, answers);
          expect(holding).toContain(idOf(at));
          expect(example?.level).toBe(ruleSet.levels[level]?.id);
          const holds = pattern(ruleSet, cases, idOf(at));
          const changes = cases
            .filter((_, index) => holds[index] === '1')
            .map((each) => each.filter((answer) => answer > 0).length);
          expect(answers.filter((answer) => answer > 0).length).toBe(Math.min(...changes));
        }
      }),
      runs(RUNS),
    );
  });

  test('whether a question always applies', () => {
    fc.assert(
      fc.property(ruleSets, (ruleSet) => {
        const cases = everyCase(ruleSet);
        const always = ruleSet.questions.filter(
          ({ appliesWhen }, index) =>
            appliesWhen !== undefined &&
            appliesWhen.kind !== 'answer' &&
            !applies(ruleSet, cases, index).includes('0'),
        );
        const found = CHECKS['always-holds'](checkSpace(compile(ruleSet))).filter(
          ({ at }) => !('when' in at),
        );
        expect(found.map(({ at }) => idOf(at))).toEqual(always.map(({ id }) => id));
      }),
      runs(RUNS),
    );
  });
});
