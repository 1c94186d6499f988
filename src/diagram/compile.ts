import { isLevelRule, type RuleSet } from '../core/rule-set.ts';
import { climbDiagram } from './climb-diagram.ts';
import { ConditionCompiler } from './condition-compiler.ts';
import { type Diagram, extractDiagram } from './diagram.ts';
import { FALSE, type Node, NodeStore } from './node-store.ts';
import { variableOrder } from './variable-order.ts';

/** A rule set in its one compiled form: a diagram from answers to level, and one per rule. */
export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  /** Terminals are level indexes. */
  readonly level: Diagram;
  /** Per rule (by index): where its condition holds; terminals 0 and 1. */
  readonly rules: readonly Diagram[];
  /** Per `rests_on` test (its rule ids joined by a space): where it holds. */
  readonly restsOn: ReadonlyMap<string, Diagram>;
  /** The shared nodes, for queries that combine diagrams. */
  readonly store: NodeStore;
  /** Question index of each variable of the store, in the order in which they are tested. */
  readonly order: readonly number[];
  /** Variable of each question: the inverse of `order`. */
  readonly variables: readonly number[];
  readonly levelRoot: Node;
  readonly ruleRoots: readonly Node[];
}

export interface CompileOptions {
  readonly maxNodes?: number;
  /** Question indexes in the order in which to test them; by default a good order is worked out. */
  readonly order?: readonly number[];
  /** A store to build in, with the arities of `order`, so that diagrams of several rule sets can be combined. */
  readonly store?: NodeStore;
}

/**
 * Compiles a rule set into decision diagrams.
 *
 * @throws TooLargeError if more than `maxNodes` nodes are needed.
 */
export function compile(ruleSet: RuleSet, options: CompileOptions = {}): CompiledRuleSet {
  const order = options.order ?? variableOrder(ruleSet);
  const arities = order.map((question) => ruleSet.questions[question]?.answers.length ?? 0);
  const store = options.store ?? new NodeStore(arities, options.maxNodes);
  const variables = ruleSet.questions.map((_, question) => order.indexOf(question));
  const conditions = new ConditionCompiler(ruleSet, store, variables);

  const roots = ruleSet.rules.map((rule) => (rule.kind === 'advise' ? FALSE : conditions.compile(rule.when)));
  const levelRules = ruleSet.rules.flatMap((rule, index) =>
    isLevelRule(rule) ? [{ rule, holds: roots[index] ?? FALSE }] : [],
  );
  const levelRoot = climbDiagram(store, ruleSet.levels.length, levelRules);
  conditions.useLevel(levelRoot, levelRules);
  ruleSet.rules.forEach((rule, index) => {
    if (rule.kind === 'advise') roots[index] = conditions.compile(rule.when);
  });

  const extract = (root: Node) => extractDiagram(store, root, order);
  return {
    ruleSet,
    level: extract(levelRoot),
    rules: roots.map(extract),
    restsOn: new Map([...conditions.restsOn].map(([key, root]) => [key, extract(root)])),
    store,
    order,
    variables,
    levelRoot,
    ruleRoots: roots,
  };
}
