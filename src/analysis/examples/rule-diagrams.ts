import { type Answers, OPEN } from '../../core/answers.ts';
import { objectsTo } from '../../core/ladder.ts';
import { type AdviseCondition, isLevelRule, type LevelRule, type RuleSet } from '../../core/rule-set.ts';
import { cofactor, combine } from '../../diagram/algebra.ts';
import type { LevelRuleNode } from '../../diagram/climb-diagram.ts';
import { ConditionCompiler } from '../../diagram/condition-compiler.ts';
import { FALSE, FIRST_NODE, type Node, type NodeStore, TRUE } from '../../diagram/node-store.ts';
import { buildSharedDiagrams } from '../../diagram/shared-diagrams.ts';

/** A level rule as it is, or as it might be instead. */
export interface LevelRuleAt extends LevelRuleNode {
  readonly index: number;
}

/**
 * The diagrams of a rule set for questions of the kind "what if this rule were another": in a store of their own, so
 * that the compiled rule set stays as small as it was.
 */
export class RuleDiagrams {
  readonly ruleSet: RuleSet;
  readonly store: NodeStore;
  readonly order: readonly number[];
  readonly variables: readonly number[];
  readonly level: Node;
  readonly rules: readonly Node[];
  readonly levelRules: readonly LevelRuleAt[];
  readonly #conditions: ConditionCompiler;
  readonly #objectionsOfOthers = new Map<number, readonly Node[]>();

  /** @throws TooLargeError if the rule set is too large for diagrams. */
  constructor(ruleSet: RuleSet) {
    const shared = buildSharedDiagrams(ruleSet);
    this.ruleSet = ruleSet;
    this.store = shared.store;
    this.order = shared.order;
    this.variables = shared.variables;
    this.level = shared.levelRoot;
    this.rules = shared.ruleRoots;
    this.levelRules = ruleSet.rules.flatMap((rule, index) =>
      isLevelRule(rule) ? [{ rule, index, holds: this.rule(index) }] : [],
    );
    this.#conditions = this.conditionsUnder(this.level, this.levelRules);
  }

  /** Where a rule holds. */
  rule(index: number): Node {
    return this.rules[index] ?? FALSE;
  }

  /** Where a condition holds; its tests on the outcome ask for the outcome as it is. */
  where(condition: AdviseCondition): Node {
    return this.#conditions.compile(condition);
  }

  /** Compiles conditions whose tests on the outcome ask for another level, given by other rules. */
  conditionsUnder(level: Node, levelRules: readonly LevelRuleNode[]): ConditionCompiler {
    const conditions = new ConditionCompiler(this.ruleSet, this.store, this.variables);
    conditions.useLevel(level, levelRules);
    return conditions;
  }

  /** The level if the level rule at `index` were this one, holding there. */
  levelWith(index: number, rule: LevelRule, holds: Node): Node {
    const others = this.#others(index);
    let level: Node = this.ruleSet.levels.length - 1;
    for (let rung = level - 1; rung >= 0; rung--) {
      const objections = others[rung] ?? FALSE;
      const objected = objectsTo(rule, rung) ? this.store.or(objections, holds) : objections;
      level = this.store.ite(objected, level, rung);
    }
    return level;
  }

  /** Where two diagrams give different terminals. */
  differ(f: Node, g: Node): Node {
    return f === g ? FALSE : combine(this.store, f, g, (a, b) => (a === b ? FALSE : TRUE));
  }

  /** The diagram with one question answered. */
  answered(root: Node, question: number, answer: number): Node {
    return cofactor(this.store, root, this.variables[question] ?? 0, answer);
  }

  /** The terminal for a case. An answer that is open must not matter there. */
  terminal(root: Node, answers: Answers): number {
    let node = root;
    while (node >= FIRST_NODE) {
      const given = answers[this.order[this.store.variable(node)] ?? 0] ?? OPEN;
      node = this.store.child(node, Math.max(given, 0));
    }
    return node;
  }

  /** Per level, where a level rule other than the one at `index` objects to stopping there. */
  #others(index: number): readonly Node[] {
    const known = this.#objectionsOfOthers.get(index);
    if (known !== undefined) return known;
    const others = this.levelRules.filter((other) => other.index !== index);
    const objections = this.ruleSet.levels.map((_, rung) =>
      others
        .filter(({ rule }) => objectsTo(rule, rung))
        .reduce((union, { holds }) => this.store.or(union, holds), FALSE),
    );
    this.#objectionsOfOthers.set(index, objections);
    return objections;
  }
}
