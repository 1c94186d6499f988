import { type AnswerShares, usualShares } from '../../core/answer-shares.ts';
import { OPEN } from '../../core/answers.ts';
import type { LevelRule, RuleSet } from '../../core/rule-set.ts';
import { applicability } from '../../core/truth.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { terminalOf } from '../../diagram/possible.ts';
import type { Random } from '../../statistics/random.ts';
import type { CaseWish } from '../deck.ts';
import type { CaseSpace, Target } from './case-space.ts';
import { TargetChoice } from './choose-target.ts';
import { canPassUnremarked } from './facts.ts';
import { drawOne, WeightedDraw } from './weighted-draw.ts';

/** Two complete cases that differ in the answer to one question and are placed at different levels. */
export interface DrawnPair {
  /** The case in which the rule decides. */
  readonly decided: Int8Array;
  /** The same with the nearest other answer that leads elsewhere. */
  readonly other: Int8Array;
  /** The one of the two that is as wished. */
  readonly wished: 'decided' | 'other';
  readonly question: number;
  readonly rule: LevelRule;
}

/** How many times likelier an unremarkable answer is than among people at large: a story holds few troubles. */
const CALM = 4;

/** Draws pairs of cases at a boundary: a target, a case out of all that belong to it, and the nearest other answer. */
export class CaseDraw {
  readonly #compiled: CompiledRuleSet;
  readonly #space: CaseSpace;
  readonly #targets: TargetChoice;
  readonly #draw: WeightedDraw;

  constructor(compiled: CompiledRuleSet, space: CaseSpace) {
    this.#compiled = compiled;
    this.#space = space;
    this.#targets = new TargetChoice(space);
    const shares = calmShares(compiled.ruleSet);
    this.#draw = new WeightedDraw(
      space.store,
      compiled.order.map((question) => shares[question] ?? []),
    );
  }

  /** Undefined if no case is as wished. */
  pair(wish: CaseWish, random: Random): DrawnPair | undefined {
    const target = this.#targets.choose(wish, random);
    if (target === undefined) return undefined;
    const { rule, question } = target;
    const decided = this.#decided(target, random);
    const [first, ...more] = this.#elsewhere(decided, target);
    if (first === undefined) return undefined;
    const other = drawOne([first, ...more], random);
    return { decided, other, wished: target.elsewhere === 0 ? 'other' : 'decided', question, rule };
  }

  #decided(target: Target, random: Random): Int8Array {
    const { ruleSet, order } = this.#compiled;
    const answers = new Int8Array(ruleSet.questions.length).fill(OPEN);
    this.#draw.draw(this.#space.cases(target), random).forEach((answer, variable) => {
      answers[order[variable] ?? 0] = answer;
    });
    openWhatDoesNotApply(ruleSet, answers);
    return answers;
  }

  /** The case with another answer that leads to where the target says: the nearest, of those that are plausible. */
  #elsewhere(decided: Int8Array, { question, level, elsewhere }: Target): Int8Array[] {
    const { ruleSet, level: levels } = this.#compiled;
    const others = (ruleSet.questions[question]?.answers ?? [])
      .map((_, answer) => decided.map((given, index) => (index === question ? answer : given)))
      .filter((other) => {
        const to = terminalOf(levels, other);
        return elsewhere === undefined ? to !== level : to === elsewhere;
      });
    const plausible = others.filter((other) => this.#space.isPlausible(other));
    const among = plausible.length > 0 ? plausible : others;
    const stepsTo = (other: Int8Array) => Math.abs((other[question] ?? 0) - (decided[question] ?? 0));
    const fewest = Math.min(...among.map(stepsTo));
    return among.filter((other) => stepsTo(other) === fewest);
  }
}

function openWhatDoesNotApply(ruleSet: RuleSet, answers: Int8Array): void {
  let changed = true;
  while (changed) {
    changed = false;
    ruleSet.questions.forEach((question, index) => {
      if (answers[index] === OPEN || applicability(ruleSet, question, answers) !== 'cannot_hold') return;
      answers[index] = OPEN;
      changed = true;
    });
  }
}

/** The usual shares, with the unremarkable answers made likelier. */
function calmShares(ruleSet: RuleSet): AnswerShares {
  return usualShares(ruleSet.questions).map((shares, index) => {
    const isCalm = canPassUnremarked(ruleSet, index);
    const weights = shares.map((share, answer) => (isCalm && answer === 0 ? share * CALM : share));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
}
