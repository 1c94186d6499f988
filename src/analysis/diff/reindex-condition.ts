import type { AdviseCondition, AnswerCondition } from '../../core/rule-set.ts';

/** A test of one question. */
export type AnswerTest = Extract<AnswerCondition, { readonly kind: 'answer' }>;

/** The same condition with each test of an answer replaced. */
export function reindexCondition(
  condition: AnswerCondition,
  replace: (test: AnswerTest) => AnswerTest,
): AnswerCondition;
export function reindexCondition(
  condition: AdviseCondition,
  replace: (test: AnswerTest) => AnswerTest,
): AdviseCondition;
export function reindexCondition(
  condition: AdviseCondition,
  replace: (test: AnswerTest) => AnswerTest,
): AdviseCondition {
  switch (condition.kind) {
    case 'answer':
      return replace(condition);
    case 'all':
    case 'any':
    case 'none':
    case 'count':
      return { ...condition, of: condition.of.map((part) => reindexCondition(part, replace)) };
    case 'level':
    case 'rests_on':
      return condition;
    default:
      return condition satisfies never;
  }
}
