import { objectsTo } from '../../core/ladder.ts';
import { alertOf, isLevelRule, type LevelSet, type Rule, type RuleSet } from '../../core/rule-set.ts';

/** What a rule does when it holds, so that the rules of different kinds can be compared. */
export interface Effect {
  /** The levels at which the suggestion cannot stop. */
  readonly objections: LevelSet;
  readonly alert: string | undefined;
  readonly advice: string | undefined;
  readonly rechecked: readonly number[];
}

export function effectOf({ levels }: RuleSet, rule: Rule): Effect {
  const objections = levels.reduce(
    (set, _, level) =>
      isLevelRule(rule) && level < levels.length - 1 && objectsTo(rule, level) ? set | (1 << level) : set,
    0,
  );
  return {
    objections,
    alert: alertOf(rule),
    advice: rule.kind === 'advise' ? rule.advise : undefined,
    rechecked: rule.kind === 'recheck' ? rule.questions : [],
  };
}

/** Whether the second effect does all that the first does; one that does nothing is included in none. */
export function includes(part: Effect, whole: Effect): boolean {
  const { objections, alert, advice, rechecked } = part;
  if (objections === 0 && alert === undefined && advice === undefined && rechecked.length === 0) return false;
  return (
    (objections & ~whole.objections) === 0 &&
    (alert === undefined || alert === whole.alert) &&
    (advice === undefined || advice === whole.advice) &&
    rechecked.every((question) => whole.rechecked.includes(question))
  );
}
