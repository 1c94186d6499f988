/**
 * Why the level is not lower: one rule that forces it, or several of which, whatever the open answers are, at
 * least one holds.
 */
export interface Reason {
  /** Rule ids; more than one means "one of these must hold". */
  readonly rules: readonly string[];
  /** `alone`: enough by itself to hold the level. `together`: a rule-out, or what it lifts from. */
  readonly weight: 'alone' | 'together';
}

/** What the answers of one case lead to. Levels and questions are indexes into the rule set. */
export interface Outcome {
  /** Exactly the levels that completions of the answers can give, ascending; never empty. */
  readonly possible: readonly number[];
  readonly lowest: number;
  readonly highest: number;
  /** One level is left. */
  readonly settled: boolean;
  /** What gives the lowest level, heaviest first; empty if no rule objects to the first level. */
  readonly reasons: readonly Reason[];
  /** Rules in force that ask for a level below the lowest one. */
  readonly lowerRules: readonly string[];
  /** Ids of the rules that hold, in rule set order. */
  readonly alerts: readonly string[];
  readonly advice: readonly string[];
  /** Rule ids, then `not-applicable.QUESTION` for each answer to a question that does not apply. */
  readonly rechecks: readonly string[];
  /** Open questions that can still change the level or raise an alert, most decisive first. */
  readonly open: readonly number[];
}

/** Prefix of the rechecks that the engine makes itself. */
export const NOT_APPLICABLE = 'not-applicable.';
