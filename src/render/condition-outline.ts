import type { AdviseCondition, RuleSet } from '../core/rule-set.ts';
import { questionAt } from './answer-text.ts';
import { testWords } from './condition-text.ts';

/** A condition for reading line by line: a test, or how many of several parts must hold. */
export type ConditionOutline =
  | {
      readonly kind: 'test';
      /** What is tested, then what it must be: written one after the other they are the line. */
      readonly topic: string;
      readonly wanted: string;
      /** The id of the question, where answers are tested. */
      readonly question?: string;
    }
  | { readonly kind: 'group'; readonly says: string; readonly parts: readonly ConditionOutline[] };

export function conditionOutline(condition: AdviseCondition, ruleSet: RuleSet): ConditionOutline {
  const group = (says: string, of: readonly AdviseCondition[]): ConditionOutline => ({
    kind: 'group',
    says,
    parts: of.map((part) => conditionOutline(part, ruleSet)),
  });
  switch (condition.kind) {
    case 'answer': {
      const { id } = questionAt(ruleSet, condition.question);
      return { kind: 'test', ...testWords(condition, ruleSet), question: id };
    }
    case 'level':
    case 'rests_on':
      return { kind: 'test', ...testWords(condition, ruleSet) };
    case 'all':
      return group(condition.of.length === 2 ? 'both of these hold' : 'all of these hold', condition.of);
    case 'any':
      return group('one of these holds', condition.of);
    case 'none':
      return noneOutline(condition.of, group);
    case 'count':
      return group(`${condition.atLeast} or more of these hold`, condition.of);
    default:
      return condition satisfies never;
  }
}

function noneOutline(
  of: readonly AdviseCondition[],
  group: (says: string, of: readonly AdviseCondition[]) => ConditionOutline,
): ConditionOutline {
  const [only] = of;
  if (of.length > 1 || only === undefined) return group('none of these holds', of);
  return only.kind === 'all'
    ? group('these do not hold together', only.of)
    : group('this does not hold', [only]);
}
