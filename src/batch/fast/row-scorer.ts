import type { CompiledRuleSet } from '../../diagram/compile.ts';
import type { SummaryCounts } from '../summary.ts';
import type { CaseBlock } from './case-block.ts';
import { BYTES_BEYOND, Kernel } from './kernel.ts';
import { Ladder } from './ladder.ts';
import type { LineBytes } from './line-bytes.ts';
import { PlacedBlock } from './placed-block.ts';
import { placedText, TextsOfTruths, timesWritten } from './placed-text.ts';
import { plainBytes } from './plain-text.ts';
import type { RowForm } from './row-form.ts';
import { rowTruths } from './row-truths.ts';
import { RuleLists } from './rule-lists.ts';

/** Bytes of lines that are written before they are taken away. */
const OUTPUT = 2 ** 20;

/** Why the kernel stopped before the last row: see kernel/index.ts. */
const FULL = 2;

/** The words of `RowOutput` in kernel/row-plan.ts. */
const OUTPUT_WORDS = 4;
const ALERTED_WORD = 2;
const BYTES_A_WORD = 4;

const encoder = new TextEncoder();

/**
 * Writes the outcomes of rows of answer codes as bytes: it lays out for the kernel what the rules say and how the format
 * says it. It takes only cases whose level and alerts no open answer can touch; the others are for `evaluate`, which
 * knows all of them.
 *
 * INVARIANT: what it writes is what `evaluate` and the writer of the format write for the same case.
 */
export class RowScorer {
  readonly #kernel: Kernel;
  readonly #plan: number;
  readonly #block: PlacedBlock;
  /** Where lines are written, and where the kernel says how far it came. */
  readonly #lines: number;
  readonly #output: number;
  readonly #tellCounts: () => void;

  /**
   * @param counts what all rows together come to; complete after `endCount`
   * @throws TooLargeError if the diagrams, with open answers counted in, are too large.
   */
  constructor(module: WebAssembly.Module, compiled: CompiledRuleSet, form: RowForm, counts: SummaryCounts) {
    const kernel = new Kernel(module);
    const { rules, questions, levels } = compiled.ruleSet;
    const { decisive, advice, rechecks } = rowTruths(compiled);
    const answerCounts = questions.map(({ answers }) => answers.length);
    const idOf = (truth: number) => rules[decisive.rules[truth] ?? -1]?.id;
    const ladder = new Ladder(kernel, compiled.ruleSet, decisive);
    const listed = (written: (id: string) => string) =>
      new TextsOfTruths(kernel, ladder.surely, (truth) => {
        const id = idOf(truth);
        return id === undefined ? undefined : written(id);
      });
    const alerts = listed(form.item);
    const reasons = levels.map(() => listed(form.reason));
    const lists = advice.map(
      (ofLevel) => new RuleLists(kernel, { advice: ofLevel, rechecks }, answerCounts, form.item),
    );
    const text = (own: string) => placedText(kernel, own);
    const afterId = form.afterId.map(text);
    const fixed = [form.beforeId, form.beforeReasons, form.beforeAdvice, form.beforeRechecks, form.end];
    const longest =
      [...fixed, ...form.afterId, ...form.beforeKept, form.close].reduce(
        (sum, own) => sum + encoder.encode(own).length,
        0,
      ) +
      alerts.length +
      Math.max(...reasons.map(({ length }) => length)) +
      Math.max(...lists.map((own) => own.longest));
    const plain = kernel.allocate(256);
    kernel.bytes.set(plainBytes(), plain);
    this.#plan = kernel.place([
      ladder.place,
      kernel.place(lists.map(({ place }) => place)),
      kernel.place(alerts.places),
      kernel.place(reasons.map(({ places }) => kernel.place(places))),
      kernel.allocate(ladder.surely.size),
      text(form.beforeId),
      kernel.place(afterId),
      text(form.beforeReasons),
      text(form.beforeAdvice),
      text(form.beforeRechecks),
      text(form.end),
      kernel.place(form.beforeKept.map(text)),
      text(form.close),
      form.separator.charCodeAt(0),
      longest,
      plain,
    ]);
    const room = OUTPUT + longest + BYTES_BEYOND;
    this.#lines = kernel.allocate(room);
    this.#output = kernel.place([this.#lines, this.#lines + room, 0, 0]);
    this.#block = new PlacedBlock(kernel, questions.length, form.beforeKept.length);
    this.#kernel = kernel;
    this.#tellCounts = () => {
      for (const [level, place] of afterId.entries()) counts.addSettled(level, timesWritten(kernel, place));
      alerts.count((truth, times) => counts.addHeld('alerts', idOf(truth) ?? '', times));
      for (const [level, own] of reasons.entries()) {
        own.count((truth, times) => counts.addReason(level, idOf(truth) ?? '', times));
      }
      for (const own of lists) own.count((kind, id, times) => counts.addHeld(kind, id, times));
    };
  }

  /** Takes up a block, but for the rows that are marked with 1 in `leftOut`. A row without an id is told by its line. */
  take(block: CaseBlock, leftOut: Uint8Array, idOfLine: (line: number) => string): void {
    this.#block.put(block, leftOut, idOfLine);
  }

  /**
   * Writes the lines of rows from `from` on and returns the first row that it cannot tell; how many rows there are where
   * it can tell all. All lines before that row are appended to `lines`, but for those that `takeRest` gives.
   */
  write(from: number, lines: LineBytes): number {
    const { rows } = this.#block;
    let row = from;
    for (;;) {
      row = this.#kernel.scoreRows(this.#plan, this.#block.place, this.#output, row, rows);
      if (row === rows) return row;
      const [, , , stop = 0] = this.#kernel.words(this.#output, OUTPUT_WORDS);
      const written = this.takeRest();
      lines.append(written);
      // A line that an empty output cannot hold is for others.
      if (stop !== FULL || written.length === 0) return row;
    }
  }

  /** The lines written and not yet appended, until more are written. */
  takeRest(): Uint8Array {
    const [end = 0] = this.#kernel.words(this.#output, 1);
    this.#kernel.write(this.#output, [this.#lines]);
    return this.#kernel.bytes.subarray(this.#lines, end);
  }

  /** How many rows with alerts have been written since this was asked last. */
  takeAlerted(): number {
    const place = this.#output + ALERTED_WORD * BYTES_A_WORD;
    const [alerted = 0] = this.#kernel.words(place, 1);
    this.#kernel.write(place, [0]);
    return alerted;
  }

  /** Adds to the counts what all rows came to, but for `takeAlerted`. Writes nothing more. */
  endCount(): void {
    this.#tellCounts();
  }
}
