import type { Outcome, Reason } from '../core/outcome.ts';
import type { Trace } from '../core/trace.ts';
import type { Change } from '../diagram/nearest.ts';

export type { Change };

/** Why no level below `lowest` is suggested. */
export interface WhyNotLower {
  /** The level just below the lowest possible one. */
  readonly level: number;
  /** The rules that object to it, as in `Outcome.reasons`. */
  readonly reasons: readonly Reason[];
  /** A smallest set of given answers (question indexes) that rules out every lower level by itself. */
  readonly answers: readonly number[];
}

/** Why no level above `highest` is suggested: the rule nearest to asking for it, and what it lacks. */
export interface WhyNotHigher {
  readonly level: number;
  /** Absent if no change of present answers can lead any rule there. */
  readonly nearest?: {
    readonly rule: string;
    readonly lacks: readonly Change[];
    readonly otherRules: number;
  };
}

/** One smallest way to another level, and the range of levels that then remains. */
export interface Counterfactual {
  readonly changes: readonly Change[];
  readonly lowest: number;
  readonly highest: number;
}

/** The ways to one level that need the fewest changed answers. */
export interface WaysTo {
  readonly level: number;
  /** At most three, fewest ordinal steps first, then question order. */
  readonly ways: readonly Counterfactual[];
  /** All ways that need as few changed answers, the shown ones included. */
  readonly total: number;
}

/** All that carestep can say about one case. */
export interface Explanation {
  readonly outcome: Outcome;
  readonly trace: Trace;
  /** Absent if the lowest possible level is the first. */
  readonly whyNotLower?: WhyNotLower;
  /** Absent if the highest possible level is the last. */
  readonly whyNotHigher?: WhyNotHigher;
  /** One entry per level outside the present range that some change of answers reaches, nearest first. */
  readonly otherLevels: readonly WaysTo[];
}
