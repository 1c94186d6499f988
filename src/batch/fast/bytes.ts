/** The bytes that readers look for. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const DIGIT_0 = 0x30;
export const DIGIT_9 = 0x39;
export const BRACE_OPEN = 0x7b;
export const BRACE_CLOSE = 0x7d;

/** How many bytes the line end at `at` has, 0 if there is none: a line feed, with or without a carriage return. */
export function lineEndAt(bytes: Uint8Array, at: number): number {
  if (bytes[at] === LINE_FEED) return 1;
  return bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED ? 2 : 0;
}
