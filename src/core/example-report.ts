import type { Answers } from './answers.ts';
import type { Example, ExpectedList } from './example.ts';
import type { AdviseCondition } from './rule-set.ts';

/** One point in which the outcome of an example is not the expected one. */
export type Difference =
  | {
      readonly kind: 'levels';
      readonly expected: { readonly lowest: number; readonly highest: number };
      readonly actual: { readonly lowest: number; readonly highest: number };
    }
  | {
      readonly kind: ExpectedList;
      /** Ids that should be in the list and are not. */
      readonly missing: readonly string[];
      /** Ids that are in the list and should not. */
      readonly unexpected: readonly string[];
    };

/** An example passes if nothing differs; one that expects nothing always does. */
export interface ExampleResult {
  readonly example: Example;
  readonly differences: readonly Difference[];
}

/**
 * Something that the examples of a rule set should show at least once. Rules, questions, answers and levels are
 * indexes.
 */
export type Goal =
  /** An example at the level. */
  | { readonly kind: 'level'; readonly level: number }
  /** An example whose level would be another without the rule. */
  | { readonly kind: 'decides'; readonly rule: number }
  /** An example in which the alert, advice or recheck holds. */
  | { readonly kind: 'holds'; readonly rule: number }
  /**
   * Two examples one answer apart: the test holds in one and fails in the other, alone decides whether its rule
   * holds in both, and the level (of a level rule) or the rule's own outcome changes between them.
   */
  | {
      readonly kind: 'test';
      readonly rule: number;
      /** Where the test stands: positions in the lists of the condition, from the outside in. */
      readonly path: readonly number[];
      readonly test: AdviseCondition;
    }
  /** Two examples that differ in these two neighboring answers alone and have different levels. */
  | { readonly kind: 'boundary'; readonly question: number; readonly from: number; readonly to: number };

/** What the examples show of what they could show. */
export interface Coverage {
  /** Examples that pass and answer every question that applies: only these can reach a goal. */
  readonly usable: number;
  readonly goals: readonly {
    readonly goal: Goal;
    /** Ids of the first one or two examples that reach it; empty if none does. */
    readonly reachedBy: readonly string[];
  }[];
  /** Goals that no case can reach, proven over all cases, and why. */
  readonly unreachable: readonly { readonly goal: Goal; readonly because: string }[];
}

/** A change to the examples that would reach further goals. */
export type Suggestion =
  | {
      readonly kind: 'add';
      /** A name to go by until the author gives a better one. */
      readonly id: string;
      readonly answers: Answers;
      /**
       * The example, or the suggestion before this one, that it is nearest to: most often one answer away. Absent for
       * the case with the first answer to every question.
       */
      readonly base?: Pick<Example, 'id' | 'answers'>;
      /** What the example must say, for the author to fill in. */
      readonly expect: readonly Said[];
      /** The goals that it is the last one needed for. */
      readonly reaches: readonly Goal[];
    }
  /** An example that is there must say more. */
  | { readonly kind: 'extend'; readonly example: Example; readonly expect: readonly Said[] };

/** What an example can speak of. */
export type Said = 'level' | ExpectedList;

/** A small mistake made on purpose in one rule. */
export interface Mutant {
  readonly rule: number;
  /** What was changed, in a few words. */
  readonly change: string;
}

/** What became of the mutants of a rule set. */
export interface MutationReport {
  readonly made: number;
  /** Mutants that decide every case as the rule set does. */
  readonly equivalent: number;
  /** Mutants that some example tells from the rule set. */
  readonly killed: number;
  readonly survivors: readonly {
    readonly mutant: Mutant;
    /** The case nearest to an example in which the mutant's outcome is another. */
    readonly answers: Answers;
    readonly base?: Example;
    /** What an example of that case must say to tell the two apart. */
    readonly expect: Said;
  }[];
}
