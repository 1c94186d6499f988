import type { Truth } from './truth.ts';

/** How one rule stands, and which questions (indexes) make it so; for `may_hold`, the open ones it awaits. */
export interface TraceEntry {
  readonly rule: number;
  readonly truth: Truth;
  readonly by: readonly number[];
}

/** One entry per rule, in rule set order. */
export type Trace = readonly TraceEntry[];
