import type { Outcome } from '../core/outcome.ts';
import type { RuleSet } from '../core/rule-set.ts';

/** The names of the output columns, in their order; kept columns follow. */
export const OUTPUT_COLUMNS = [
  'id',
  'level',
  'lowest',
  'highest',
  'alerts',
  'reasons',
  'advice',
  'rechecks',
  'open',
  'rule_set',
] as const;

/** An outcome by ids. `level` is `null` where several are left. */
export interface OutcomeFields {
  readonly level: string | null;
  readonly lowest: string;
  readonly highest: string;
  readonly alerts: readonly string[];
  /** Each a list of rules of which one must hold. */
  readonly reasons: readonly (readonly string[])[];
  readonly advice: readonly string[];
  readonly rechecks: readonly string[];
  /** Questions that still matter, most decisive first. */
  readonly open: readonly string[];
}

/** Writes the indexes of an outcome as ids. */
export function outcomeFields(ruleSet: RuleSet, outcome: Outcome): OutcomeFields {
  const lowest = ruleSet.levels[outcome.lowest]?.id ?? '';
  return {
    level: outcome.settled ? lowest : null,
    lowest,
    highest: ruleSet.levels[outcome.highest]?.id ?? '',
    alerts: outcome.alerts,
    reasons: outcome.reasons.map((reason) => reason.rules),
    advice: outcome.advice,
    rechecks: outcome.rechecks,
    open: outcome.open.map((question) => ruleSet.questions[question]?.id ?? ''),
  };
}
