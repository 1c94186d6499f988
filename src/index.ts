/** The library: the rule set, the engine and the explanation, without files, terminal or clock. */

export type { AnswerProblem, Answers } from './core/answers.ts';
export { answersFromIds, idsFromAnswers, OPEN, UNKNOWN } from './core/answers.ts';
export type { Outcome, Reason } from './core/outcome.ts';
export type {
  Answer,
  Citation,
  Decision,
  Dimension,
  Level,
  Question,
  Rule,
  RuleSet,
  Source,
} from './core/rule-set.ts';
export type { Trace, TraceEntry } from './core/trace.ts';
export type { Truth } from './core/truth.ts';
export type { CompiledRuleSet } from './diagram/compile.ts';
export { compile } from './diagram/compile.ts';
export { fingerprint } from './diagram/fingerprint.ts';
export { TooLargeError } from './diagram/node-store.ts';
export type { CompileOptions } from './diagram/shared-diagrams.ts';
export { evaluate } from './explain/evaluate.ts';
export { explain } from './explain/explain.ts';
export type {
  Change,
  Counterfactual,
  Explanation,
  WaysTo,
  WhyNotHigher,
  WhyNotLower,
} from './explain/explanation.ts';
export { contentHash } from './rule-set/content-hash.ts';
export type { Diagnostic, DiagnosticCode, Severity } from './rule-set/diagnostic.ts';
export { loadRuleSet } from './rule-set/load.ts';
