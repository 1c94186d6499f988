/** Bytes that stand for themselves in CSV and in JSON: printable ASCII but for quotation mark, comma and backslash. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x7f && !'",\\'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

/** Whether a range of bytes can be copied into CSV and JSON as it is. It may still be a formula to a spreadsheet. */
function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (PLAIN[bytes[at] ?? 0] === 0) return false;
  }
  return true;
}

const FORMULA_STARTS = new Set(['=', '+', '-', '@'].map((mark) => mark.charCodeAt(0)));

/** Whether plain text may stand in a CSV file as it is: a spreadsheet would not take it for a formula. */
export function isPlainCell(bytes: Uint8Array, start: number, end: number): boolean {
  return isPlainText(bytes, start, end) && !FORMULA_STARTS.has(bytes[start] ?? 0);
}
