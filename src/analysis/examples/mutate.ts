import type { Answers } from '../../core/answers.ts';
import type { Example } from '../../core/example.ts';
import type { ExampleResult, MutationReport } from '../../core/example-report.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import { truthOf } from '../../core/truth.ts';
import { compile } from '../../diagram/compile.ts';
import { evaluate } from '../../explain/evaluate.ts';
import { compareOutcome } from './compare-outcome.ts';
import { type MutatedRule, mutateRule } from './mutate-rule.ts';
import { type ChangedOutcome, changedOutcomes, mutatedRuleSet } from './mutated-outcome.ts';
import { nearestCase } from './nearest-case.ts';
import { completed } from './neighboring-cases.ts';
import type { RuleDiagrams } from './rule-diagrams.ts';
import { listOf, speaksOfSubject, type UsableExample, usableExamples } from './usable-example.ts';

/**
 * Makes small mistakes in every rule and looks whether the examples notice. Only examples that pass can notice
 * anything.
 */
export function mutateRules(diagrams: RuleDiagrams, results: readonly ExampleResult[]): MutationReport {
  const trial = new MutationTrial(diagrams, results);
  diagrams.ruleSet.rules.forEach((rule, index) => {
    for (const mutated of mutateRule(rule, diagrams.ruleSet)) trial.judge(index, mutated);
  });
  return trial.report();
}

class MutationTrial {
  readonly #diagrams: RuleDiagrams;
  readonly #usable: readonly UsableExample[];
  /** Passing examples that expect something. */
  readonly #passing: readonly Example[];
  readonly #incomplete: readonly Example[];
  readonly #survivors: MutationReport['survivors'][number][] = [];
  #made = 0;
  #equivalent = 0;
  #killed = 0;

  constructor(diagrams: RuleDiagrams, results: readonly ExampleResult[]) {
    this.#diagrams = diagrams;
    this.#usable = usableExamples(diagrams.ruleSet, results);
    this.#passing = results
      .filter(({ example, differences }) => example.expect !== undefined && differences.length === 0)
      .map(({ example }) => example);
    const complete = new Set(this.#usable.map(({ example }) => example));
    this.#incomplete = this.#passing.filter((example) => !complete.has(example));
  }

  judge(rule: number, mutated: MutatedRule): void {
    this.#made++;
    let first: ChangedOutcome | undefined;
    for (const changed of changedOutcomes(this.#diagrams, rule, mutated)) {
      first ??= changed;
      if (this.#isSeen(changed)) {
        this.#killed++;
        return;
      }
    }
    if (first === undefined) this.#equivalent++;
    else if (this.#isSeenOtherwise(rule, mutated)) this.#killed++;
    else this.#survivors.push(this.#survivor(rule, mutated, first));
  }

  report(): MutationReport {
    return {
      made: this.#made,
      equivalent: this.#equivalent,
      killed: this.#killed,
      survivors: this.#survivors,
    };
  }

  /** Some complete example says what is now decided otherwise. */
  #isSeen({ subject, before, after }: ChangedOutcome): boolean {
    const { ruleSet } = this.#diagrams;
    return this.#usable.some(
      ({ example, answers }) =>
        speaksOfSubject(ruleSet, example, subject) &&
        this.#diagrams.terminal(before, answers) !== this.#diagrams.terminal(after, answers),
    );
  }

  /** By its reasons or its open questions, or in a case that is not complete. */
  #isSeenOtherwise(rule: number, mutated: MutatedRule): boolean {
    const { ruleSet, levelRules } = this.#diagrams;
    const decidesLevel = levelRules.some(({ index }) => index === rule);
    const examples = decidesLevel ? this.#passing : this.#incomplete;
    const doubtful = examples.filter(({ answers }) => mayDiffer(ruleSet, rule, mutated, answers));
    if (doubtful.length === 0) return false;
    const compiled = compile(mutatedRuleSet(ruleSet, rule, mutated));
    return doubtful.some(({ expect, answers }) => {
      const outcome = evaluate(compiled, answers);
      return compareOutcome(expect ?? {}, outcome, compiled.ruleSet).length > 0;
    });
  }

  #survivor(rule: number, { change }: MutatedRule, { subject, before, after }: ChangedOutcome) {
    const { ruleSet } = this.#diagrams;
    const where = this.#diagrams.differ(before, after);
    const noCase: Answers = completed(ruleSet, new Int8Array(ruleSet.questions.length));
    const cases = this.#usable.length === 0 ? [noCase] : this.#usable.map(({ answers }) => answers);
    const { from, answers } = nearestCase(this.#diagrams, where, cases);
    const base = this.#usable[from]?.example;
    return { mutant: { rule, change }, answers, expect: listOf(ruleSet, subject), ...(base && { base }) };
  }
}

/** False only if the rule certainly does the same for the case: a mutant differs in its condition or in its effect. */
function mayDiffer(ruleSet: RuleSet, index: number, { instead }: MutatedRule, answers: Answers): boolean {
  const rule = ruleSet.rules[index];
  if (rule === undefined) return false;
  const before = truthOf(rule.when, ruleSet, answers);
  const after = instead === undefined ? 'cannot_hold' : truthOf(instead.when, ruleSet, answers);
  if (before !== after || before === 'may_hold') return true;
  const sameCondition = instead?.when === rule.when;
  return before === 'holds' && sameCondition;
}
