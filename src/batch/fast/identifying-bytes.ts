import { identifierLikeId, identifyingKept } from '../identifying-value.ts';

const DIGIT = 1;
const LETTER = 2;
const JOINT = 3;
const AT_SIGN = 4;

/** By byte whether it is a digit, a letter, a hyphen or underscore, an at sign, or anything else. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const mark = String.fromCharCode(byte);
  if (/\d/.test(mark)) return DIGIT;
  if (/[a-z]/i.test(mark)) return LETTER;
  if (mark === '@') return AT_SIGN;
  return mark === '-' || mark === '_' ? JOINT : 0;
});

/** A date has at least five digits, and with fewer than eight it has a month by name or is in three parts. */
const FEWEST = 5;
const MANY = 8;
const MONTH = 3;

const decoder = new TextDecoder();

/** Whether the id in these bytes looks like an identifier; `isFirst` is true for the first id of a file. */
export function isIdentifyingId(bytes: Uint8Array, start: number, end: number, isFirst: boolean): boolean {
  let digits = 0;
  let letters = 0;
  let joints = 0;
  let others = 0;
  for (let at = start; at < end; at++) {
    const kind = CLASSES[bytes[at] ?? 0];
    if (kind === DIGIT) digits++;
    else if (kind === LETTER) letters++;
    else if (kind === JOINT) joints++;
    else others++;
  }
  const isPlain = others === 0 && digits < MANY && joints < 2 && (letters < MONTH || digits < FEWEST);
  if (isPlain && !isFirst && !beginsLikeMrn(bytes, start, end)) return false;
  return identifierLikeId(decoder.decode(bytes.subarray(start, end)), isFirst) !== undefined;
}

/** Whether the kept text in these bytes looks like an identifier. */
export function isIdentifyingKept(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  let isSuspect = false;
  for (let at = start; at < end; at++) {
    const kind = CLASSES[bytes[at] ?? 0];
    if (kind === DIGIT) digits++;
    // Other characters may be digits or an at sign in another width.
    else if (kind === AT_SIGN || (bytes[at] ?? 0) >= 0x80) isSuspect = true;
  }
  if (!isSuspect && digits < FEWEST) return false;
  const text = decoder.decode(bytes.subarray(start, end));
  return identifyingKept('', text, () => ({ line: 1, column: 1 })) !== undefined;
}

/** Whether an `m` with an `r` behind it stands anywhere: few ids have one, so that a closer look costs little. */
function beginsLikeMrn(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end - 1; at++) {
    if (((bytes[at] ?? 0) | 0x20) === 0x6d && ((bytes[at + 1] ?? 0) | 0x20) === 0x72) return true;
  }
  return false;
}
