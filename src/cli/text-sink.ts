import { printable } from '../render/printable.ts';
import { expectOrdinaryFile } from './ordinary-file.ts';
import { completeFile, openPartial, partialPath } from './output-file.ts';
import type { OutputStream, World } from './world.ts';

/**
 * Where text goes, piece by piece, no faster than it is taken. A file is called `FILE.partial` until it is finished;
 * a reader that closes a pipe has all it wanted, which is no error.
 */
export class TextSink {
  readonly #world: World;
  readonly #path: string | undefined;
  readonly #from: (() => number) | undefined;
  #stream: OutputStream | undefined;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  /**
   * Into a file, which is not made before the first text or the end; or into a stream that stays open. `from` says, when
   * the first text comes, after how many bytes to go on in a file that was left.
   */
  constructor(world: World, target: string | OutputStream, from?: () => number) {
    this.#world = world;
    this.#from = from;
    if (typeof target === 'string') {
      this.#path = target;
    } else {
      this.#path = undefined;
      this.#stream = this.#listen(target);
    }
  }

  /** The reader has gone: nothing more needs to be written. */
  get isAbandoned(): boolean {
    return this.#failure !== undefined && isBrokenPipe(this.#failure);
  }

  /** Writes and, where the target is slow, waits for it. */
  async write(text: string | Uint8Array): Promise<void> {
    this.#rethrow();
    if (text.length === 0 || this.isAbandoned) return;
    const stream = await this.#open();
    if (!stream.write(text)) await this.#woken();
    this.#rethrow();
  }

  /** Gives a file its name. */
  async finish(): Promise<void> {
    if (this.#path === undefined) return;
    await this.#end(await this.#open());
    await completeFile(this.#path, this.#world);
  }

  /** Leaves a file that was begun as `FILE.partial`, and says so; it holds whole rows. */
  async leave(): Promise<string> {
    if (this.#path === undefined || (this.#stream === undefined && this.#from === undefined)) return '';
    if (this.#stream !== undefined) await this.#end(this.#stream);
    return `what was written before that is in \`${printable(partialPath(this.#path))}\`\n`;
  }

  async #end(stream: OutputStream): Promise<void> {
    this.#rethrow();
    stream.once('finish', () => this.#wake?.());
    stream.end();
    await this.#woken();
    this.#rethrow();
  }

  async #open(): Promise<OutputStream> {
    if (this.#stream !== undefined) return this.#stream;
    const path = this.#path ?? '';
    await expectOrdinaryFile(path, this.#world);
    this.#stream = this.#listen(await openPartial(path, this.#world, this.#from?.()));
    return this.#stream;
  }

  #listen(stream: OutputStream): OutputStream {
    stream.on('drain', () => this.#wake?.());
    stream.on('error', (error: Error) => {
      this.#failure = error;
      this.#wake?.();
    });
    return stream;
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #rethrow(): void {
    if (this.#failure !== undefined && !isBrokenPipe(this.#failure)) throw this.#failure;
  }
}

function isBrokenPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE';
}
