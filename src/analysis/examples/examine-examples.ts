import type { Example } from '../../core/example.ts';
import type { Coverage, ExampleResult, MutationReport, Suggestion } from '../../core/example-report.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { measureCoverage, splitGoals } from './coverage.ts';
import { mutateRules } from './mutate.ts';
import { RuleDiagrams } from './rule-diagrams.ts';
import { runExamples } from './run-examples.ts';
import { suggestExamples } from './suggest.ts';

/** What to find out beyond whether the examples pass and what they cover. */
export interface Examination {
  readonly suggest?: boolean;
  readonly mutate?: boolean;
}

/** What the examples of a rule set are worth. */
export interface ExaminedExamples {
  readonly results: readonly ExampleResult[];
  readonly coverage: Coverage;
  readonly suggestions?: readonly Suggestion[];
  readonly mutation?: MutationReport;
}

/**
 * Runs the examples and proves, over all cases, what they could show and do not.
 *
 * @throws TooLargeError if the rule set is too large for that.
 */
export function examineExamples(
  compiled: CompiledRuleSet,
  examples: readonly Example[],
  { suggest = false, mutate = false }: Examination = {},
): ExaminedExamples {
  const results = runExamples(compiled, examples);
  const diagrams = new RuleDiagrams(compiled.ruleSet);
  const goals = splitGoals(diagrams);
  const coverage = measureCoverage(diagrams, goals, results);
  return {
    results,
    coverage,
    ...(suggest && { suggestions: suggestExamples(diagrams, goals, results, coverage) }),
    ...(mutate && { mutation: mutateRules(diagrams, results) }),
  };
}
