import type { CompiledRuleSet } from '../../diagram/compile.ts';
import type { SummaryCounts } from '../summary.ts';
import type { Kernel } from './kernel.ts';
import { Ladder } from './ladder.ts';
import { placedText, TextsOfTruths, timesWritten } from './placed-text.ts';
import { plainBytes } from './plain-text.ts';
import type { RowForm } from './row-form.ts';
import { type DecisiveTruths, rowTruths } from './row-truths.ts';
import { RuleLists } from './rule-lists.ts';

const encoder = new TextEncoder();

/** Lays out for the kernel what the rules say and how a format says it: see `RowPlan` in kernel/row-plan.ts. */
export class RowPlan {
  readonly place: number;
  /** Bytes that a line has at most, but for its id and kept texts. */
  readonly longest: number;
  readonly #kernel: Kernel;
  readonly #compiled: CompiledRuleSet;
  readonly #decisive: DecisiveTruths;
  /** By level the place of the text after the id. */
  readonly #afterId: readonly number[];
  readonly #alerts: TextsOfTruths;
  /** By level. */
  readonly #reasons: readonly TextsOfTruths[];
  readonly #lists: readonly RuleLists[];

  /** @throws TooLargeError if the diagrams, with open answers counted in, are too large. */
  constructor(kernel: Kernel, compiled: CompiledRuleSet, form: RowForm) {
    const { ruleSet } = compiled;
    const { decisive, advice, rechecks } = rowTruths(compiled);
    const answerCounts = ruleSet.questions.map(({ answers }) => answers.length);
    this.#kernel = kernel;
    this.#compiled = compiled;
    this.#decisive = decisive;
    const ladder = new Ladder(kernel, ruleSet, decisive);
    const listed = (written: (id: string) => string) =>
      new TextsOfTruths(kernel, ladder.surely, (truth) => {
        const id = this.#idOf(truth);
        return id === undefined ? undefined : written(id);
      });
    this.#alerts = listed(form.item);
    this.#reasons = ruleSet.levels.map(() => listed(form.reason));
    this.#lists = advice.map(
      (ofLevel) => new RuleLists(kernel, { advice: ofLevel, rechecks }, answerCounts, form.item),
    );
    const text = (own: string) => placedText(kernel, own);
    this.#afterId = form.afterId.map(text);
    const plain = kernel.allocate(256);
    kernel.bytes.set(plainBytes(), plain);
    this.longest =
      lengthOfParts(form) +
      this.#alerts.length +
      Math.max(...this.#reasons.map(({ length }) => length)) +
      Math.max(...this.#lists.map(({ longest }) => longest));
    this.place = kernel.place([
      ladder.place,
      kernel.place(this.#lists.map(({ place }) => place)),
      kernel.place(this.#alerts.places),
      kernel.place(this.#reasons.map(({ places }) => kernel.place(places))),
      kernel.allocate(ladder.surely.size),
      text(form.beforeId),
      kernel.place(this.#afterId),
      text(form.beforeReasons),
      text(form.beforeAdvice),
      text(form.beforeRechecks),
      text(form.end),
      kernel.place(form.beforeKept.map(text)),
      text(form.close),
      form.separator.charCodeAt(0),
      this.longest,
      plain,
    ]);
  }

  /** Adds what all rows came to, but for how many have alerts. */
  count(counts: SummaryCounts): void {
    for (const [level, place] of this.#afterId.entries()) {
      counts.addSettled(level, timesWritten(this.#kernel, place));
    }
    this.#alerts.count((truth, times) => counts.addHeld('alerts', this.#idOf(truth) ?? '', times));
    for (const [level, reasons] of this.#reasons.entries()) {
      reasons.count((truth, times) => counts.addReason(level, this.#idOf(truth) ?? '', times));
    }
    for (const lists of this.#lists) lists.count((kind, id, times) => counts.addHeld(kind, id, times));
  }

  /** The id of a decisive rule; none for truths that are no rules. */
  #idOf(truth: number): string | undefined {
    return this.#compiled.ruleSet.rules[this.#decisive.rules[truth] ?? -1]?.id;
  }
}

/** Bytes of all parts of a line that do not depend on what holds. */
function lengthOfParts(form: RowForm): number {
  const { beforeId, afterId, beforeReasons, beforeAdvice, beforeRechecks, end, beforeKept, close } = form;
  const parts = [
    beforeId,
    beforeReasons,
    beforeAdvice,
    beforeRechecks,
    end,
    close,
    ...beforeKept,
    ...afterId,
  ];
  return encoder.encode(parts.join('')).length;
}
