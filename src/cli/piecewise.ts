import type { Transform } from 'node:stream';

/** Compressed bytes are handed to zlib in pieces, so that the place of an error is exact. */
const PIECE = 16 * 1024;
/** What may wait to be taken before zlib has to wait too: a small piece may unpack to gigabytes. */
const MOST_WAITING = 4 * 2 ** 20;

/** Cuts bytes into pieces. */
export function* pieces(bytes: Buffer): Generator<Buffer, void> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

/**
 * A stream of zlib that is fed a piece at a time and no faster than its result is taken. Nothing that was read before
 * an error is lost, and the same bytes always break off at the same place.
 */
export class Piecewise {
  readonly #stream: Transform;
  #ready: Buffer[] = [];
  #waiting = 0;
  #fed = 0;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(stream: Transform) {
    this.#stream = stream;
    stream.on('data', (chunk: Buffer) => {
      this.#ready.push(chunk);
      this.#waiting += chunk.length;
      if (this.#waiting < MOST_WAITING) return;
      stream.pause();
      this.#wake?.();
    });
    stream.on('error', (error: Error) => {
      this.#failure = error;
    });
    stream.on('close', () => this.#wake?.());
    stream.on('end', () => this.#wake?.());
  }

  /** Why the bytes cannot be read any further. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** The end that the compressed text itself marks has been reached. */
  get hasEnded(): boolean {
    return this.#stream.readableEnded;
  }

  /** How many of the bytes it was fed stand behind the end of the compressed text. */
  get unread(): number {
    const { bytesWritten } = Object.assign({ bytesWritten: this.#fed }, written(this.#stream));
    return this.hasEnded ? this.#fed - bytesWritten : 0;
  }

  /** What this piece unpacks to. */
  async *feed(piece: Buffer): AsyncGenerator<Buffer, void> {
    this.#fed += piece.length;
    yield* this.#until((done) => this.#stream.write(piece, done));
  }

  /** What is left when there are no more pieces. */
  async *finish(): AsyncGenerator<Buffer, void> {
    yield* this.#until((done) => {
      this.#stream.once('end', done);
      this.#stream.end();
    });
  }

  close(): void {
    this.#stream.destroy();
  }

  async *#until(start: (done: () => void) => void): AsyncGenerator<Buffer, void> {
    let isDone = false;
    if (this.#isOver()) return;
    start(() => {
      isDone = true;
      this.#wake?.();
    });
    while (!isDone && !this.#isOver()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      yield* this.#take();
    }
    // Whether the text has ended is known one turn after its last byte.
    await new Promise((resolve) => setImmediate(resolve));
    yield* this.#take();
  }

  #isOver(): boolean {
    return this.#failure !== undefined || this.#stream.readableEnded;
  }

  *#take(): Generator<Buffer, void> {
    const chunks = this.#ready;
    this.#ready = [];
    this.#waiting = 0;
    yield* chunks;
    this.#stream.resume();
  }
}

/** zlib's own count of the bytes it has made use of. */
function written(stream: object): { readonly bytesWritten?: number } {
  return 'bytesWritten' in stream && typeof stream.bytesWritten === 'number'
    ? { bytesWritten: stream.bytesWritten }
    : {};
}
