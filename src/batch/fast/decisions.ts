import { climb } from '../../core/ladder.ts';
import { alertOf, isLevelRule, type Rule } from '../../core/rule-set.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { reasonsInForce } from '../../explain/reasons.ts';
import { CountedTexts, placedText } from './counted-texts.ts';
import { BYTES_BEYOND, type Kernel } from './kernel.ts';
import { placeLadderBits } from './ladder-bits.ts';
import type { RowForm } from './row-form.ts';
import type { DecisiveTruths } from './row-truths.ts';
import { RuleBits } from './rule-bits.ts';
import { WordMemo } from './word-memo.ts';

/** What the rules of rows come to where they settle level and alerts. */
export interface Decision {
  readonly level: number;
  readonly alerts: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * Works out for the kernel what level and alerts come of the rules that hold. Rows in which the same rules count are
 * decided alike, so that each set of rules that comes up is worked out once.
 */
export class Decisions {
  /** What the kernel decides by, in the order of the first fields of `RowPlan` in kernel/row-plan.ts. */
  readonly places: readonly number[];
  readonly #compiled: CompiledRuleSet;
  readonly #rules: readonly number[];
  readonly #form: RowForm;
  readonly #count: (decision: Decision, times: number) => void;
  /** What surely holds, then where it is unclear whether a question applies. */
  readonly #surely: RuleBits;
  readonly #maybe: RuleBits;
  /** By what counts of what holds, for rows that leave nothing open; for others by what surely holds and what may. */
  readonly #ofWhole: WordMemo;
  readonly #ofPartial: WordMemo;
  /** In place of a decision, where open answers leave it to `evaluate`. */
  readonly #unsettled: number;
  /** The parts of lines from after the id up to the advice. */
  readonly #texts: CountedTexts<Decision>;

  /** @param count is told each decision, and how often it was made, once that is known */
  constructor(
    kernel: Kernel,
    compiled: CompiledRuleSet,
    decisive: DecisiveTruths,
    form: RowForm,
    count: (decision: Decision, times: number) => void,
  ) {
    const { ruleSet } = compiled;
    const answerCounts = ruleSet.questions.map(({ answers }) => answers.length);
    this.#compiled = compiled;
    this.#rules = decisive.rules;
    this.#form = form;
    this.#count = count;
    this.#surely = new RuleBits(kernel, [decisive.surely, decisive.unclear], answerCounts);
    this.#maybe = new RuleBits(kernel, [decisive.maybe], answerCounts);
    const open = new RuleBits(kernel, [decisive.open.map(({ truth }) => truth)], answerCounts);
    const width = this.#surely.wordCount + this.#maybe.wordCount;
    this.#ofWhole = new WordMemo(kernel, this.#surely.wordCount);
    this.#ofPartial = new WordMemo(kernel, width);
    this.#unsettled = placedText(kernel, '');
    this.#texts = new CountedTexts(kernel);
    this.places = [
      placeLadderBits(kernel, ruleSet, decisive.rules, this.#surely),
      placeLadderBits(kernel, ruleSet, decisive.rules, this.#maybe),
      open.place,
      placedSigns(kernel, new Set(decisive.open.map(({ question }) => question)), answerCounts.length),
      answerCounts.length,
      this.#ofWhole.place,
      this.#ofPartial.place,
      kernel.place(Array.from({ length: width }, () => 0)),
      this.#unsettled,
    ];
  }

  /** Works out what the kernel has asked a memo for in vain; false if that memo is none of these. */
  learn(memo: number, key: number): boolean {
    const asked = [this.#ofWhole, this.#ofPartial].find(({ place }) => place === memo);
    if (asked === undefined) return false;
    const surely = this.#surely.holding(key);
    const afterSurely = key + this.#surely.size;
    const maybe = asked === this.#ofPartial ? this.#maybe.holding(afterSurely) : surely;
    if (asked.isFull) this.endCount();
    asked.add(key, this.#placeOf(this.#decide(surely, maybe)));
    return true;
  }

  /** Tells what has not been told of the counts, and begins anew. */
  endCount(): void {
    this.#texts.clear(this.#count);
    this.#ofWhole.clear();
    this.#ofPartial.clear();
  }

  #placeOf(decision: Decision | undefined): number {
    if (decision === undefined) return this.#unsettled;
    const marks = { level: decision.level, alerts: decision.alerts.length };
    return this.#texts.add(this.#textOf(decision), decision, marks);
  }

  #decide(surely: readonly number[], maybe: readonly number[]): Decision | undefined {
    if (surely.some((place) => place >= this.#rules.length)) return undefined;
    const { rules, levels } = this.#compiled.ruleSet;
    const at = (places: readonly number[]) =>
      places.flatMap((place): Rule | readonly Rule[] => rules[this.#rules[place] ?? -1] ?? []);
    const holding = at(surely);
    const level = climb(levels.length, holding.filter(isLevelRule));
    // More rules never give a lower level: where these agree, so does everything between them.
    const highest = maybe === surely ? level : climb(levels.length, at(maybe).filter(isLevelRule));
    if (highest !== level) return undefined;
    const isHolding = new Set(surely);
    const awaited = at(maybe.filter((place) => !isHolding.has(place)));
    if (awaited.some((rule) => alertOf(rule) !== undefined)) return undefined;
    const alerts = holding.filter((rule) => alertOf(rule) !== undefined);
    const reasons = reasonsInForce(holding.filter(isLevelRule), level);
    return {
      level,
      alerts: alerts.map(({ id }) => id),
      reasons: reasons.flatMap((reason) => reason.rules),
    };
  }

  #textOf({ level, alerts, reasons }: Decision): string {
    const { afterId, item, reason, separator, beforeReasons, beforeAdvice } = this.#form;
    return [
      afterId[level] ?? '',
      alerts.map(item).join(separator),
      beforeReasons,
      reasons.map(reason).join(separator),
      beforeAdvice,
    ].join('');
  }
}

/** The place of a byte for each question, with the sign bit for those that are wanted; beyond them come zeros. */
function placedSigns(kernel: Kernel, wanted: ReadonlySet<number>, count: number): number {
  const place = kernel.allocate(count + BYTES_BEYOND);
  for (const question of wanted) kernel.bytes[place + question] = 0x80;
  return place;
}
