/** A text that is written many times, as `CountedTexts` of src/batch/fast lays it out; its bytes follow. */
@unmanaged
export class CountedText {
  /** How often it was written. */
  times: u32;
  /** Bytes. */
  length: usize;
  /** Of the text of a decision: its level, and how many alerts it has. */
  level: u32;
  alerts: u32;
}

/** How far past their end texts are read, and the output is written. */
export const BYTES_BEYOND: usize = 16;

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
