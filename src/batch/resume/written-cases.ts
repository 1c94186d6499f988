import type { CountedOutcome } from '../summary.ts';
import { NotResumable } from './not-resumable.ts';
import { WholeRows } from './whole-rows.ts';
import type { WrittenCase, WrittenForm } from './written-case.ts';

/** An output that broke off, and what it must hold to be gone on with. */
export interface BrokenOffOutput {
  /** As messages call it. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array | string>;
  readonly form: WrittenForm;
  /** What comes before the first case. */
  readonly begin: string;
  /** Which rule set must have decided. */
  readonly identity: string;
}

const ANEW = 'score anew without `--resume`';

/**
 * The cases that an output already holds, read a stretch at a time beside the input: nothing of the output is held, so
 * that memory does not grow with it. Each case of the input that would be written is held against the next one here.
 */
export class WrittenCases {
  readonly #output: BrokenOffOutput;
  readonly #chunks: AsyncIterator<Uint8Array | string>;
  readonly #rows: WholeRows;
  #cases: readonly (WrittenCase | undefined)[] = [];
  #at = 0;
  #isBegun = false;
  #isOver = false;
  #count = 0;
  #changed = 0;

  constructor(output: BrokenOffOutput) {
    this.#output = output;
    this.#chunks = output.chunks[Symbol.asyncIterator]();
    this.#rows = new WholeRows(output.form.isCsv);
  }

  /** How many cases were found in the input so far. */
  get count(): number {
    return this.#count;
  }

  /** How many of their copied texts were changed so that a spreadsheet does not run them. */
  get neutralized(): number {
    return this.#changed;
  }

  /** How many bytes the whole rows take: what stands behind is half a row. To be asked once there are no more cases. */
  get length(): number {
    return this.#rows.length;
  }

  /** Whether the next case is known without waiting. */
  get isNextKnown(): boolean {
    return this.#at < this.#cases.length;
  }

  /** Whether there are more cases. */
  async hasMore(): Promise<boolean> {
    while (!this.isNextKnown && !this.#isOver) {
      const next = await this.#chunks.next();
      if (next.done === true) this.#isOver = true;
      else this.#read(this.#rows.take(next.value));
    }
    return this.isNextKnown;
  }

  /**
   * Takes the next case, which must be this one of the input.
   *
   * @throws NotResumable
   */
  take(id: string, kept: readonly string[]): WrittenCase {
    const { form, name, identity } = this.#output;
    const next = this.#cases[this.#at];
    if (next === undefined) {
      throw this.#notAsAsked(this.#count + 1);
    }
    if (next.identity !== identity) {
      throw new NotResumable(
        `\`${name}\` was written by other rules, and these are \`${identity}\``,
        `name the rules of before with \`--rules\`, or ${ANEW}`,
      );
    }
    if (next.id !== form.copied(id)) {
      throw new NotResumable(
        `row ${this.#count + 1} of \`${name}\` is another case than the input has there`,
        OTHER_INPUT,
      );
    }
    this.#at++;
    this.#count++;
    for (const text of [id, ...kept]) if (form.copied(text) !== text) this.#changed++;
    return next;
  }

  /** What the case that was taken last led to. */
  outcomeOf(written: WrittenCase): CountedOutcome {
    const outcome = written.outcome();
    if (outcome !== undefined) return outcome;
    throw this.#notAsAsked(this.#count);
  }

  /** Leaves out of the cases, in their order, those that are written. */
  async without<Case extends { readonly id: string; readonly kept: readonly string[] }>(
    cases: readonly Case[],
  ): Promise<readonly Case[]> {
    for (const [index, { id, kept }] of cases.entries()) {
      if (!this.isNextKnown && !(await this.hasMore())) return cases.slice(index);
      this.take(id, kept);
    }
    return [];
  }

  /**
   * To be called at the end of the input: every case of the output must have been found there.
   *
   * @throws NotResumable
   */
  async expectNoMore(): Promise<void> {
    if (await this.hasMore()) {
      throw new NotResumable(`\`${this.#output.name}\` holds more cases than the input`, OTHER_INPUT);
    }
  }

  #read(rows: string): void {
    let text = rows;
    if (!this.#isBegun && rows.length > 0) {
      this.#isBegun = true;
      text = this.#afterBegin(rows);
    }
    this.#cases = text === '' ? [] : this.#output.form.cases(text);
    this.#at = 0;
  }

  #notAsAsked(row: number): NotResumable {
    return new NotResumable(
      `row ${row} of \`${this.#output.name}\` is not one that this command writes`,
      `give the same options as before, or ${ANEW}`,
    );
  }

  #afterBegin(rows: string): string {
    const { begin, form, name } = this.#output;
    if (rows.startsWith('{') === form.isCsv) {
      const [found, asked] = form.isCsv ? ['NDJSON', 'CSV'] : ['CSV', 'NDJSON'];
      throw new NotResumable(
        `\`${name}\` holds ${found}, and ${asked} is asked for`,
        'give the `--format` of before',
      );
    }
    if (rows.startsWith(begin)) return rows.slice(begin.length);
    throw new NotResumable(`\`${name}\` has other columns`, `give the same \`--keep\` as before, or ${ANEW}`);
  }
}

const OTHER_INPUT = `name the same files as before, in the same order, or ${ANEW}`;
