import { closeSync, openSync, read } from 'node:fs';

/**
 * The bytes of a file, piece by piece. While one piece is at work the next one is read, and two buffers take turns: a
 * piece is overwritten once the one after it has been asked for. A stream would make a new buffer for each, which takes
 * more time to be given back than to be read.
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
    const file = openSync(this.#path, 'r');
    let buffer = new Uint8Array(this.#size);
    let other = new Uint8Array(this.#size);
    let reading = nextPiece(file, buffer);
    try {
      for (;;) {
        const piece = await reading;
        if (piece.length === 0) return;
        this.bytesRead += piece.length;
        [buffer, other] = [other, buffer];
        reading = nextPiece(file, buffer);
        yield piece;
      }
    } finally {
      // A file is not closed under a read; what came of the last one no longer matters.
      await reading.catch(() => {});
      closeSync(file);
    }
  }
}

/** What is read into a buffer from where the last read ended; nothing at the end of the file. */
function nextPiece(file: number, buffer: Uint8Array): Promise<Uint8Array> {
  const reading = new Promise<Uint8Array>((resolve, reject) => {
    read(file, buffer, 0, buffer.length, null, (error, length) => {
      if (error === null) resolve(buffer.subarray(0, length));
      else reject(error);
    });
  });
  // A failure is told when the piece is asked for, and not at all where nobody does.
  reading.catch(() => {});
  return reading;
}
