import type { Outcome } from '../core/outcome.ts';
import type { RecordedOutcome } from '../core/record.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { questionAt } from '../render/answer-text.ts';
import { levelAt } from '../render/level-word.ts';

/** An outcome by ids, as records keep it. */
export function recordedOutcome(ruleSet: RuleSet, outcome: Outcome): RecordedOutcome {
  const levelId = (index: number) => levelAt(ruleSet, index).id;
  return {
    level: outcome.settled ? levelId(outcome.lowest) : null,
    lowest: levelId(outcome.lowest),
    highest: levelId(outcome.highest),
    possible: outcome.possible.map(levelId),
    alerts: outcome.alerts,
    reasons: outcome.reasons.map(({ rules, weight }) => ({ rules, weight })),
    lower_rules: outcome.lowerRules,
    advice: outcome.advice,
    rechecks: outcome.rechecks,
    open: outcome.open.map((index) => questionAt(ruleSet, index).id),
  };
}
