import type { RuleSet } from '../core/rule-set.ts';
import type { Verdict } from '../core/verdict.ts';
import type { RuleSetIdentity } from './identity.ts';

/** The verdicts on the guarantees of one rule set, and what is said beside them. */
export interface VerdictPage {
  readonly ruleSet: RuleSet;
  readonly identity: RuleSetIdentity;
  readonly verdicts: readonly Verdict[];
  readonly milliseconds: number;
  /** By guarantee id, the file its counterexample was written to. */
  readonly files: ReadonlyMap<string, string>;
}
