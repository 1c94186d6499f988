export const BYTES_A_WORD = 4;

/** Bytes in words of four, the first the lowest; the last word is filled up with zeros. */
export function wordsOf(bytes: Uint8Array): number[] {
  const filled = new Uint8Array(Math.ceil(bytes.length / BYTES_A_WORD) * BYTES_A_WORD);
  filled.set(bytes);
  const view = new DataView(filled.buffer);
  return Array.from({ length: filled.length / BYTES_A_WORD }, (_, word) =>
    view.getInt32(BYTES_A_WORD * word, true),
  );
}
