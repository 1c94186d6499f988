import type { CriteriaShown } from './mark.ts';
import type { CriterionReview } from './schedule.ts';
import type { Vignette } from './vignette.ts';

/** One case or pair of a trainee's practice, as a line of the log. Levels, rules and questions by id. */
export type ProgressEntry = PlacementEntry | PairEntry;

interface EntryCommon extends CriteriaShown {
  /** ISO time. */
  readonly at: string;
  /** `adult@1.0.0+1a2b3c4d`. */
  readonly rule_set: string;
}

export interface PlacementEntry extends EntryCommon {
  readonly kind: 'placement';
  readonly vignette: string;
  readonly source: Vignette['source'];
  /** Null for unsure. */
  readonly placed: string | null;
  /** The levels that the criteria leave possible, least intensive first. */
  readonly possible: readonly string[];
  /** The rules that give the level; empty where none asks for more than the first one. */
  readonly decided_by: readonly string[];
}

export interface PairEntry extends EntryCommon {
  readonly kind: 'pair';
  /** Both vignettes. */
  readonly vignettes: readonly string[];
  /** In which they differ. */
  readonly question: string;
  /** Null for unsure. */
  readonly picked: 'first' | 'second' | null;
  readonly needs_more: 'first' | 'second';
}

/** What the entries show about criteria, as the scheduler reads it. */
export function reviewsOf(entries: readonly ProgressEntry[]): CriterionReview[] {
  return entries.flatMap(({ at, known, missed, resisted }) => {
    const time = new Date(at);
    const reviews = (rules: readonly string[], shown: CriterionReview['shown']) =>
      rules.map((rule) => ({ rule, at: time, shown }));
    return [...reviews(missed, 'missed'), ...reviews(known, 'known'), ...reviews(resisted, 'resisted')];
  });
}

/** The entries made with some version of one rule set. */
export function entriesOf(entries: readonly ProgressEntry[], ruleSetId: string): ProgressEntry[] {
  return entries.filter((entry) => entry.rule_set.startsWith(`${ruleSetId}@`));
}
