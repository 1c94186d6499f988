import type { Answers } from '../core/answers.ts';
import type { LevelSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { LivePart } from '../diagram/live-part.ts';
import { isAwaited, PossibleRules } from './possible-rules.ts';

/** The rules (indexes, ascending) that count in a case: those that hold, and the awaited ones that still may. */
export interface InPlay {
  readonly holding: readonly number[];
  readonly awaited: readonly number[];
}

/** So many cases are done before it pays to work out which rules an answer puts out of play. */
const FEW_CASES = 100;

/** Sets of reachable truth values: bit 0 false, bit 1 true. */
const HOLDS = 2;
const MAY_HOLD = 3;

/** Finds the rules in play in one case after the other, exactly: a rule holds if it holds in every completion. */
export class RulesInPlay {
  readonly #compiled: CompiledRuleSet;
  readonly #live: LivePart;
  readonly #all: readonly number[];
  #possible: PossibleRules | undefined;
  #patience = FEW_CASES;

  constructor(compiled: CompiledRuleSet) {
    this.#compiled = compiled;
    this.#live = new LivePart(compiled.rules);
    this.#all = [...compiled.rules.keys()];
  }

  /** @param levels those that completions of the answers can give */
  under(answers: Answers, levels: LevelSet): InPlay {
    const holding: number[] = [];
    const awaited: number[] = [];
    const { ruleSet, rules: diagrams } = this.#compiled;
    for (const index of this.#toLookAt(answers, levels)) {
      const rule = ruleSet.rules[index];
      const diagram = diagrams[index];
      if (rule === undefined || diagram === undefined) continue;
      const { terminals } = this.#live.fill(diagram, answers);
      if (terminals === HOLDS) holding.push(index);
      else if (terminals === MAY_HOLD && isAwaited(rule)) awaited.push(index);
    }
    return { holding, awaited };
  }

  #toLookAt(answers: Answers, levels: LevelSet): readonly number[] {
    if (this.#patience > 0) {
      this.#patience--;
      return this.#all;
    }
    this.#possible ??= new PossibleRules(this.#compiled);
    return this.#possible.under(answers, levels);
  }
}
