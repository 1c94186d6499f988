import type { AdviseCondition, Question, Rule, RuleSet } from '../../core/rule-set.ts';

/** A whole condition and the rule or question it belongs to. */
export interface OwnedCondition {
  readonly owner: Rule | Question;
  readonly condition: AdviseCondition;
}

/** The condition of every rule and of every question that does not always apply, in rule set order. */
export function ownedConditions({ questions, rules }: RuleSet): OwnedCondition[] {
  return [
    ...questions.flatMap((owner) =>
      owner.appliesWhen === undefined ? [] : [{ owner, condition: owner.appliesWhen }],
    ),
    ...rules.map((owner) => ({ owner, condition: owner.when })),
  ];
}
