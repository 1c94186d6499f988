import type { Answers } from '../../core/answers.ts';
import { type AnswerSet, alertOf, type RuleSet } from '../../core/rule-set.ts';
import type { CaseCount, OfVersions, Version } from '../../core/version-difference.ts';
import { countCases, mapTerminals } from '../../diagram/algebra.ts';
import { ConditionCompiler } from '../../diagram/condition-compiler.ts';
import { nearestWays } from '../../diagram/nearest.ts';
import { FALSE, FIRST_NODE, type Node, NodeStore, TRUE } from '../../diagram/node-store.ts';
import { buildSharedDiagrams, type SharedDiagrams } from '../../diagram/shared-diagrams.ts';
import { variableOrder } from '../../diagram/variable-order.ts';
import type { AlignedVersion } from './align-versions.ts';

/**
 * All cases of two versions at once: the diagrams of both in one store, so that a rule or level that is the same for
 * every case is the same node.
 */
export class VersionSpace {
  readonly store: NodeStore;
  readonly versions: OfVersions<SharedDiagrams>;
  /**
   * The cases that are compared: both versions know every answer, and a question that applies in neither has its first
   * answer, so that cases without a difference count once. A question that only one version asks has all its answers.
   */
  readonly compared: Node;
  /** The case with the first answer, of those that both versions know, to every question. */
  readonly bestCase: Answers;
  readonly #answers: OfVersions<readonly AnswerSet[]>;
  readonly #applies: OfVersions<readonly Node[]>;

  /** @throws TooLargeError if the two need more than `maxNodes` nodes; so may every comparison. */
  constructor(aligned: OfVersions<AlignedVersion>, maxNodes?: number) {
    const { questions } = aligned.new.ruleSet;
    const order = variableOrder(aligned.new.ruleSet);
    const arities = order.map((question) => questions[question]?.answers.length ?? 0);
    this.store = new NodeStore(arities, maxNodes);
    const build = ({ ruleSet }: AlignedVersion) => buildSharedDiagrams(ruleSet, { order, store: this.store });
    this.versions = { old: build(aligned.old), new: build(aligned.new) };
    this.#answers = { old: aligned.old.answers, new: aligned.new.answers };
    this.#applies = { old: this.#whereAsked('old'), new: this.#whereAsked('new') };
    this.compared = this.#casesOf(BOTH);
    this.bestCase = Int8Array.from(questions, (_, question) => lowestMember(this.commonAnswers(question)));
  }

  get questions(): RuleSet['questions'] {
    return this.versions.new.ruleSet.questions;
  }

  get levelCount(): number {
    return this.versions.new.ruleSet.levels.length;
  }

  /** Where a rule (by index) of a version holds; nowhere if there is none. */
  rule(version: Version, index: number | undefined): Node {
    return this.versions[version].ruleRoots[index ?? -1] ?? FALSE;
  }

  /** Where a version asks a question. */
  applies(version: Version, question: number): Node {
    return this.#applies[version][question] ?? FALSE;
  }

  /** Where a version raises some alert. */
  alert(version: Version): Node {
    const { ruleSet, ruleRoots } = this.versions[version];
    return ruleSet.rules.reduce(
      (union, rule, index) =>
        alertOf(rule) === undefined ? union : this.store.or(union, ruleRoots[index] ?? FALSE),
      FALSE,
    );
  }

  /** Where a level diagram gives a level. */
  atLevel(levels: Node, level: number): Node {
    return mapTerminals(this.store, levels, (terminal) => (terminal === level ? TRUE : FALSE));
  }

  /** Where one truth diagram holds and another does not, of the compared cases. */
  butNot(root: Node, other: Node): Node {
    return this.store.and(this.compared, this.store.and(root, this.store.not(other)));
  }

  /** Whether two diagrams give the same for every compared case. */
  same(f: Node, g: Node): boolean {
    return f === g || this.store.ite(this.compared, f, FALSE) === this.store.ite(this.compared, g, FALSE);
  }

  count(root: Node): bigint {
    return countCases(this.store, root);
  }

  counted(root: Node): CaseCount {
    const example = this.nearest(root);
    return { cases: this.count(root), ...(example && { example }) };
  }

  /** The case of a truth diagram that changes the fewest answers of another, of those that may change. */
  nearest(
    root: Node,
    from: Answers = this.bestCase,
    mayChange: (question: number) => boolean = () => true,
  ): Int8Array | undefined {
    const { order } = this.versions.new;
    const ways = nearestWays({ store: this.store, root, order, answers: from }, this.questions, mayChange);
    const [way] = ways?.ways ?? [];
    if (way === undefined) return undefined;
    const answers = Int8Array.from(from);
    for (const { question, to } of way.changes) answers[question] = to;
    return answers;
  }

  /** The terminal for a complete case. */
  terminal(root: Node, answers: Answers): number {
    let node = root;
    const { order } = this.versions.new;
    while (node >= FIRST_NODE) {
      node = this.store.child(node, answers[order[this.store.variable(node)] ?? 0] ?? 0);
    }
    return node;
  }

  /** The answers to a question that both versions know; of one that only one version asks, all of its answers. */
  commonAnswers(question: number): AnswerSet {
    return this.#known(question, BOTH);
  }

  /** How many cases of one version use an answer that the other lacks. */
  apart(version: Version): bigint {
    const known = this.questions.reduce(
      (all, _, question) => this.store.and(all, this.test(question, this.commonAnswers(question))),
      TRUE,
    );
    return this.count(this.store.and(this.#casesOf([version]), this.store.not(known)));
  }

  /** The cases of some versions, those that differ only in answers that no one asks for counted once. */
  #casesOf(versions: readonly Version[]): Node {
    return this.questions.reduce((all, _, question) => {
      const known = this.#known(question, versions);
      const first = this.test(question, 1 << lowestMember(known));
      const asked = versions.reduce(
        (union, version) => this.store.or(union, this.applies(version, question)),
        FALSE,
      );
      const counted = this.store.and(this.test(question, known), this.store.or(asked, first));
      return this.store.and(all, counted);
    }, TRUE);
  }

  /** The answers to a question that all of the versions know, so far as they ask it. */
  #known(question: number, versions: readonly Version[]): AnswerSet {
    const asking = versions
      .map((version) => this.#answers[version][question] ?? 0)
      .filter((set) => set !== 0);
    return asking.reduce((common, set) => common & set, -1);
  }

  /** Where the answer to a question is one of these. */
  test(question: number, answers: AnswerSet): Node {
    return this.store.test(this.versions.new.variables[question] ?? 0, answers);
  }

  #whereAsked(version: Version): Node[] {
    const { ruleSet, variables } = this.versions[version];
    const conditions = new ConditionCompiler(ruleSet, this.store, variables);
    return ruleSet.questions.map(({ appliesWhen }, question) => {
      if (this.#answers[version][question] === 0) return FALSE;
      return appliesWhen === undefined ? TRUE : conditions.compile(appliesWhen);
    });
  }
}

const BOTH = ['old', 'new'] as const satisfies readonly Version[];

/** The first answer of a set; 0 for the empty one. */
function lowestMember(set: AnswerSet): number {
  return set === 0 ? 0 : 31 - Math.clz32(set & -set);
}
