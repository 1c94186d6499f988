const BYTES_A_PAGE = 2 ** 16;
const BYTES_A_WORD = 4;
/** What is laid out begins at multiples of this, so that it can be taken as bits side by side. */
const ALIGNMENT = 16;

/** How far past the end of a text the kernel reads and writes. */
export const BYTES_BEYOND = 16;

type KernelFunction = (...places: number[]) => number;

/**
 * The program of the folder `kernel`, and the memory it works on. All that it knows is laid out there by `allocate` and
 * `words`; a place is an index of `bytes`. Nothing is given back before the whole kernel is.
 */
export class Kernel {
  /** `scoreRows(plan, block, output, from, to)`: the first row that it could not write. */
  readonly scoreRows: KernelFunction;
  /** `look(bits, codes)`. */
  readonly look: KernelFunction;
  readonly #memory: WebAssembly.Memory;
  #end: number;
  #bytes = new Uint8Array(0);
  #words = new Int32Array(0);

  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module);
    const { memory } = exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new Error('the kernel has no memory');
    this.#memory = memory;
    this.scoreRows = functionOf(exports, 'scoreRows');
    this.look = functionOf(exports, 'look');
    this.#end = functionOf(exports, 'firstPlace')();
    this.allocate(ALIGNMENT);
  }

  /** All memory, up to the next `allocate`. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  /** The place of so many bytes, all zeros, that nobody else has. */
  allocate(length: number): number {
    const place = Math.ceil(this.#end / ALIGNMENT) * ALIGNMENT;
    this.#end = place + length;
    const missing = this.#end + BYTES_BEYOND - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / BYTES_A_PAGE));
    if (this.#bytes.buffer !== this.#memory.buffer) {
      this.#bytes = new Uint8Array(this.#memory.buffer);
      this.#words = new Int32Array(this.#memory.buffer);
    }
    return place;
  }

  /** The place of these words. */
  place(words: ArrayLike<number>): number {
    const place = this.allocate(BYTES_A_WORD * words.length);
    this.write(place, words);
    return place;
  }

  write(place: number, words: ArrayLike<number>): void {
    this.#words.set(words, place / BYTES_A_WORD);
  }

  /** So many words from a place on, up to the next `allocate`. */
  words(place: number, count: number): Int32Array<ArrayBuffer> {
    return this.#words.subarray(place / BYTES_A_WORD, place / BYTES_A_WORD + count);
  }
}

function functionOf(exports: Readonly<Record<string, unknown>>, name: string): KernelFunction {
  const found = exports[name];
  if (!isFunction(found)) throw new Error(`the kernel has no function ${name}`);
  return found;
}

function isFunction(value: unknown): value is KernelFunction {
  return typeof value === 'function';
}
