import type { RuleSet } from '../core/rule-set.ts';
import { climbDiagram, levelRuleNodes } from './climb-diagram.ts';
import { ConditionCompiler } from './condition-compiler.ts';
import { FALSE, type Node, NodeStore } from './node-store.ts';
import { variableOrder } from './variable-order.ts';

/** The diagrams of a rule set in one store, where they share nodes and can be combined with others. */
export interface SharedDiagrams {
  readonly ruleSet: RuleSet;
  readonly store: NodeStore;
  /** Question index of each variable of the store, in the order in which they are tested. */
  readonly order: readonly number[];
  /** Variable of each question: the inverse of `order`. */
  readonly variables: readonly number[];
  /** Terminals are level indexes. */
  readonly levelRoot: Node;
  /** Per rule (by index): where its condition holds. */
  readonly ruleRoots: readonly Node[];
  /** Per `rests_on` test (its rule ids joined by a space): where it holds. */
  readonly restsOnRoots: ReadonlyMap<string, Node>;
}

export interface CompileOptions {
  readonly maxNodes?: number;
  /** Question indexes in the order in which to test them; by default a good order is worked out. */
  readonly order?: readonly number[];
  /** A store to build in, with the arities of `order`, so that diagrams of several rule sets can be combined. */
  readonly store?: NodeStore;
}

/**
 * Builds the diagrams of all rules and of the level.
 *
 * @throws TooLargeError if more than `maxNodes` nodes are needed.
 */
export function buildSharedDiagrams(ruleSet: RuleSet, options: CompileOptions = {}): SharedDiagrams {
  const order = options.order ?? variableOrder(ruleSet);
  const arities = order.map((question) => ruleSet.questions[question]?.answers.length ?? 0);
  const store = options.store ?? new NodeStore(arities, options.maxNodes);
  const variables = ruleSet.questions.map((_, question) => order.indexOf(question));
  const conditions = new ConditionCompiler(ruleSet, store, variables);

  const ruleRoots = ruleSet.rules.map((rule) =>
    rule.kind === 'advise' ? FALSE : conditions.compile(rule.when),
  );
  const levelRules = levelRuleNodes(ruleSet.rules, ruleRoots);
  const levelRoot = climbDiagram(store, ruleSet.levels.length, levelRules);
  conditions.useLevel(levelRoot, levelRules);
  ruleSet.rules.forEach((rule, index) => {
    if (rule.kind === 'advise') ruleRoots[index] = conditions.compile(rule.when);
  });
  return { ruleSet, store, order, variables, levelRoot, ruleRoots, restsOnRoots: conditions.restsOn };
}
