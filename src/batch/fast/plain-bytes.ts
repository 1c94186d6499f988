import { SPACE } from './bytes.ts';

/** What a byte means inside a text: it ends the text, is part of it, or is part of a character of several bytes. */
const ENDS = 0;
const PLAIN = 1;
const SEVERAL = 2;

/** By byte what it means in a text that ends at control characters and at any of `marks`. */
export function textBytes(marks: string): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte < SPACE || marks.includes(String.fromCharCode(byte))) return ENDS;
    return byte < 0x80 ? PLAIN : SEVERAL;
  });
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Where the text that begins at `at` ends; `meanings` come from `textBytes`. -1 for a text that needs a closer look:
 * one with bytes that are not UTF-8, or of white space that is not ASCII.
 */
export function endOfText(bytes: Uint8Array, at: number, meanings: Uint8Array): number {
  let end = at;
  let seen = 0;
  for (let meaning = meanings[bytes[end] ?? 0] ?? ENDS; meaning !== ENDS; ) {
    seen |= meaning;
    end++;
    meaning = meanings[bytes[end] ?? 0] ?? ENDS;
  }
  return (seen & SEVERAL) === 0 || isSound(bytes.subarray(at, end)) ? end : -1;
}

function isSound(bytes: Uint8Array): boolean {
  const text = decoder.decode(bytes);
  return !text.includes('\uFFFD') && text.trim() !== '';
}
