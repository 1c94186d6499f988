import fc from 'fast-check';
import { answersFromIds } from '../../../src/core/answers.ts';
import { interpret } from '../../../src/core/interpret.ts';
import { climb } from '../../../src/core/ladder.ts';
import { isLevelRule, type Rule, type RuleSet } from '../../../src/core/rule-set.ts';
import { applicability } from '../../../src/core/truth.ts';
import type { OfVersions, RuleChange, VersionDifference } from '../../../src/core/version-difference.ts';
import { arbitraryRuleSet } from '../../arbitrary-rule-set.ts';

/** A case by ids, over the questions of both versions. */
export type CaseById = Readonly<Record<string, string>>;

/** What the rules of each version, read one by one, say of a case. */
export interface JudgedCase {
  readonly given: CaseById;
  readonly level: OfVersions<number>;
  readonly holding: OfVersions<readonly string[]>;
  readonly alerts: OfVersions<readonly string[]>;
}

const unlike = fc.tuple(arbitraryRuleSet, arbitraryRuleSet).map(([old, now]) => ({ old, new: now }));

/** The second version is the first with some rules left out or asking for another level, so that most decisions stay. */
const related = fc
  .tuple(arbitraryRuleSet, fc.array(fc.nat({ max: 3 }), { minLength: 7, maxLength: 7 }))
  .map(([old, choices]) => ({
    old,
    new: { ...old, rules: old.rules.flatMap((rule, index) => edited(rule, choices[index] ?? 0)) },
  }));

function edited(rule: Rule, choice: number): Rule[] {
  if (choice === 1) return [];
  if (choice === 2 && rule.kind === 'at_least') return [{ ...rule, level: (rule.level % 3) + 1 }];
  if (choice === 3 && rule.kind !== 'advise') return [{ ...rule, when: { kind: 'none', of: [rule.when] } }];
  return [rule];
}

/** Two versions, related or not: questions, answers and conditions of their own. */
export const versionPairs: fc.Arbitrary<OfVersions<RuleSet>> = fc.oneof(unlike, related);

/** Every combination of answers to the given lists. */
function combinations(lists: readonly (readonly [string, readonly string[]])[]): CaseById[] {
  return lists.reduce<CaseById[]>(
    (cases, [question, answers]) =>
      cases.flatMap((given) => answers.map((answer) => ({ ...given, [question]: answer }))),
    [{}],
  );
}

function answersOf(ruleSet: RuleSet, question: string): string[] {
  return ruleSet.questions.find(({ id }) => id === question)?.answers.map(({ id }) => id) ?? [];
}

function questionIds(versions: readonly RuleSet[]): string[] {
  return [...new Set(versions.flatMap(({ questions }) => questions.map(({ id }) => id)))];
}

function codesOf(ruleSet: RuleSet, given: CaseById): Int8Array {
  const own = Object.entries(given).filter(([id]) =>
    ruleSet.questions.some((question) => question.id === id),
  );
  return answersFromIds(ruleSet, Object.fromEntries(own)).answers;
}

function applies(ruleSet: RuleSet, question: string, given: CaseById): boolean {
  const asked = ruleSet.questions.find(({ id }) => id === question);
  return asked !== undefined && applicability(ruleSet, asked, codesOf(ruleSet, given)) === 'holds';
}

/** The cases that can be compared, those that differ only in answers nobody asks for counted once. */
export function comparedCases({ old, new: now }: OfVersions<RuleSet>): CaseById[] {
  const lists = questionIds([now, old]).map((question): [string, string[]] => {
    const [before, after] = [answersOf(old, question), answersOf(now, question)];
    if (before.length === 0) return [question, after];
    return [question, after.length === 0 ? before : after.filter((id) => before.includes(id))];
  });
  return combinations(lists).filter((given) =>
    lists.every(
      ([question, [first]]) =>
        given[question] === first || applies(old, question, given) || applies(now, question, given),
    ),
  );
}

/** How many cases of one version use an answer that the other does not have. */
export function countApart(own: RuleSet, other: RuleSet): number {
  const lists = questionIds([own]).map((id): [string, string[]] => [id, answersOf(own, id)]);
  return combinations(lists).filter((given) => {
    // The one answer that stands for all to a question that does not apply.
    const isCounted = lists.every(([id, [first]]) => given[id] === first || applies(own, id, given));
    return (
      isCounted &&
      lists.some(([id]) => {
        const known = answersOf(other, id);
        return known.length > 0 && !known.includes(given[id] ?? '');
      })
    );
  }).length;
}

export function judge({ old, new: now }: OfVersions<RuleSet>, given: CaseById): JudgedCase {
  const before = interpret(old, codesOf(old, given));
  const after = interpret(now, codesOf(now, given));
  return {
    given,
    level: { old: before.level, new: after.level },
    holding: { old: before.holding, new: after.holding },
    alerts: { old: before.alerts, new: after.alerts },
  };
}

/** The level of the new version with some rules as they were: climbed by hand from the rules that hold. */
export function levelUndone(
  { versions }: VersionDifference,
  undone: readonly RuleChange[],
  { holding }: JudgedCase,
): number {
  const inForce = (['old', 'new'] as const).flatMap((version) =>
    versions[version].rules.filter((rule, index) => {
      const isUndone = undone.some((change) => change.index[version] === index);
      return isUndone === (version === 'old') && holding[version].includes(rule.id);
    }),
  );
  return climb(versions.new.levels.length, inForce.filter(isLevelRule));
}
