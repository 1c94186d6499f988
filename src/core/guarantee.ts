import type { AnswerCondition, AnswerSet, LevelSet } from './rule-set.ts';

/** What a claim expects of each case it speaks of; at least one of the two is stated. */
export interface Expectation {
  /** The level is one of these. */
  readonly levels?: LevelSet;
  /** Some alert is in force, or none is. */
  readonly alert?: boolean;
}

/** Wherever all of this holds, the outcome is as expected. What is absent or empty asks for nothing. */
export interface ExpectedOutcomeClaim {
  readonly kind: 'expected_outcome';
  readonly when?: AnswerCondition;
  /** Only cases in which some alert is in force, or none is. */
  readonly whenAlert?: boolean;
  /** Questions (indexes) with their best answer, the first. */
  readonly best: readonly number[];
  readonly expect: Expectation;
}

/** A more serious answer to one of the questions, all else equal, never gives a lower level. */
export interface NeverLowersClaim {
  readonly kind: 'never_lowers';
  readonly questions: readonly number[];
}

/** Another answer to one of the questions, all else equal, changes neither the level nor any alert. */
export interface NeverMattersClaim {
  readonly kind: 'never_matters';
  readonly questions: readonly number[];
}

/**
 * A case that is at one of the levels while these questions have their best answers stays there whatever their
 * answers are. Nominal questions have no best answer: any of theirs counts as one.
 */
export interface StaysClaim {
  readonly kind: 'stays';
  readonly levels: LevelSet;
  readonly whatever: readonly number[];
}

/** Every complete case has exactly one level, which answers to questions that do not apply leave alone. */
export interface AlwaysOneLevelClaim {
  readonly kind: 'always_one_level';
}

/** Without any one of the rules that decide the level, some case would have another level. */
export interface EachRuleCanMatterClaim {
  readonly kind: 'each_rule_can_matter';
}

/** Answers of one question that the author knows to be alike to the rules, and why they are kept apart. */
export interface AlikeAnswers {
  readonly question: number;
  readonly answers: AnswerSet;
  readonly because: string;
}

/**
 * Any two answers of one question can be told apart: in some case, one instead of the other changes the level, an
 * alert, an advice or a recheck. Answers listed as alike are excepted, and are claimed to be alike everywhere.
 */
export interface EachAnswerCanMatterClaim {
  readonly kind: 'each_answer_can_matter';
  readonly alike: readonly AlikeAnswers[];
}

export type Claim =
  | ExpectedOutcomeClaim
  | NeverLowersClaim
  | NeverMattersClaim
  | StaysClaim
  | AlwaysOneLevelClaim
  | EachRuleCanMatterClaim
  | EachAnswerCanMatterClaim;

/** A statement about every possible case. */
export interface Guarantee {
  readonly id: string;
  /** The claim as a sentence for clinicians. */
  readonly says: string;
  readonly claim: Claim;
}
