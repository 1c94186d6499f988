import type { Coverage, ExampleResult, MutationReport, Suggestion } from '../core/example-report.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { RuleSetIdentity } from './identity.ts';

/** All that `rules test` found out. */
export interface ExamplesReport {
  readonly ruleSet: RuleSet;
  readonly identity: RuleSetIdentity;
  readonly results: readonly ExampleResult[];
  readonly coverage: Coverage;
  readonly suggestions?: readonly Suggestion[];
  readonly mutation?: MutationReport;
}

/** The examples by what became of them. */
export function resultsOf({ results }: ExamplesReport): {
  readonly passed: readonly ExampleResult[];
  readonly failed: readonly ExampleResult[];
  /** Cases that were evaluated but expect nothing. */
  readonly silent: readonly ExampleResult[];
} {
  return {
    passed: results.filter(({ example, differences }) => example.expect && differences.length === 0),
    failed: results.filter(({ differences }) => differences.length > 0),
    silent: results.filter(({ example }) => example.expect === undefined),
  };
}
