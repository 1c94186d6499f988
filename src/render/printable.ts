/**
 * Text of a person or a file, safe to print: every control character and every mark that turns the writing
 * direction becomes a visible `\u{..}`, so that no text can move the cursor or pretend to be ours.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
