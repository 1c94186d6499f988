import { EventEmitter } from 'node:events';
import { writeSync } from 'node:fs';
import type { OutputStream } from './world.ts';

/** Bytes that are written directly: more might have to wait for their reader. */
const AT_ONCE = 2 ** 14;

type Done = (error?: Error | null) => void;

/**
 * An open file, or standard output where it is no terminal. Node's stream for it takes longer to load than a case takes
 * to score, so what is short is written without it. From the first text on that is long, or that cannot be written
 * whole, all goes through that stream: it knows how to wait, and what to say of an error.
 */
export class DirectOutput extends EventEmitter implements OutputStream {
  readonly writable = true;
  readonly #file: number;
  readonly #open: () => OutputStream;
  readonly #close: () => void;
  #stream: OutputStream | undefined;

  /**
   * @param file the number under which the operating system knows it
   * @param open gives the stream for it
   * @param close closes it, where no stream does; by default it stays open
   */
  constructor(file: number, open: () => OutputStream, close: () => void = () => {}) {
    super();
    this.#file = file;
    this.#open = open;
    this.#close = close;
  }

  write(text: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done): boolean {
    const bytes = typeof text === 'string' ? Buffer.from(text, ownEncoding(encoding)) : text;
    const whenDone = typeof encoding === 'function' ? encoding : done;
    const isShort = bytes.length <= AT_ONCE && whenDone === undefined;
    const left = isShort && this.#stream === undefined ? this.#writtenOf(bytes) : bytes;
    return (isShort && left.length === 0) || this.#opened().write(left, whenDone);
  }

  /** Ends it after what was written. */
  end(): this {
    if (this.#stream !== undefined) this.#stream.end();
    else setImmediate(() => this.#finish());
    return this;
  }

  #finish(): void {
    try {
      this.#close();
      this.emit('finish');
    } catch (error) {
      this.emit('error', error);
    }
  }

  /** Writes what can be written now, and gives back what is left. */
  #writtenOf(bytes: Uint8Array): Uint8Array {
    let left = bytes;
    try {
      while (left.length > 0) left = left.subarray(writeSync(this.#file, left));
    } catch {
      // The stream will meet the same error, and report it.
    }
    return left;
  }

  #opened(): OutputStream {
    if (this.#stream !== undefined) return this.#stream;
    const stream = this.#open();
    for (const event of ['drain', 'error', 'finish'])
      stream.on(event, (...given) => this.emit(event, ...given));
    this.#stream = stream;
    return stream;
  }
}

function ownEncoding(given: BufferEncoding | Done | undefined): BufferEncoding {
  return typeof given === 'string' ? given : 'utf8';
}
