import type { Question, Rule } from '../../core/rule-set.ts';
import type { ExampleCase } from '../../rule-set/finding.ts';

/** What a check finds: a finding whose place, severity and acceptance are still to be looked up. */
export interface Found {
  /** The part of the rule set to point at: a rule, question, answer, level, condition, acceptance or guarantee. */
  readonly at: object;
  /** The rule or question whose `accept` can name it. */
  readonly owner?: Rule | Question;
  readonly message: string;
  readonly help: string;
  readonly example?: ExampleCase;
}
