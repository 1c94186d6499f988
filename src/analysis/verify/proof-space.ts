import { type Answers, OPEN } from '../../core/answers.ts';
import { interpret } from '../../core/interpret.ts';
import {
  type AnswerCondition,
  alertOf,
  isLevelRule,
  type LevelSet,
  type RuleSet,
} from '../../core/rule-set.ts';
import type { Witness } from '../../core/verdict.ts';
import { countCases, mapTerminals } from '../../diagram/algebra.ts';
import type { LevelRuleNode } from '../../diagram/climb-diagram.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { ConditionCompiler } from '../../diagram/condition-compiler.ts';
import type { Diagram } from '../../diagram/diagram.ts';
import { nearestWays, type Way } from '../../diagram/nearest.ts';
import { FALSE, type Node, NodeStore, TRUE } from '../../diagram/node-store.ts';
import { restrictInto } from '../../diagram/restrict.ts';

/**
 * All cases of a rule set at once: the diagrams of the rules and of the level, in a store of their own, so that proofs
 * leave nothing behind in the compiled rule set. A statement about cases is a truth diagram; it holds of every case
 * exactly if it is the node `TRUE`, and of none if it is `FALSE`.
 */
export class ProofSpace {
  readonly ruleSet: RuleSet;
  readonly store: NodeStore;
  /** Terminals are level indexes. */
  readonly level: Node;
  /** Per rule (by index): where its condition holds. */
  readonly rules: readonly Node[];
  /** The rules that decide the level, in rule set order. */
  readonly levelRules: readonly (LevelRuleNode & { readonly index: number })[];
  /** Where some alert is in force. */
  readonly alert: Node;
  /** The case with the first answer to every question, from which distances count. */
  readonly bestCase: Answers;
  /** The variable of each question. */
  readonly variables: readonly number[];
  readonly #order: readonly number[];
  readonly #conditions: ConditionCompiler;
  /** One of the cases that differ only in answers to questions that do not apply. */
  readonly #distinct: Node;

  /** @throws TooLargeError if the diagrams need more than `maxNodes` nodes; so may every proof. */
  constructor(compiled: CompiledRuleSet, maxNodes?: number) {
    const { ruleSet, order, variables } = compiled;
    const store = new NodeStore(compiled.arities, maxNodes);
    const nothingKnown = new Int8Array(ruleSet.questions.length).fill(OPEN);
    const copy = (diagram: Diagram) => restrictInto(store, diagram, nothingKnown, variables);
    this.ruleSet = ruleSet;
    this.store = store;
    this.level = copy(compiled.level);
    this.rules = compiled.rules.map(copy);
    this.levelRules = ruleSet.rules.flatMap((rule, index) =>
      isLevelRule(rule) ? [{ rule, index, holds: this.ruleNode(index) }] : [],
    );
    this.alert = this.#union(
      ruleSet.rules.flatMap((rule, index) => (alertOf(rule) === undefined ? [] : [index])),
    );
    this.bestCase = new Int8Array(ruleSet.questions.length);
    this.#order = order;
    this.variables = variables;
    this.#conditions = new ConditionCompiler(ruleSet, store, variables);
    this.#distinct = ruleSet.questions.reduce(
      (all, _, question) => store.and(all, store.or(this.applies(question), this.hasBest(question))),
      TRUE,
    );
  }

  ruleNode(rule: number): Node {
    return this.rules[rule] ?? FALSE;
  }

  where(condition: AnswerCondition): Node {
    return this.#conditions.compile(condition);
  }

  applies(question: number): Node {
    const appliesWhen = this.ruleSet.questions[question]?.appliesWhen;
    return appliesWhen === undefined ? TRUE : this.where(appliesWhen);
  }

  /** Where a question has its first answer. */
  hasBest(question: number): Node {
    return this.store.test(this.variables[question] ?? 0, 1);
  }

  levelIn(levels: LevelSet): Node {
    return mapTerminals(this.store, this.level, (level) => ((levels >>> level) & 1 ? TRUE : FALSE));
  }

  /** How many complete cases a truth diagram holds of; answers to questions that do not apply are not told apart. */
  count(root: Node): bigint {
    return countCases(this.store, this.store.and(root, this.#distinct));
  }

  /** The fewest changes of a case that make a truth diagram hold; undefined if none do. */
  nearestWay(
    root: Node,
    from: Answers = this.bestCase,
    mayChange: (question: number) => boolean = () => true,
  ): Way | undefined {
    const reachable = { store: this.store, root, order: this.#order, answers: from };
    return nearestWays(reachable, this.ruleSet.questions, mayChange)?.ways[0];
  }

  witness(answers: Answers): Witness {
    const { level, alerts } = interpret(this.ruleSet, answers);
    return { answers, level, alerts };
  }

  #union(rules: readonly number[]): Node {
    return rules.reduce((union, rule) => this.store.or(union, this.ruleNode(rule)), FALSE);
  }
}

/** A copy of a case with other answers to some questions. */
export function withAnswers(
  answers: Answers,
  changes: readonly { readonly question: number; readonly to: number }[],
): Int8Array {
  const changed = Int8Array.from(answers);
  for (const { question, to } of changes) changed[question] = to;
  return changed;
}
