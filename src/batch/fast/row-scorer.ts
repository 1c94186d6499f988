import type { CompiledRuleSet } from '../../diagram/compile.ts';
import type { SummaryCounts } from '../summary.ts';
import type { CaseBlock } from './case-block.ts';
import { placedText } from './counted-texts.ts';
import { Decisions } from './decisions.ts';
import { Kernel } from './kernel.ts';
import { PlacedBlock } from './placed-block.ts';
import { plainBytes } from './plain-text.ts';
import type { RowForm } from './row-form.ts';
import { rowTruths } from './row-truths.ts';
import { RuleLists } from './rule-lists.ts';

/** Bytes of lines that are written before they are taken away. */
const OUTPUT = 2 ** 20;

/** Why the kernel stopped: see kernel/index.ts. */
const NOT_LEARNED = 1;
const FULL = 3;

/** The words of `RowOutput` in kernel/row-plan.ts. */
const OUTPUT_WORDS = 6;
const ALERTED_WORD = 2;
const BYTES_A_WORD = 4;

/**
 * Writes the outcomes of rows of answer codes as bytes, without an object in between: it lays everything out for the
 * kernel, and works out what that meets for the first time. It takes only cases whose level and alerts no open answer
 * can touch; the others are for `evaluate`, which knows all of them.
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
  readonly #learners: readonly (Decisions | RuleLists)[];

  /**
   * @param counts what all rows together come to; complete after `endCount`
   * @throws TooLargeError if the diagrams, with open answers counted in, are too large.
   */
  constructor(module: WebAssembly.Module, compiled: CompiledRuleSet, form: RowForm, counts: SummaryCounts) {
    const kernel = new Kernel(module);
    const { decisive, advice, rechecks } = rowTruths(compiled);
    const answerCounts = compiled.ruleSet.questions.map(({ answers }) => answers.length);
    const decisions = new Decisions(kernel, compiled, decisive, form, (decision, times) =>
      counts.addSettled(decision, times),
    );
    const lists = advice.map(
      (ofLevel) =>
        new RuleLists(kernel, { advice: ofLevel, rechecks }, answerCounts, form, (kind, id, times) =>
          counts.addHeld(kind, id, times),
        ),
    );
    const stretches = Math.max(0, ...lists.map(({ stretchCount }) => stretchCount));
    const text = (own: string) => placedText(kernel, own);
    const plain = kernel.allocate(256);
    kernel.bytes.set(plainBytes(), plain);
    const own = [form.beforeId, form.beforeRechecks, form.end, ...form.beforeKept, form.close];
    this.#plan = kernel.place([
      ...decisions.places,
      kernel.place(lists.map(({ place }) => place)),
      kernel.place(Array.from({ length: stretches }, () => 0)),
      text(form.beforeId),
      text(form.beforeRechecks),
      text(form.end),
      kernel.place(form.beforeKept.map(text)),
      text(form.close),
      form.separator.charCodeAt(0),
      new TextEncoder().encode(own.join('')).length,
      plain,
    ]);
    this.#lines = kernel.allocate(OUTPUT);
    this.#output = kernel.place([this.#lines, this.#lines + OUTPUT, ...Array(OUTPUT_WORDS - 2).fill(0)]);
    this.#block = new PlacedBlock(kernel, answerCounts.length, form.beforeKept.length);
    this.#learners = [decisions, ...lists];
    this.#kernel = kernel;
  }

  /** Takes up a block, but for the rows that are marked with 1 in `leftOut`. A row without an id is told by its line. */
  take(block: CaseBlock, leftOut: Uint8Array, idOfLine: (line: number) => string): void {
    this.#block.put(block, leftOut, idOfLine);
  }

  /**
   * Appends the lines of rows to `texts`, from `from` on, and returns the first row that it cannot tell; how many rows
   * there are where it can tell all.
   */
  write(from: number, texts: Uint8Array<ArrayBuffer>[]): number {
    const { rows } = this.#block;
    let row = from;
    for (;;) {
      row = this.#kernel.scoreRows(this.#plan, this.#block.place, this.#output, row, rows);
      const [end = 0, , , stop = 0, memo = 0, key = 0] = this.#kernel.words(this.#output, OUTPUT_WORDS);
      if (stop === NOT_LEARNED) {
        this.#learn(memo, key);
        continue;
      }
      const isEmpty = end === this.#lines;
      if (!isEmpty) {
        texts.push(this.#kernel.bytes.slice(this.#lines, end));
        this.#kernel.write(this.#output, [this.#lines]);
      }
      // A line that an empty output cannot hold is for others.
      if (stop !== FULL || isEmpty) return row;
    }
  }

  /** How many rows with alerts have been written since this was asked last. */
  takeAlerted(): number {
    const place = this.#output + ALERTED_WORD * BYTES_A_WORD;
    const [alerted = 0] = this.#kernel.words(place, 1);
    this.#kernel.write(place, [0]);
    return alerted;
  }

  /** Adds to the counts what they do not hold yet. */
  endCount(): void {
    for (const learner of this.#learners) learner.endCount();
  }

  #learn(memo: number, key: number): void {
    if (!this.#learners.some((learner) => learner.learn(memo, key))) {
      throw new Error('the kernel asked for what nobody knows');
    }
  }
}
