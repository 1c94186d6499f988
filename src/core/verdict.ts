import type { Answers } from './answers.ts';
import type { Guarantee } from './guarantee.ts';

/** A complete case and what it leads to. */
export interface Witness {
  readonly answers: Answers;
  readonly level: number;
  /** Ids of the rules that raise an alert. */
  readonly alerts: readonly string[];
}

/** A rule that stands behind a refutation, and how. */
export interface Blame {
  /** Index of the rule. */
  readonly rule: number;
  /**
   * `holds`: it is in force in the case. `stops` and `starts`: it is in force in one case of a pair, and not in
   * the other. `lacks`: of the rules that would give what is claimed, it comes nearest to holding.
   */
  readonly part: 'holds' | 'stops' | 'starts' | 'lacks';
  /** For `lacks`: the fewest changes of answers under which it would hold. */
  readonly changes: readonly { readonly question: number; readonly from: number; readonly to: number }[];
}

/** A rule without which no case would have another level. */
export interface IdleRule {
  /** Index of the rule. */
  readonly rule: number;
  /** A case nearest to the best one in which it holds; absent if it never does. */
  readonly example?: Witness;
  /** Indexes of the other level rules that hold in the example. */
  readonly others: readonly number[];
}

/** Two answers of one question that do not stand apart, or do not stand together, as claimed. */
export interface AnswerPair {
  readonly question: number;
  readonly answers: readonly [number, number];
}

/** Two cases that differ as the claim allows, and whose outcomes differ as it does not. */
export interface CasePair {
  readonly before: Witness;
  readonly after: Witness;
}

/** Why a claim does not hold. */
export type Refutation =
  | { readonly kind: 'case'; readonly witness: Witness; readonly blame: readonly Blame[] }
  | ({ readonly kind: 'pair'; readonly blame: readonly Blame[] } & CasePair)
  | { readonly kind: 'idle_rules'; readonly rules: readonly IdleRule[] }
  /** No case tells the two answers apart. */
  | { readonly kind: 'alike_answers'; readonly pairs: readonly AnswerPair[] }
  /** The two answers are listed as alike, and this pair of cases tells them apart. */
  | ({ readonly kind: 'not_alike'; readonly pair: AnswerPair; readonly blame: readonly Blame[] } & CasePair);

/** What became of one guarantee. */
export type Verdict = {
  readonly guarantee: Guarantee;
  /**
   * How many complete cases the claim speaks of: combinations of answers to the questions that apply. Where it
   * compares cases, those from which a change was tried.
   */
  readonly cases: bigint;
} & (
  | { readonly result: 'proven' }
  /** The claim speaks of no case at all: it is true of nothing and says nothing. */
  | { readonly result: 'vacuous' }
  | { readonly result: 'refuted'; readonly refutation: Refutation }
);
