/**
 * The checked rule set: the one form that evaluation, diagram, explanation, interview and scoring read.
 *
 * Questions, answers and levels are referred to by their index (position in the rule set); ids appear only at
 * the borders. Whoever builds a `RuleSet` promises what the loader checks: every index exists, ids are unique,
 * every `AnswerSet` is a non-empty proper or full subset of its question's answers, `appliesWhen` has no cycle.
 */

/** A set of answers of one question as a bit mask: bit `i` stands for the answer with index `i`. */
export type AnswerSet = number;

/** A set of levels as a bit mask: bit `i` stands for the level with index `i`. */
export type LevelSet = number;

/** The most answers one question may have, so that an `AnswerSet` fits a 32-bit integer. */
export const MAX_ANSWERS = 30;

/** Where a statement comes from: a source id and, where the source has headings, the heading. */
export interface Citation {
  readonly document: string;
  readonly section?: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly date?: string;
  readonly url?: string;
}

/** A choice made where the sources disagree or are silent. */
export interface Decision {
  readonly topic: string;
  readonly chosen: string;
  readonly because: string;
  readonly sources: readonly Citation[];
}

/**
 * Until when to review a placement at the latest: `first` is a day of the stay, whose first day is day 1; `every` counts
 * the days from one review to the next.
 */
export interface ReviewDays {
  readonly first: number;
  readonly every: number;
}

/** A coded reason for which a clinician may choose another level than the suggested one. */
export interface OverrideReason {
  readonly id: string;
  readonly label: string;
}

/** The rule set that another was copied from, as it was at that time. */
export interface ParentRuleSet {
  readonly id: string;
  readonly version: string;
  /** All 64 hex digits. */
  readonly fingerprint: string;
}

/** A level of care. Its index is its rank: 0 is the least intensive. */
export interface Level {
  readonly id: string;
  readonly name: string;
  /** Where the person spends days and nights. */
  readonly place: string;
  /** Hours and days a week, in one line. */
  readonly dose: string;
  readonly suitedFor: string;
  /** Usual length of stay at this level. */
  readonly length: string;
  /** What a week looks like. */
  readonly week: string;
  /** When to review the placement. */
  readonly review: string;
  /** The same in days, where a source sets an interval. */
  readonly reviewDays?: ReviewDays;
  readonly nextStep: string;
  readonly sources: readonly Citation[];
}

export interface Dimension {
  readonly id: string;
  readonly title: string;
  /** What comes before the dot in the ids of this dimension's rules. */
  readonly rulePrefix: string;
}

export interface Answer {
  readonly id: string;
  readonly label: string;
  /** The anchor: what makes this the right answer, so that two clinicians answer alike. */
  readonly means: string;
  /** A predicate in the third person ("has no thoughts of suicide") from which a vignette is written. */
  readonly phrase: string;
  /**
   * How often this answer is given, compared with the others of its question, which then have a number too: an
   * assumption that orders the questions of an interview and has no part in any outcome.
   */
  readonly usual?: number;
}

/** A finding of the checker that the author accepts, and why. */
export interface Acceptance {
  readonly finding: string;
  readonly because: string;
}

export interface Question {
  readonly id: string;
  /** Index of the dimension. */
  readonly dimension: number;
  readonly title: string;
  readonly prompt: string;
  /** The time the question asks about, as shown beside the prompt. */
  readonly window: string;
  readonly help: string;
  /** True if the answers run from least to most serious; false if they are nominal. */
  readonly ordered: boolean;
  /** A fact of the past: never named as something to change. */
  readonly history: boolean;
  /** The question is asked and used only where this holds. */
  readonly appliesWhen?: AnswerCondition;
  /** Questions of one dimension with the same group are asked in a row. */
  readonly group?: string;
  readonly answers: readonly Answer[];
  readonly accept: readonly Acceptance[];
}

/** A condition on answers alone. Lists are never empty. */
export type AnswerCondition =
  | { readonly kind: 'answer'; readonly question: number; readonly answers: AnswerSet }
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly AnswerCondition[] }
  | { readonly kind: 'count'; readonly atLeast: number; readonly of: readonly AnswerCondition[] };

/** A test on the outcome, allowed in `advise` rules only. */
export type OutcomeTest =
  | { readonly kind: 'level'; readonly levels: LevelSet }
  /** Without these rules (ids) the level would be lower. */
  | { readonly kind: 'rests_on'; readonly rules: readonly string[] };

/** The condition of an `advise` rule: answers and outcome. */
export type AdviseCondition =
  | AnswerCondition
  | OutcomeTest
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly AdviseCondition[] }
  | { readonly kind: 'count'; readonly atLeast: number; readonly of: readonly AdviseCondition[] };

interface RuleCommon {
  /** `prefix.name`, unique in the rule set. */
  readonly id: string;
  /** Index of the dimension. */
  readonly dimension: number;
  readonly because: string;
  readonly sources: readonly Citation[];
  /** The threshold is this project's choice beyond the documents. */
  readonly practice: boolean;
  readonly accept: readonly Acceptance[];
}

export interface AtLeastRule extends RuleCommon {
  readonly kind: 'at_least';
  /** Index of the level below which the suggestion never falls. */
  readonly level: number;
  readonly alert?: string;
  readonly when: AnswerCondition;
}

export interface AlertRule extends RuleCommon {
  readonly kind: 'alert';
  readonly alert: string;
  readonly when: AnswerCondition;
}

export interface RuleOutRule extends RuleCommon {
  readonly kind: 'rule_out';
  /** Levels that are passed over, upwards; never the first or the last. */
  readonly levels: LevelSet;
  readonly when: AnswerCondition;
}

export interface AdviseRule extends RuleCommon {
  readonly kind: 'advise';
  readonly advise: string;
  readonly when: AdviseCondition;
}

export interface RecheckRule extends RuleCommon {
  readonly kind: 'recheck';
  /** Indexes of the questions whose answers disagree. */
  readonly questions: readonly number[];
  readonly when: AnswerCondition;
}

/** A rule that decides the level. */
export type LevelRule = AtLeastRule | RuleOutRule;

export type Rule = AtLeastRule | AlertRule | RuleOutRule | AdviseRule | RecheckRule;

export interface RuleSet {
  readonly id: string;
  readonly version: string;
  /** Absent for a rule set that was written from scratch. */
  readonly parent?: ParentRuleSet;
  readonly title: string;
  readonly intendedUsers: string;
  readonly population: string;
  readonly notFor: readonly string[];
  /** States that no demographic attribute is used. */
  readonly demographics: string;
  /** States how far the rule set has been validated. */
  readonly validation: string;
  /** The time frame of every question that names no other. */
  readonly timeFrame: string;
  /** What to do in an emergency, shown with every alert. */
  readonly emergency: string;
  /** From least to most intensive; at least two. */
  readonly levels: readonly Level[];
  /** In clinical order, safety first. */
  readonly dimensions: readonly Dimension[];
  /** In the order in which they are asked. */
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  readonly sources: readonly Source[];
  readonly decisions: readonly Decision[];
  /** Without any, a clinician can agree with the suggested level but choose no other. */
  readonly overrideReasons: readonly OverrideReason[];
}

/** The alert text of a rule, if it raises one. */
export function alertOf(rule: Rule): string | undefined {
  return rule.kind === 'at_least' || rule.kind === 'alert' ? rule.alert : undefined;
}

export function isLevelRule(rule: Rule): rule is LevelRule {
  return rule.kind === 'at_least' || rule.kind === 'rule_out';
}
