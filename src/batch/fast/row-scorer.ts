import type { CompiledRuleSet } from '../../diagram/compile.ts';
import type { SummaryCounts } from '../summary.ts';
import type { CaseBlock } from './case-block.ts';
import { BYTES_BEYOND, Kernel } from './kernel.ts';
import type { LineBytes } from './line-bytes.ts';
import { PlacedBlock } from './placed-block.ts';
import type { RowForm } from './row-form.ts';
import { RowPlan } from './row-plan.ts';

/** Bytes of lines that are written before they are taken away. */
const OUTPUT = 2 ** 20;

/** Why the kernel stopped before the last row: see kernel/index.ts. */
const FULL = 2;

/** The words of `RowOutput` in kernel/row-plan.ts. */
const OUTPUT_WORDS = 4;
const ALERTED_WORD = 2;
const BYTES_A_WORD = 4;

/**
 * Writes the outcomes of rows of answer codes as bytes, by the kernel. It takes only cases whose level and alerts no open
 * answer can touch; the others are for `evaluate`, which knows all of them.
 *
 * INVARIANT: what it writes is what `evaluate` and the writer of the format write for the same case.
 */
export class RowScorer {
  readonly #kernel: Kernel;
  readonly #plan: RowPlan;
  readonly #block: PlacedBlock;
  /** Where lines are written, and where the kernel says how far it came. */
  readonly #lines: number;
  readonly #output: number;

  /** @throws TooLargeError if the diagrams, with open answers counted in, are too large. */
  constructor(module: WebAssembly.Module, compiled: CompiledRuleSet, form: RowForm) {
    const kernel = new Kernel(module);
    this.#kernel = kernel;
    this.#plan = new RowPlan(kernel, compiled, form);
    this.#block = new PlacedBlock(kernel, compiled.ruleSet.questions.length, form.beforeKept.length);
    const room = OUTPUT + this.#plan.longest + BYTES_BEYOND;
    this.#lines = kernel.allocate(room);
    this.#output = kernel.place([this.#lines, this.#lines + room, 0, 0]);
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
      row = this.#kernel.scoreRows(this.#plan.place, this.#block.place, this.#output, row, rows);
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

  /** Adds what all rows came to, but for how many have alerts. Writes nothing more. */
  count(counts: SummaryCounts): void {
    this.#plan.count(counts);
  }
}
