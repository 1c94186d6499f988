import type { RuleSet } from '../core/rule-set.ts';
import { type Diagram, extractDiagram } from './diagram.ts';
import type { Node } from './node-store.ts';
import { buildSharedDiagrams, type CompileOptions } from './shared-diagrams.ts';

/** A rule set in its one compiled form: a diagram from answers to level, and one per rule. Plain values throughout. */
export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  /** Terminals are level indexes. */
  readonly level: Diagram;
  /** Per rule (by index): where its condition holds; terminals 0 and 1. */
  readonly rules: readonly Diagram[];
  /** Per `rests_on` test (its rule ids joined by a space): where it holds. */
  readonly restsOn: ReadonlyMap<string, Diagram>;
  /** The questions (indexes) in the order in which every diagram tests them. */
  readonly order: readonly number[];
  /** Place of each question in `order`. */
  readonly variables: readonly number[];
  /** How many answers each question of `order` has: what a store for copies of the diagrams is made with. */
  readonly arities: readonly number[];
}

/**
 * Compiles a rule set into decision diagrams.
 *
 * @throws TooLargeError if more than `maxNodes` nodes are needed.
 */
export function compile(ruleSet: RuleSet, options: CompileOptions = {}): CompiledRuleSet {
  const { store, order, variables, levelRoot, ruleRoots, restsOnRoots } = buildSharedDiagrams(
    ruleSet,
    options,
  );
  const extract = (root: Node) => extractDiagram(store, root, order);
  return {
    ruleSet,
    level: extract(levelRoot),
    rules: ruleRoots.map(extract),
    restsOn: new Map([...restsOnRoots].map(([key, root]) => [key, extract(root)])),
    order,
    variables,
    arities: store.arities,
  };
}
