import type { Example } from '../../core/example.ts';
import type { ExampleResult } from '../../core/example-report.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { evaluate } from '../../explain/evaluate.ts';
import { compareOutcome } from './compare-outcome.ts';

/** Evaluates every example and compares its outcome with the expected one. */
export function runExamples(compiled: CompiledRuleSet, examples: readonly Example[]): ExampleResult[] {
  return examples.map((example) => {
    const outcome = evaluate(compiled, example.answers);
    const { expect } = example;
    const differences = expect === undefined ? [] : compareOutcome(expect, outcome, compiled.ruleSet);
    return { example, differences };
  });
}
