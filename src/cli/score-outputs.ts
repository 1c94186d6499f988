import type { RejectedRow, UnusableInput } from '../batch/case-row.ts';
import { REJECTS_HEADER, rejectedCsv, rejectedLines, unusableText } from '../batch/rejected-text.ts';
import type { ScoreOptions } from './command-options.ts';
import { TextSink } from './text-sink.ts';
import type { World } from './world.ts';

/** A stretch of the output with the rows that did not make it there. */
export interface WrittenPart {
  readonly text: string | Uint8Array;
  /** How many cases the text holds. */
  readonly scored: number;
  readonly rejected: readonly RejectedRow[];
  /** Not empty only in the last part: the input breaks off. */
  readonly unusable: readonly UnusableInput[];
}

/** Everything that a scoring run writes: outcomes, rejected rows, messages. No file is begun before it has a row. */
export class ScoreOutputs {
  readonly #output: TextSink;
  readonly #rejects: TextSink | undefined;
  readonly #messages: TextSink;
  readonly #begin: string;
  #hasBegun = false;

  /** `begin` is what comes before the first outcome. With `from` the outcomes are gone on with after so many bytes. */
  constructor(
    options: Pick<ScoreOptions, 'out' | 'rejects'>,
    begin: string,
    world: World,
    from?: () => number,
  ) {
    this.#output = new TextSink(world, options.out ?? world.stdout, from);
    this.#rejects = options.rejects === undefined ? undefined : new TextSink(world, options.rejects);
    this.#messages = new TextSink(world, world.stderr);
    this.#begin = from === undefined ? begin : '';
  }

  /** The reader of the outcomes has gone: nothing more needs to be written. */
  get isAbandoned(): boolean {
    return this.#output.isAbandoned;
  }

  async write({ text, rejected, unusable }: WrittenPart): Promise<void> {
    if (text.length > 0 || rejected.length > 0) await this.#start();
    await this.#output.write(text);
    if (this.#rejects === undefined) await this.#messages.write(rejected.map(rejectedLines).join(''));
    else await this.#rejects.write(rejected.map(rejectedCsv).join(''));
    await this.#messages.write(unusable.map(unusableText).join(''));
  }

  /** Leaves the files as they are, under the names of unfinished ones, and says so. */
  async leave(summary: string, others: string): Promise<void> {
    for (const file of [this.#output, this.#rejects]) await this.#messages.write((await file?.leave()) ?? '');
    await this.#messages.write(others);
    if (this.#hasBegun) await this.#messages.write(summary);
  }

  /** Leaves the files under the names of unfinished ones because the person wants it, and says `text`. */
  async stop(text: string): Promise<void> {
    for (const file of [this.#output, this.#rejects]) await file?.leave();
    await this.#messages.write(text);
  }

  /**
   * Gives the files their names; `end` is what comes after the last outcome. The outcomes come last: where they have
   * their name, all is done.
   */
  async finish(end: string): Promise<void> {
    await this.#start();
    await this.#output.write(end);
    await this.#rejects?.finish();
    await this.#output.finish();
  }

  async say(text: string): Promise<void> {
    await this.#messages.write(text);
  }

  async #start(): Promise<void> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    await this.#output.write(this.#begin);
    await this.#rejects?.write(REJECTS_HEADER);
  }
}
