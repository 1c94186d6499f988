import type { CompiledRuleSet } from '../../diagram/compile.ts';
import type { SummaryCounts } from '../summary.ts';
import type { ByteText } from './byte-text.ts';
import { Decisions, UNSETTLED } from './decisions.ts';
import { Pieces } from './pieces.ts';
import type { RowForm } from './row-form.ts';
import { rowTruths } from './row-truths.ts';
import { type ListedRules, RuleList } from './rule-list.ts';

/** What `RowScorer.append` gives where open answers leave level or alerts to `evaluate`. */
export const CANNOT_TELL = -1;

/**
 * Writes the outcome of a row of answer codes as bytes, without an object in between. It takes only cases whose level
 * and alerts no open answer can touch; the others are for `evaluate`, which knows all of them.
 *
 * INVARIANT: what it writes is what `evaluate` and the writer of the format write for the same case.
 */
export class RowScorer {
  readonly #decisions: Decisions;
  /** By level. */
  readonly #advice: readonly RuleList[];
  readonly #rechecks: RuleList;
  readonly #pieces = new Pieces();
  readonly #beforeId: number;
  readonly #beforeRechecks: number;
  readonly #end: number;

  /**
   * @param counts what all rows together come to; complete after `endCount`
   * @throws TooLargeError if the diagrams, with open answers counted in, are too large.
   */
  constructor(compiled: CompiledRuleSet, form: RowForm, counts: SummaryCounts) {
    const { decisive, advice, rechecks } = rowTruths(compiled);
    const answerCounts = compiled.ruleSet.questions.map(({ answers }) => answers.length);
    const list = (rules: ListedRules, kind: 'advice' | 'rechecks') =>
      new RuleList(rules, answerCounts, form, (id, times) => counts.addHeld(kind, id, times));
    this.#decisions = new Decisions(compiled, decisive, form, (decision, times) =>
      counts.addSettled(decision, times),
    );
    this.#advice = advice.map((rules) => list(rules, 'advice'));
    this.#rechecks = list(rechecks, 'rechecks');
    this.#beforeId = this.#pieces.add(form.beforeId);
    this.#beforeRechecks = this.#pieces.add(form.beforeRechecks);
    this.#end = this.#pieces.add(form.end);
  }

  /**
   * Appends the line, but for kept texts and its end, of the row whose codes begin at `row` and whose id is a range of
   * `ids`. Gives how many alerts that is, or `CANNOT_TELL`, and then nothing is appended.
   */
  append(
    codes: Int8Array,
    row: number,
    ids: Uint8Array,
    idStart: number,
    idEnd: number,
    into: ByteText,
  ): number {
    const decisions = this.#decisions;
    const decision = decisions.of(codes, row);
    if (decision === UNSETTLED) return CANNOT_TELL;
    into.append(this.#pieces, this.#beforeId);
    into.appendRange(ids, idStart, idEnd);
    decisions.append(decision, into);
    this.#advice[decisions.levelOf(decision)]?.append(codes, row, into);
    into.append(this.#pieces, this.#beforeRechecks);
    this.#rechecks.append(codes, row, into);
    into.append(this.#pieces, this.#end);
    return decisions.alertCountOf(decision);
  }

  /** Adds to the counts what they do not hold yet. */
  endCount(): void {
    this.#decisions.endCount();
    for (const list of [...this.#advice, this.#rechecks]) list.endCount();
  }
}
