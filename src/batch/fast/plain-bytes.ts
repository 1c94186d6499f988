import { SPACE } from './bytes.ts';

/** By byte whether a text goes on with it that ends at control characters and at any of `marks`. */
export function textBytes(marks: string): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    byte < SPACE || marks.includes(String.fromCharCode(byte)) ? 0 : 1,
  );
}

/** Where the text that begins at `at` ends; `goesOn` comes from `textBytes`. A line feed ends every text. */
export function endOfText(bytes: Uint8Array, at: number, goesOn: Uint8Array): number {
  let end = at;
  while (goesOn[bytes[end] ?? 0] === 1) end++;
  return end;
}
