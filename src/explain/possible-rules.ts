import { type Answers, OPEN } from '../core/answers.ts';
import { alertOf, isLevelRule, type LevelSet, type Rule } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { projections } from '../diagram/projections.ts';
import { ExclusionIndex } from './exclusion-index.ts';
import { levelsWith } from './levels-with.ts';

/** Whether it says something that a rule still may hold, as it does of the level and of alerts. */
export function isAwaited(rule: Rule): boolean {
  return isLevelRule(rule) || alertOf(rule) !== undefined;
}

/**
 * Finds the rules that no answer puts out of play by itself: all that hold, all awaited ones that may hold, and a few
 * more. Most rules fall to one mild answer, so that nobody needs to look at them.
 *
 * A rule that is not awaited falls to an open question as well, unless it can hold with each of its answers, and to a
 * possible level at which it cannot hold.
 */
export class PossibleRules {
  /** Which rules an answer or a level excludes: facts are the levels, then question by question its open and given answers. */
  readonly #index: ExclusionIndex;
  /** Per question, the fact that it has its first answer; the one before it is that it is open. */
  readonly #facts: Int32Array;

  constructor(compiled: CompiledRuleSet) {
    const { questions, levels, rules } = compiled.ruleSet;
    let facts = levels.length;
    this.#facts = Int32Array.from(questions, ({ answers }) => {
      const first = facts + 1;
      facts = first + answers.length;
      return first;
    });
    this.#index = new ExclusionIndex(facts, rules.length);
    rules.forEach((rule, index) => {
      this.#exclude(compiled, rule, index);
    });
  }

  /**
   * Rule indexes, ascending.
   *
   * @param levels those that completions of the answers can give
   */
  under(answers: Answers, levels: LevelSet): number[] {
    const index = this.#index;
    const facts = this.#facts;
    index.begin();
    for (let level = 0; levels >>> level !== 0; level++) {
      if ((levels >>> level) & 1) index.leaveOut(level);
    }
    for (let question = 0; question < facts.length; question++) {
      index.leaveOut((facts[question] ?? 0) + (answers[question] ?? OPEN));
    }
    return index.found();
  }

  #exclude(compiled: CompiledRuleSet, rule: Rule, member: number): void {
    const { questions, levels } = compiled.ruleSet;
    const diagram = compiled.rules[member];
    if (diagram === undefined) return;
    const awaited = isAwaited(rule);
    projections(diagram, compiled).forEach((possible, question) => {
      const answers = questions[question]?.answers.length ?? 0;
      const first = this.#facts[question] ?? 0;
      for (let answer = 0; answer < answers; answer++) {
        if ((possible >>> answer) & 1) continue;
        this.#index.add(first + answer, member);
        if (!awaited) this.#index.add(first + OPEN, member);
      }
    });
    if (awaited) return;
    const possible = levelsWith(rule.when, levels.length);
    levels.forEach((_, level) => {
      if (((possible >>> level) & 1) === 0) this.#index.add(level, member);
    });
  }
}
