import type { Answers } from './answers.ts';
import type { AnswerSet, RuleSet } from './rule-set.ts';

export type Version = 'old' | 'new';

/** Something of each version. */
export type OfVersions<T> = Readonly<Record<Version, T>>;

/** How many cases something is true of, and the one of them nearest to the best case; no example where there is none. */
export interface CaseCount {
  readonly cases: bigint;
  readonly example?: Answers;
}

/** A question, or answers to it, that only one of two versions has. Questions and answers are indexes. */
export type QuestionDifference =
  | { readonly kind: 'only'; readonly question: number; readonly version: Version }
  /** What is in neither set, both versions have. */
  | { readonly kind: 'answers'; readonly question: number; readonly only: OfVersions<AnswerSet> };

/** Cases that get another level. Levels are indexes, `from` that of the old version. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly cases: bigint;
  /** The case nearest to the best one. */
  readonly example: Answers;
  readonly region: MovedRegion;
  readonly blame: readonly MoveBlame[];
  /** Cases of this move that none of the listed blame explains; 0 unless the rules at fault are too many to list. */
  readonly unexplained: bigint;
}

/**
 * A part of a move that few answers describe: of the cases that `version` puts at the lower of the two levels, every
 * one with these answers moves, and the example is among them.
 */
export interface MovedRegion {
  readonly version: Version;
  readonly answers: readonly { readonly question: number; readonly answers: AnswerSet }[];
  readonly cases: bigint;
}

/**
 * Changed rules (indexes into `changes`) that stand behind a move: with all of them as they were, these cases would not
 * have come to the new level. Several only where no one of them is enough.
 */
export interface MoveBlame {
  readonly changes: readonly number[];
  readonly cases: bigint;
}

/** An alert, advice or recheck, or a question's being asked, that holds in other cases than before. */
export interface EffectDifference {
  readonly kind: 'alert' | 'advice' | 'recheck' | 'question';
  /** Id of the rule or question; in the old version it may have had another. */
  readonly id: string;
  readonly lost: CaseCount;
  readonly gained: CaseCount;
  /** The rule is written as before: it holds elsewhere because of what its condition looks at. */
  readonly asWritten: boolean;
}

/** A rule that the two versions do not write alike, or that acts otherwise on the level though written alike. */
export interface RuleChange {
  readonly id: string;
  /** Its id in the old version, where that was another. */
  readonly formerId?: string;
  /** Its index in each version that has it. */
  readonly index: Partial<OfVersions<number>>;
  /** The keys of the rule that are written otherwise; all of them for a rule that only one version has. */
  readonly keys: readonly string[];
  /**
   * `decides`: it is to blame for a move, or its own alert, advice or recheck holds elsewhere. `balanced`: it matters
   * only beside other changes, such as one that makes up for it. `nothing`: no case is decided otherwise, and would not
   * be if all changes of this kind were undone.
   */
  readonly effect: 'decides' | 'balanced' | 'nothing';
  /** It holds in other cases than before, or objects to other levels. */
  readonly isOther: boolean;
  /** Its condition differs, but only in answers that one of the versions lacks. */
  readonly onlyApart: boolean;
}

/** Words that differ in the header, a level or a question: what is decided does not rest on them. */
export interface WordingChange {
  readonly part: 'rule set' | 'level' | 'question';
  readonly id: string;
  readonly keys: readonly string[];
}

/** What differs between two versions of a rule set, exactly. */
export interface VersionDifference {
  /**
   * The versions over one list of questions and one list of answers to each: what only one of them has is in both
   * lists. All indexes of questions and answers refer to these lists.
   */
  readonly versions: OfVersions<RuleSet>;
  readonly questions: readonly QuestionDifference[];
  /** How many combinations of answers that both versions know were compared. */
  readonly compared: bigint;
  /** How many combinations of answers to a version's questions use an answer that the other version lacks. */
  readonly apart: OfVersions<bigint>;
  /** How many cases, by level in the old version, then by level in the new one. */
  readonly matrix: readonly (readonly bigint[])[];
  /** In order of the old level, then the new one. */
  readonly moves: readonly Move[];
  /** Cases in which the old version raises some alert and the new one none. */
  readonly alertsLost: CaseCount;
  /** Cases in which the new version raises some alert and the old one none. */
  readonly alertsGained: CaseCount;
  readonly effects: readonly EffectDifference[];
  readonly changes: readonly RuleChange[];
  readonly wording: readonly WordingChange[];
}

/** A range of levels and the alerts of one case under one version. */
export interface CaseUnderVersion {
  readonly lowest: number;
  readonly highest: number;
  readonly hasAlert: boolean;
}

/** A real case that two versions do not put in the same range of levels, or of which one raises an alert alone. */
export interface MovedCase {
  readonly id: string;
  readonly under: OfVersions<CaseUnderVersion>;
}

/** What became of real cases. */
export interface CasesCompared {
  readonly compared: number;
  readonly moved: readonly MovedCase[];
  /** Cases that use an answer that one of the versions lacks: they cannot be compared. */
  readonly apart: readonly string[];
}
