import { climb } from '../../core/ladder.ts';
import { alertOf, isLevelRule, type Rule } from '../../core/rule-set.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { reasonsInForce } from '../../explain/reasons.ts';
import type { ByteText } from './byte-text.ts';
import { CountedTexts } from './counted-texts.ts';
import { LadderBits, LIFTED } from './ladder-bits.ts';
import type { RowForm } from './row-form.ts';
import type { DecisiveTruths } from './row-truths.ts';
import { RuleBits } from './rule-bits.ts';
import { NOT_KNOWN, WordMemo } from './word-memo.ts';

/** What the rules of rows come to where they settle level and alerts. */
export interface Decision {
  readonly level: number;
  readonly alerts: readonly string[];
  readonly reasons: readonly string[];
}

/** In place of a decision, where open answers leave it to `evaluate`. */
export const UNSETTLED = -1;

/** What is remembered of rules that leave it to `evaluate`; of others, one more than the number of the decision. */
const REMEMBERED_UNSETTLED = 0;

/** Rows in which the same rules hold are decided alike: each set of rules that comes up is worked out once. */
export class Decisions {
  readonly #compiled: CompiledRuleSet;
  readonly #rules: readonly number[];
  readonly #form: RowForm;
  readonly #count: (decision: Decision, times: number) => void;
  /** What surely holds, then where it is unclear whether a question applies. */
  readonly #surely: RuleBits;
  readonly #maybe: RuleBits;
  readonly #open: RuleBits;
  readonly #sureLadder: LadderBits;
  readonly #maybeLadder: LadderBits;
  /** By what counts of what holds, for rows that leave nothing open; for others by what surely holds and what may. */
  readonly #ofWhole: WordMemo;
  readonly #ofPartial: WordMemo;
  readonly #both: Int32Array;
  /** The parts of lines from after the id up to the advice. */
  readonly #decisions = new CountedTexts<Decision>();

  /** @param count is told each decision, and how often it was made, once that is known */
  constructor(
    compiled: CompiledRuleSet,
    decisive: DecisiveTruths,
    form: RowForm,
    count: (decision: Decision, times: number) => void,
  ) {
    const answerCounts = compiled.ruleSet.questions.map(({ answers }) => answers.length);
    this.#compiled = compiled;
    this.#rules = decisive.rules;
    this.#form = form;
    this.#count = count;
    this.#surely = new RuleBits([...decisive.surely, ...decisive.unclear], answerCounts);
    this.#maybe = new RuleBits(decisive.maybe, answerCounts);
    this.#open = new RuleBits(decisive.open, answerCounts);
    this.#sureLadder = new LadderBits(compiled.ruleSet, decisive.rules, this.#surely);
    this.#maybeLadder = new LadderBits(compiled.ruleSet, decisive.rules, this.#maybe);
    this.#both = new Int32Array(this.#surely.words.length + this.#maybe.words.length);
    this.#ofWhole = new WordMemo(this.#surely.words.length);
    this.#ofPartial = new WordMemo(this.#both.length);
  }

  /** The number of the decision for the row whose codes begin at `row`, or `UNSETTLED`. */
  of(codes: Int8Array, row: number): number {
    this.#surely.look(codes, row);
    this.#open.look(codes, row);
    return (this.#open.isAny() ? this.#partial(codes, row) : this.#whole()) - 1;
  }

  /** Appends and counts the part of a line that tells a decision. */
  append(decision: number, into: ByteText): void {
    this.#decisions.append(decision, into);
  }

  levelOf(decision: number): number {
    return this.#decisions.at(decision)?.level ?? 0;
  }

  alertCountOf(decision: number): number {
    return this.#decisions.at(decision)?.alerts.length ?? 0;
  }

  /** Tells what has not been told of the counts, and begins anew. */
  endCount(): void {
    this.#decisions.clear(this.#count);
    this.#ofWhole.clear();
    this.#ofPartial.clear();
  }

  #whole(): number {
    const words = this.#sureLadder.whatCounts(this.#sureLadder.floor());
    const known = this.#ofWhole.find(words, 0);
    if (known !== NOT_KNOWN) return known;
    const holding = this.#surely.holding(words);
    return this.#learn(this.#ofWhole, words, this.#decide(holding, holding));
  }

  #partial(codes: Int8Array, row: number): number {
    this.#maybe.look(codes, row);
    const lowest = this.#sureLadder.floor();
    const highest = this.#maybeLadder.floor();
    if (lowest !== highest && lowest !== LIFTED && highest !== LIFTED) return REMEMBERED_UNSETTLED;
    const surely = this.#sureLadder.whatCounts(lowest);
    const maybe = this.#maybeLadder.whatCounts(highest);
    const both = this.#both;
    both.set(surely);
    both.set(maybe, surely.length);
    const known = this.#ofPartial.find(both, 0);
    if (known !== NOT_KNOWN) return known;
    const decision = this.#decide(this.#surely.holding(surely), this.#maybe.holding(maybe));
    return this.#learn(this.#ofPartial, both, decision);
  }

  #learn(memo: WordMemo, words: Int32Array, decision: Decision | undefined): number {
    if (memo.isFull) this.endCount();
    const remembered =
      decision === undefined
        ? REMEMBERED_UNSETTLED
        : this.#decisions.add(this.#textOf(decision), decision) + 1;
    memo.add(words, 0, remembered);
    return remembered;
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
