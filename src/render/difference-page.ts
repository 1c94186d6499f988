import type { RuleSet } from '../core/rule-set.ts';
import type { CasesCompared, OfVersions, VersionDifference } from '../core/version-difference.ts';
import type { RuleSetIdentity } from './identity.ts';
import type { Theme } from './theme.ts';

/** One of two compared versions, as it was named and as it was read. */
export interface ComparedVersion {
  readonly given: string;
  readonly identity: RuleSetIdentity;
  /** With questions and answers of its own. */
  readonly ruleSet: RuleSet;
}

/** The difference of two versions, and what is said beside it. */
export interface DifferencePage {
  readonly versions: OfVersions<ComparedVersion>;
  readonly difference: VersionDifference;
  /** What became of real cases, and the files they stand in. */
  readonly cases?: CasesCompared & { readonly files: readonly string[] };
  /** Files to which the examples were written. */
  readonly written: readonly string[];
}

/** How to write a difference for a terminal. */
export interface DifferenceLook {
  readonly width: number;
  readonly theme: Theme;
}

/** A section of the page: its title, and its lines. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}
