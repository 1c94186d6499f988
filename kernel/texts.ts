/** Bytes of a number or place. */
export const WORD: usize = 4;

/** How far past their end texts are read, and the output is written. */
export const BYTES_BEYOND: usize = 16;

/** A text that is written many times, and counted, as `placedText` of src/batch/fast lays it out; its bytes follow. */
@unmanaged
export class CountedText {
  /** How often it was written. */
  times: u32;
  /** Bytes. */
  length: usize;
}

/** Writes a text and returns the place after it. */
export function writeText(text: CountedText, into: usize): usize {
  text.times++;
  return writeBytes(changetype<usize>(text) + offsetof<CountedText>(), text.length, into);
}

/** Writes bytes, for short ranges several times as fast as a copy by the system, and returns the place after them. */
export function writeBytes(from: usize, length: usize, into: usize): usize {
  // What is copied beyond the end is written over by what comes next.
  for (let done: usize = 0; done < length; done += BYTES_BEYOND) {
    v128.store(into + done, v128.load(from + done));
  }
  return into + length;
}

/**
 * Writes the texts of the bits that are set from `words` to before `end`, with a separator between them, and returns the
 * place after them. `texts` has the place of the text of each bit.
 */
export function writeList(words: usize, end: usize, texts: usize, separator: u32, into: usize): usize {
  let at = into;
  for (let place = words; place < end; place += WORD) {
    const ofWord = texts + 8 * WORD * (place - words);
    for (let left = load<u32>(place); left != 0; left &= left - 1) {
      if (at != into) store<u8>(at++, separator);
      at = writeText(load<CountedText>(ofWord + WORD * ctz(left)), at);
    }
  }
  return at;
}
