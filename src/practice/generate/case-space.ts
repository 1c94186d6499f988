import { type AnswerCondition, isLevelRule, type LevelRule, type RuleSet } from '../../core/rule-set.ts';
import { cofactor, combine, mapTerminals } from '../../diagram/algebra.ts';
import { climbDiagram } from '../../diagram/climb-diagram.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { ConditionCompiler } from '../../diagram/condition-compiler.ts';
import { FALSE, type Node, NodeStore, TRUE } from '../../diagram/node-store.ts';
import { restrictInto } from '../../diagram/restrict.ts';

/** Cases in which one rule decides, and one other answer leads to another level. */
export interface CaseKind {
  readonly rule: LevelRule;
  /** The level at which the rule decides. */
  readonly level: number;
  /** The level that the other answer leads to; any other one if undefined. */
  readonly elsewhere: number | undefined;
}

/** The same for one question. */
export interface Target extends CaseKind {
  /** The question of which another answer leads elsewhere. */
  readonly question: number;
}

/**
 * The cases that practice can draw from, as diagrams: those in which one rule decides alone, and in which another answer
 * to one question leads to another level. They live in a store of their own, so that drawing leaves nothing behind.
 */
export class CaseSpace {
  readonly store: NodeStore;
  readonly ruleSet: RuleSet;
  readonly #compiled: CompiledRuleSet;
  readonly #conditions: ConditionCompiler;
  readonly #level: Node;
  /** Per level, where it is the one. */
  readonly #levels: readonly Node[];
  readonly #rules: readonly { readonly rule: LevelRule; readonly holds: Node }[];
  /** What a plausible case has not: each of the conditions that are a recheck or unlikely. */
  readonly #expectations: readonly Node[];
  readonly #plausible: Node;
  readonly #deciding = new Map<LevelRule, Node>();
  readonly #changed = new Map<string, Node>();
  readonly #cases = new Map<string, Node>();

  constructor(compiled: CompiledRuleSet, unlikely: readonly AnswerCondition[]) {
    const { ruleSet, variables } = compiled;
    this.#compiled = compiled;
    this.ruleSet = ruleSet;
    this.store = new NodeStore(compiled.arities);
    this.#conditions = new ConditionCompiler(ruleSet, this.store, variables);
    this.#level = restrictInto(this.store, compiled.level, [], variables);
    this.#levels = ruleSet.levels.map((_, wanted) =>
      mapTerminals(this.store, this.#level, (level) => (level === wanted ? TRUE : FALSE)),
    );
    this.#rules = ruleSet.rules
      .filter(isLevelRule)
      .map((rule) => ({ rule, holds: this.#conditions.compile(rule.when) }));
    const disagreeing = ruleSet.rules.flatMap((rule) => (rule.kind === 'recheck' ? [rule.when] : []));
    this.#expectations = [...disagreeing, ...unlikely].map((condition) =>
      this.store.not(this.#conditions.compile(condition)),
    );
    this.#plausible = this.#expectations.reduce((all, one) => this.store.and(all, one), TRUE);
  }

  /** Whether some case of the target is plausible. */
  isPlausibleTarget(target: Target): boolean {
    return this.#plausibleCases(target) !== FALSE;
  }

  /** Whether there is any case of the target. */
  isTarget(target: Target): boolean {
    return this.isPlausibleTarget(target) || this.#casesAmong(TRUE, target) !== FALSE;
  }

  /** All cases of a target; answers that disagree, or seldom come together, only where there are no others. */
  cases(target: Target): Node {
    const plausible = this.#plausibleCases(target);
    return plausible === FALSE
      ? this.#remember('any', target, () => this.#leastImplausible(target))
      : plausible;
  }

  #plausibleCases(target: Target): Node {
    return this.#remember('plausible', target, () => this.#casesAmong(this.#plausible, target));
  }

  #remember(what: string, { rule, level, question, elsewhere }: Target, build: () => Node): Node {
    const key = [what, rule.id, level, question, elsewhere].join(' ');
    const cases = this.#cases.get(key) ?? build();
    this.#cases.set(key, cases);
    return cases;
  }

  /** Gives up only those expectations that leave no case. */
  #leastImplausible(target: Target): Node {
    let found = this.#casesAmong(TRUE, target);
    let wanted: Node = TRUE;
    for (const expectation of this.#expectations) {
      const narrower = this.store.and(wanted, expectation);
      const cases = this.#casesAmong(narrower, target);
      if (cases === FALSE) continue;
      found = cases;
      wanted = narrower;
    }
    return found;
  }

  /** Whether no answers of a case disagree or seldom come together. */
  isPlausible(answers: ArrayLike<number>): boolean {
    let node = this.#plausible;
    while (node !== TRUE && node !== FALSE) {
      const variable = this.store.variable(node);
      node = this.store.child(node, Math.max(0, answers[this.#compiled.order[variable] ?? 0] ?? 0));
    }
    return node === TRUE;
  }

  #casesAmong(wanted: Node, { rule, level, question, elsewhere }: Target): Node {
    const { store } = this;
    const here = store.and(store.and(this.#decides(rule), this.#at(level)), wanted);
    const there = elsewhere === undefined ? store.not(this.#at(level)) : this.#at(elsewhere);
    const appliesWhen = this.ruleSet.questions[question]?.appliesWhen;
    const applies = appliesWhen === undefined ? TRUE : this.#conditions.compile(appliesWhen);
    return store.and(store.and(here, applies), this.#afterChange(store.and(there, wanted), question));
  }

  /** Where some answer to the question, in place of the given one, makes `node` hold. */
  #afterChange(node: Node, question: number): Node {
    const key = `${node} ${question}`;
    const known = this.#changed.get(key);
    if (known !== undefined) return known;
    const variable = this.#compiled.variables[question] ?? 0;
    const answers = this.ruleSet.questions[question]?.answers ?? [];
    const changed = answers.reduce(
      (union, _, answer) => this.store.or(union, cofactor(this.store, node, variable, answer)),
      FALSE,
    );
    this.#changed.set(key, changed);
    return changed;
  }

  #at(level: number): Node {
    return this.#levels[level] ?? FALSE;
  }

  /** Where the level would be lower without the rule. */
  #decides(rule: LevelRule): Node {
    const known = this.#deciding.get(rule);
    if (known !== undefined) return known;
    const others = this.#rules.filter((each) => each.rule !== rule);
    const without = climbDiagram(this.store, this.ruleSet.levels.length, others);
    const decides = combine(this.store, this.#level, without, (level, other) =>
      level > other ? TRUE : FALSE,
    );
    this.#deciding.set(rule, decides);
    return decides;
  }
}
