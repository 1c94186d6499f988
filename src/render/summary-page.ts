import type { PlacementDifference } from '../core/placement-difference.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { ScoringSummary } from '../core/scoring-summary.ts';
import type { RaterAgreement } from '../statistics/agreement.ts';
import type { ConfusionMatrix } from '../statistics/confusion-matrix.ts';
import type { RuleSetIdentity } from './identity.ts';

/** The first cases that are placed otherwise, and how many there are. */
export interface ListedDifferences {
  readonly count: number;
  readonly first: readonly PlacementDifference[];
}

/** How the suggested levels stand to those of a reviewer. */
export interface ExpectedLevels {
  /** The column that holds them. */
  readonly column: string;
  /** Over settled cases: the reviewer first, the rule set second. */
  readonly agreement: RaterAgreement;
  /** Open cases by whether their range includes the reviewer's level. */
  readonly open: { readonly within: number; readonly outside: number };
  /** Cases to which the reviewer assigned no level. */
  readonly unassigned: number;
  readonly differences: ListedDifferences;
}

/** How the suggested levels stand to those of another rule set. */
export interface ComparedRuleSet {
  readonly identity: RuleSetIdentity;
  /** Cases settled under both: the other rule set in rows. */
  readonly matrix: ConfusionMatrix;
  readonly open: number;
  readonly same: number;
  readonly higher: number;
  readonly lower: number;
  readonly range: number;
  /** Cases with an answer that the other rule set does not know. */
  readonly apart: number;
  /** Ids of questions that only the other one asks and that no column answered. */
  readonly unasked: readonly string[];
  readonly differences: ListedDifferences;
}

/** All that the summary of a scoring run is made from. */
export interface SummaryPage {
  readonly ruleSet: RuleSet;
  readonly identity: RuleSetIdentity;
  /** The files as they were named. */
  readonly files: readonly string[];
  /** When it was made: `YYYY-MM-DD`. */
  readonly day: string;
  readonly summary: ScoringSummary;
  readonly expected?: ExpectedLevels;
  readonly comparison?: ComparedRuleSet;
}
