/** Bytes that stand for themselves in CSV and in JSON: printable ASCII but for quotation mark, comma and backslash. */
function isPlain(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f && !'",\\'.includes(String.fromCharCode(byte));
}

/** What a spreadsheet takes for a formula begins with one of these. */
const FORMULA_STARTS = '=+-@';

/** By byte how far it can be copied into CSV and JSON as it is: 2 anywhere, 1 anywhere but at the start of a text, 0 nowhere. */
export function plainBytes(): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    if (!isPlain(byte)) return 0;
    return FORMULA_STARTS.includes(String.fromCharCode(byte)) ? 1 : 2;
  });
}
