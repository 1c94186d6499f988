import { climb } from '../../core/ladder.ts';
import { alertOf, isLevelRule } from '../../core/rule-set.ts';
import type { Truth } from '../../core/truth.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { reasonsFor } from '../../explain/reasons.ts';
import { type Piece, pieceOf } from './byte-text.ts';
import type { RowForm } from './row-form.ts';
import type { DecisiveTruths } from './row-truths.ts';
import { RuleBits } from './rule-bits.ts';
import { WordMemo } from './word-memo.ts';

/** What the rules of a row come to where they settle level and alerts, and that part of its line. */
export interface Decision {
  readonly level: number;
  readonly alerts: readonly string[];
  readonly reasons: readonly string[];
  /** From after the id up to the advice. */
  readonly text: Piece;
  /** How many rows were written so and are not counted yet. */
  times: number;
}

/** Rows in which the same rules hold are decided alike: each set of rules that comes up is worked out once. */
export class Decisions {
  readonly #compiled: CompiledRuleSet;
  readonly #rules: readonly number[];
  readonly #form: RowForm;
  /** What surely holds, then where it is unclear whether a question applies. */
  readonly #surely: RuleBits;
  readonly #maybe: RuleBits;
  readonly #open: RuleBits;
  /** By what surely holds, for rows that leave nothing open; for others also by what may hold. */
  readonly #ofWhole: WordMemo<Decision | typeof UNSETTLED>;
  readonly #ofPartial: WordMemo<Decision | typeof UNSETTLED>;
  readonly #both: Int32Array;
  /** Many sets of rules come to the same: what is in few places is near at hand. */
  readonly #byText = new Map<string, Decision>();

  /** @param count is told each decision once it is known how often it was made */
  constructor(
    compiled: CompiledRuleSet,
    decisive: DecisiveTruths,
    form: RowForm,
    count: (decision: Decision) => void,
  ) {
    const answerCounts = compiled.ruleSet.questions.map(({ answers }) => answers.length);
    this.#compiled = compiled;
    this.#rules = decisive.rules;
    this.#form = form;
    this.#surely = new RuleBits([...decisive.surely, ...decisive.unclear], answerCounts);
    this.#maybe = new RuleBits(decisive.maybe, answerCounts);
    this.#open = new RuleBits(decisive.open, answerCounts);
    this.#both = new Int32Array(this.#surely.words.length + this.#maybe.words.length);
    const forget = (decision: Decision | typeof UNSETTLED) => {
      if (decision === UNSETTLED) return;
      count(decision);
      // It may be remembered for other rules too.
      decision.times = 0;
      this.#byText.clear();
    };
    this.#ofWhole = new WordMemo(this.#surely.words.length, forget);
    this.#ofPartial = new WordMemo(this.#both.length, forget);
  }

  /** The decision for the row whose codes begin at `row`; undefined where open answers leave it to `evaluate`. */
  of(codes: Int8Array, row: number): Decision | undefined {
    this.#surely.look(codes, row);
    this.#open.look(codes, row);
    const found = this.#open.isAny() ? this.#partial(codes, row) : this.#whole();
    return found === UNSETTLED ? undefined : found;
  }

  /** Tells what has not been told of the counts. */
  endCount(): void {
    this.#ofWhole.clear();
    this.#ofPartial.clear();
  }

  #whole(): Decision | typeof UNSETTLED {
    const { words } = this.#surely;
    const known = this.#ofWhole.find(words, 0);
    if (known !== undefined) return known;
    const surely = this.#surely.holding();
    const decision = this.#decide(surely, surely);
    this.#ofWhole.add(words, 0, decision);
    return decision;
  }

  #partial(codes: Int8Array, row: number): Decision | typeof UNSETTLED {
    this.#maybe.look(codes, row);
    const both = this.#both;
    both.set(this.#surely.words);
    both.set(this.#maybe.words, this.#surely.words.length);
    const known = this.#ofPartial.find(both, 0);
    if (known !== undefined) return known;
    const decision = this.#decide(this.#surely.holding(), this.#maybe.holding());
    this.#ofPartial.add(both, 0, decision);
    return decision;
  }

  #decide(surely: readonly number[], maybe: readonly number[]): Decision | typeof UNSETTLED {
    const { ruleSet } = this.#compiled;
    if (surely.some((place) => place >= this.#rules.length)) return UNSETTLED;
    const truths = ruleSet.rules.map((): Truth => 'cannot_hold');
    for (const place of maybe) truths[this.#rules[place] ?? -1] = 'may_hold';
    for (const place of surely) truths[this.#rules[place] ?? -1] = 'holds';
    const inForce = (least: 'holds' | 'may_hold') =>
      ruleSet.rules.filter((_, rule) => truths[rule] === 'holds' || truths[rule] === least);
    const level = climb(ruleSet.levels.length, inForce('holds').filter(isLevelRule));
    // More rules never give a lower level: where these agree, so does everything between them.
    if (climb(ruleSet.levels.length, inForce('may_hold').filter(isLevelRule)) !== level) return UNSETTLED;
    const isOpenAlert = ruleSet.rules.some(
      (rule, index) => truths[index] === 'may_hold' && alertOf(rule) !== undefined,
    );
    if (isOpenAlert) return UNSETTLED;
    const alerts = inForce('holds').filter((rule) => alertOf(rule) !== undefined);
    const { reasons } = reasonsFor(this.#compiled, [], truths, level);
    return this.#decision(
      level,
      alerts.map(({ id }) => id),
      reasons.flatMap(({ rules }) => rules),
    );
  }

  #decision(level: number, alerts: readonly string[], reasons: readonly string[]): Decision {
    const { afterId, item, reason, separator, beforeReasons, beforeAdvice } = this.#form;
    const text = [
      afterId[level] ?? '',
      alerts.map(item).join(separator),
      beforeReasons,
      reasons.map(reason).join(separator),
      beforeAdvice,
    ];
    const line = text.join('');
    const known = this.#byText.get(line);
    const decision = known ?? { level, alerts, reasons, text: pieceOf(line), times: 0 };
    this.#byText.set(line, decision);
    return decision;
  }
}

/** What is remembered of rules that do not settle everything. */
const UNSETTLED = 'unsettled';
