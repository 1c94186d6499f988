import { type Answers, OPEN } from '../core/answers.ts';
import { notApplicable } from '../core/interpret.ts';
import type { Outcome } from '../core/outcome.ts';
import { alertOf, type Rule } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { LivePart } from '../diagram/live-part.ts';
import { membersOf } from '../diagram/possible.ts';
import { OpenQuestions } from './open-questions.ts';
import { reasonsFor } from './reasons.ts';
import { RulesInPlay } from './rules-in-play.ts';

/**
 * Evaluates one case after the other. What follows from the rule set alone is worked out once, and so is the memory
 * that a case takes, so that a file of cases with open questions goes through quickly.
 */
export class Evaluator {
  readonly #compiled: CompiledRuleSet;
  readonly #level: LivePart;
  readonly #rules: RulesInPlay;
  /** Made for the first case that leaves something open: most files have few of them. */
  #openQuestions: OpenQuestions | undefined;
  readonly #answers: Int8Array;
  /** Per rule, the diagram of an alert; and the id, in the list that the rule belongs to. */
  readonly #alertDiagrams: readonly (Diagram | undefined)[];
  readonly #alerts: Listing;
  readonly #advice: Listing;
  readonly #rechecks: Listing;
  /** The questions that do not always apply. */
  readonly #conditional: readonly number[];

  constructor(compiled: CompiledRuleSet) {
    const { ruleSet, level, rules } = compiled;
    const listing = (isListed: (rule: Rule) => boolean): Listing =>
      ruleSet.rules.map((rule) => (isListed(rule) ? rule.id : undefined));
    this.#compiled = compiled;
    this.#level = new LivePart([level]);
    this.#rules = new RulesInPlay(compiled);
    this.#answers = new Int8Array(ruleSet.questions.length);
    this.#alerts = listing((rule) => alertOf(rule) !== undefined);
    this.#advice = listing((rule) => rule.kind === 'advise');
    this.#rechecks = listing((rule) => rule.kind === 'recheck');
    this.#alertDiagrams = this.#alerts.map((id, rule) => (id === undefined ? undefined : rules[rule]));
    this.#conditional = ruleSet.questions.flatMap(({ appliesWhen }, question) =>
      appliesWhen === undefined ? [] : [question],
    );
  }

  /** What the answers of a case lead to: see `evaluate`. */
  evaluate(given: Answers): Outcome {
    const answers = this.#copied(given);
    const level = this.#level.fill(this.#compiled.level, answers);
    const possible = membersOf(level.terminals);
    const lowest = possible[0] ?? 0;
    const highest = possible.at(-1) ?? lowest;
    const inPlay = this.#rules.under(answers, level.terminals);
    const { holding, awaited } = inPlay;
    const { reasons, lowerRules } = reasonsFor(this.#compiled, answers, inPlay, lowest);
    return {
      possible,
      lowest,
      highest,
      settled: lowest === highest,
      reasons,
      lowerRules,
      alerts: listed(this.#alerts, holding),
      advice: listed(this.#advice, holding),
      rechecks: this.#recheckIds(holding, answers),
      open: this.#open(level, listed(this.#alertDiagrams, awaited)),
    };
  }

  #open(level: LivePart, undecidedAlerts: readonly Diagram[]): number[] {
    if (level.openCount === 0 && undecidedAlerts.length === 0) return [];
    this.#openQuestions ??= new OpenQuestions(this.#compiled);
    return this.#openQuestions.of(level, undecidedAlerts);
  }

  #recheckIds(holding: readonly number[], answers: Int8Array): string[] {
    const rechecks = listed(this.#rechecks, holding);
    const mayNotApply = this.#conditional.some((question) => answers[question] !== OPEN);
    if (mayNotApply) rechecks.push(...notApplicable(this.#compiled.ruleSet, answers));
    return rechecks;
  }

  /** The answers in an array of one kind, whatever they came in: the walks are faster if they meet no other. */
  #copied(given: Answers): Int8Array {
    const answers = this.#answers;
    for (let question = 0; question < answers.length; question++) answers[question] = given[question] ?? OPEN;
    return answers;
  }
}

/** Per rule, what is listed of it; nothing for rules that belong elsewhere. */
type Listing = readonly (string | undefined)[];

/** What is listed of these rules. */
function listed<T>(listing: readonly (T | undefined)[], rules: readonly number[]): T[] {
  const found: T[] = [];
  for (const rule of rules) {
    const item = listing[rule];
    if (item !== undefined) found.push(item);
  }
  return found;
}
