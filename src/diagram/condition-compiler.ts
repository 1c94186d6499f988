import type { AdviseCondition, LevelSet, RuleSet } from '../core/rule-set.ts';
import { atLeastOf, combine, mapTerminals } from './algebra.ts';
import { climbDiagram, type LevelRuleNode } from './climb-diagram.ts';
import { FALSE, type Node, type NodeStore, TRUE } from './node-store.ts';

/** Turns conditions into truth diagrams of one store; a test on a question that does not apply is false. */
export class ConditionCompiler {
  /** The diagrams of the `rests_on` tests met so far, by their rule ids joined by a space. */
  readonly restsOn = new Map<string, Node>();
  readonly #ruleSet: RuleSet;
  readonly #store: NodeStore;
  readonly #variables: readonly number[];
  #level: Node = FALSE;
  #levelRules: readonly LevelRuleNode[] = [];

  constructor(ruleSet: RuleSet, store: NodeStore, variables: readonly number[]) {
    this.#ruleSet = ruleSet;
    this.#store = store;
    this.#variables = variables;
  }

  /** Makes tests on the outcome possible; before this they must not be compiled. */
  useLevel(level: Node, levelRules: readonly LevelRuleNode[]): void {
    this.#level = level;
    this.#levelRules = levelRules;
  }

  compile(condition: AdviseCondition): Node {
    const store = this.#store;
    switch (condition.kind) {
      case 'answer':
        return this.#answer(condition.question, condition.answers);
      case 'all':
        return condition.of.reduce((node, part) => store.and(node, this.compile(part)), TRUE);
      case 'any':
        return condition.of.reduce((node, part) => store.or(node, this.compile(part)), FALSE);
      case 'none':
        return store.not(condition.of.reduce((node, part) => store.or(node, this.compile(part)), FALSE));
      case 'count':
        return atLeastOf(
          store,
          condition.atLeast,
          condition.of.map((part) => this.compile(part)),
        );
      case 'level':
        return this.#levelIn(condition.levels);
      case 'rests_on':
        return this.#restsOn(condition.rules);
      default:
        return condition satisfies never;
    }
  }

  #answer(index: number, answers: number): Node {
    const test = this.#store.test(this.#variables[index] ?? 0, answers);
    const appliesWhen = this.#ruleSet.questions[index]?.appliesWhen;
    return appliesWhen === undefined ? test : this.#store.and(this.compile(appliesWhen), test);
  }

  #levelIn(levels: LevelSet): Node {
    return mapTerminals(this.#store, this.#level, (level) => ((levels >>> level) & 1 ? TRUE : FALSE));
  }

  /** Where the level is higher than it would be without these rules; fewer rules never give a higher level. */
  #restsOn(rules: readonly string[]): Node {
    const others = this.#levelRules.filter(({ rule }) => !rules.includes(rule.id));
    const without = climbDiagram(this.#store, this.#ruleSet.levels.length, others);
    const result = combine(this.#store, this.#level, without, (level, other) =>
      level > other ? TRUE : FALSE,
    );
    this.restsOn.set(rules.join(' '), result);
    return result;
  }
}
