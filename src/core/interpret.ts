import { type Answers, OPEN } from './answers.ts';
import { climb } from './ladder.ts';
import { NOT_APPLICABLE } from './outcome.ts';
import { alertOf, isLevelRule, type LevelRule, type RuleSet } from './rule-set.ts';
import { applicability, type OutcomeTruth, truthOf } from './truth.ts';

/** What a complete case leads to, read straight from the rules. */
export interface Interpretation {
  readonly level: number;
  /** Ids of every rule that holds, in rule set order. */
  readonly holding: readonly string[];
  readonly alerts: readonly string[];
  readonly advice: readonly string[];
  readonly rechecks: readonly string[];
}

/**
 * Evaluates a complete case without the diagram: the plainest reading of the rules, and the reference for every
 * other implementation.
 *
 * INVARIANT: every applicable question on which a level rests is answered; otherwise a `RangeError` is thrown.
 */
export function interpret(ruleSet: RuleSet, answers: Answers): Interpretation {
  const inForce: LevelRule[] = [];
  for (const rule of ruleSet.rules.filter(isLevelRule)) {
    const truth = truthOf(rule.when, ruleSet, answers);
    if (truth === 'may_hold') throw new RangeError(`the case leaves rule ${rule.id} open`);
    if (truth === 'holds') inForce.push(rule);
  }
  const level = climb(ruleSet.levels.length, inForce);
  const outcome: OutcomeTruth = {
    level: (levels) => ((levels >>> level) & 1 ? 'holds' : 'cannot_hold'),
    restsOn: (rules) => {
      const others = inForce.filter((rule) => !rules.includes(rule.id));
      return climb(ruleSet.levels.length, others) < level ? 'holds' : 'cannot_hold';
    },
  };
  const holding = ruleSet.rules.filter((rule) => truthOf(rule.when, ruleSet, answers, outcome) === 'holds');
  const ids = (rules: typeof holding) => rules.map((rule) => rule.id);
  return {
    level,
    holding: ids(holding),
    alerts: ids(holding.filter((rule) => alertOf(rule) !== undefined)),
    advice: ids(holding.filter((rule) => rule.kind === 'advise')),
    rechecks: [...ids(holding.filter((rule) => rule.kind === 'recheck')), ...notApplicable(ruleSet, answers)],
  };
}

/** A recheck for each answer given to a question that does not apply. */
export function notApplicable(ruleSet: RuleSet, answers: Answers): string[] {
  return ruleSet.questions
    .filter((question, index) => {
      const isGiven = (answers[index] ?? OPEN) !== OPEN;
      return isGiven && applicability(ruleSet, question, answers) === 'cannot_hold';
    })
    .map((question) => `${NOT_APPLICABLE}${question.id}`);
}
