import type { AdviseCondition, AnswerCondition, Level, Question, RuleSet } from '../../core/rule-set.ts';
import { membersOf } from '../../diagram/possible.ts';
import { partsOf, replacePart } from './condition-parts.ts';

/** A condition with one small mistake in it. */
export interface MutatedCondition<Condition> {
  readonly when: Condition;
  readonly change: string;
}

/** The condition with each small mistake in turn: too strict, too lax, or the wrong way round. */
export function mutateCondition(
  condition: AnswerCondition,
  ruleSet: RuleSet,
): MutatedCondition<AnswerCondition>[];
export function mutateCondition(
  condition: AdviseCondition,
  ruleSet: RuleSet,
): MutatedCondition<AdviseCondition>[];
export function mutateCondition(
  condition: AdviseCondition,
  ruleSet: RuleSet,
): MutatedCondition<AdviseCondition>[] {
  return partsOf(condition).flatMap(({ path, part }) =>
    mutatePart(part, ruleSet).map(({ when, change }) => ({
      when: replacePart(condition, path, when),
      change,
    })),
  );
}

function mutatePart(part: AdviseCondition, ruleSet: RuleSet): MutatedCondition<AdviseCondition>[] {
  switch (part.kind) {
    case 'answer': {
      const question = ruleSet.questions[part.question];
      if (question === undefined) return [];
      return mutateSet(part.answers, question.answers.length, question.ordered).map((answers) => ({
        when: { ...part, answers },
        change: `${question.id}: ${answerNames(question, part.answers)} → ${answerNames(question, answers)}`,
      }));
    }
    case 'level':
      return mutateSet(part.levels, ruleSet.levels.length, true).map((levels) => ({
        when: { ...part, levels },
        change: `level: ${namesOf(ruleSet.levels, part.levels, true)} → ${namesOf(ruleSet.levels, levels, true)}`,
      }));
    case 'rests_on':
      if (part.rules.length === 1) return [];
      return part.rules.map((dropped) => ({
        when: { ...part, rules: part.rules.filter((rule) => rule !== dropped) },
        change: `rests_on without ${dropped}`,
      }));
    case 'all':
      return [...withoutOnePart(part, ruleSet), ...exchanged(part, 'any')];
    case 'any':
      return [...withoutOnePart(part, ruleSet), ...exchanged(part, 'all')];
    case 'none':
      return [...withoutOnePart(part, ruleSet), { when: { kind: 'any', of: part.of }, change: 'none → any' }];
    case 'count':
      return [
        ...withoutOnePart(part, ruleSet).filter(() => part.of.length > part.atLeast),
        ...[part.atLeast - 1, part.atLeast + 1]
          .filter((atLeast) => atLeast >= 1 && atLeast <= part.of.length)
          .map((atLeast) => ({
            when: { ...part, atLeast },
            change: `count at least ${part.atLeast} → ${atLeast}`,
          })),
      ];
    default:
      return part satisfies never;
  }
}

type Group = Extract<AdviseCondition, { readonly of: readonly AdviseCondition[] }>;

function withoutOnePart(group: Group, ruleSet: RuleSet): MutatedCondition<AdviseCondition>[] {
  if (group.of.length === 1) return [];
  return group.of.map((dropped, position) => ({
    when: { ...group, of: group.of.filter((_, place) => place !== position) },
    change: `${group.kind} without ${partName(dropped, ruleSet)}`,
  }));
}

function exchanged(group: Group, kind: 'all' | 'any'): MutatedCondition<AdviseCondition>[] {
  if (group.of.length === 1) return [];
  return [{ when: { kind, of: group.of }, change: `${group.kind} → ${kind}` }];
}

/**
 * A set of ordered answers loses or gains one at its ends, as a threshold does; any other set loses or gains each
 * answer in turn. Never empty, never all.
 */
function mutateSet(set: number, size: number, ordered: boolean): number[] {
  const members = membersOf(set);
  const first = members[0] ?? 0;
  const last = members.at(-1) ?? first;
  const isRun = ordered && last - first === members.length - 1;
  const toggled = isRun
    ? [first - 1, first, last, last + 1]
    : Array.from({ length: size }, (_, member) => member);
  const full = 2 ** size - 1;
  const sets = toggled.filter((member) => member >= 0 && member < size).map((member) => set ^ (1 << member));
  return [...new Set(sets)].filter((changed) => changed !== 0 && changed !== full);
}

function partName(part: AdviseCondition, ruleSet: RuleSet): string {
  switch (part.kind) {
    case 'answer': {
      const question = ruleSet.questions[part.question];
      return question === undefined ? '' : `${question.id} ${answerNames(question, part.answers)}`;
    }
    case 'level':
      return `level ${namesOf(ruleSet.levels, part.levels, true)}`;
    case 'rests_on':
      return 'rests_on';
    case 'all':
    case 'any':
    case 'none':
    case 'count':
      return `${part.kind} of ${part.of.length}${part.of[0] === undefined ? '' : `, from ${partName(part.of[0], ruleSet)}`}`;
    default:
      return part satisfies never;
  }
}

function answerNames({ answers, ordered }: Question, set: number): string {
  return namesOf(answers, set, ordered);
}

/** A set of ordered members up to the last one is written as a threshold. */
function namesOf(named: readonly Pick<Level, 'id'>[], set: number, ordered: boolean): string {
  const members = membersOf(set);
  const ids = members.map((member) => named[member]?.id ?? '');
  const isUpperRun = ordered && members.length > 1 && members[0] === named.length - members.length;
  return isUpperRun ? `from ${ids[0]}` : ids.join(' or ');
}
