import { builtin } from './builtin.ts';

/**
 * The bytes of a file, piece by piece. While one piece is at work the next one is read, and two buffers take turns: a
 * piece is overwritten once the one after the next is read. A stream would make a new buffer for each, which takes more
 * time to be given back than to be read.
 */
export class FilePieces implements AsyncIterable<Uint8Array> {
  /** Bytes of the pieces so far. */
  bytesRead = 0;
  readonly #path: string;
  readonly #size: number;

  /** @param size bytes of a piece, at most */
  constructor(path: string, size: number) {
    this.#path = path;
    this.#size = size;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void> {
    const file = await builtin.files().open(this.#path);
    try {
      let buffer = new Uint8Array(this.#size);
      let other = new Uint8Array(this.#size);
      let reading = file.read(buffer);
      for (;;) {
        const { bytesRead } = await reading;
        if (bytesRead === 0) return;
        this.bytesRead += bytesRead;
        const piece = buffer.subarray(0, bytesRead);
        [buffer, other] = [other, buffer];
        reading = file.read(buffer);
        // A failure is told when the piece is asked for, and not at all where nobody does.
        reading.catch(() => {});
        yield piece;
      }
    } finally {
      await file.close();
    }
  }
}
