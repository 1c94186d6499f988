import type { Answers } from '../core/answers.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { Evaluator } from './evaluator.ts';

/** What was worked out for each rule set so far, and the memory that its cases take in turn. */
const evaluators = new WeakMap<CompiledRuleSet, Evaluator>();

/** What the answers of a case lead to. Exact whatever is open; pure; the same for the same answers. */
export function evaluate(compiled: CompiledRuleSet, answers: Answers): Outcome {
  const known = evaluators.get(compiled);
  if (known !== undefined) return known.evaluate(answers);
  const evaluator = new Evaluator(compiled);
  evaluators.set(compiled, evaluator);
  return evaluator.evaluate(answers);
}
