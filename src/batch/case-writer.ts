import type { RuleSet } from '../core/rule-set.ts';
import type { ScoredCase } from './score.ts';

/** Turns scored cases into the text of one output format. It holds nothing but counts; each text ends a line. */
export interface CaseWriter {
  /** What comes before the first case. */
  start(): string;
  cases(scored: readonly ScoredCase[]): string;
  /** What comes after the last case. */
  end(): string;
}

/** What a writer says about every case. */
export interface Writing {
  readonly ruleSet: RuleSet;
  /** Which rule set decided: `adult@1.0.0+1a2b3c4d`. */
  readonly identity: string;
  /** The names of the kept columns. */
  readonly keep: readonly string[];
}
