import { idProblem, keptProblem, type Reading } from '../reading.ts';

const OTHER = 0;
const DIGIT = 1;
const LETTER = 2;
const JOINT = 3;
const CARE = 4;

/**
 * By byte what it is in an id or a kept text: a digit, a letter, a hyphen or underscore, or something else. Bytes of
 * other characters need care, because these may be white space, digits or marks in another width; so do the marks of
 * mail addresses and phone numbers.
 */
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const mark = String.fromCharCode(byte);
  if (/[0-9]/.test(mark)) return DIGIT;
  if (/[a-z]/i.test(mark)) return LETTER;
  if (byte >= 0x80 || mark === '@' || mark === '+') return CARE;
  return mark === '-' || mark === '_' ? JOINT : OTHER;
});

/** The bit that makes a letter small. */
const LOWER = 0x20;
/** The letters of `mrn`: a record number begins with them. */
const RECORD_NUMBER = 3;
/** Every form of identifier without the marks above has at least so many digits, and something between them. */
const FEWEST_DIGITS = 4;

/**
 * Whether the ids and kept texts of a file can be used, found from their bytes. Most show at once that nothing is
 * wrong with them; of the others a string is made and looked at as the full reader does.
 */
export class TextCheck {
  readonly #reading: Reading;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Whether nothing is wrong with this id, which must not be the first of its file. */
  isUsableId(bytes: Uint8Array, start: number, end: number): boolean {
    return (
      isNumbered(bytes, start, end) ||
      isUuid(bytes, start, end) ||
      idProblem(this.#reading, this.#text(bytes, start, end), false, NOWHERE) === undefined
    );
  }

  /** Whether nothing is wrong with this text of the kept column at `position`. */
  isUsableKept(position: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (position !== this.#reading.expected?.position && isHarmless(bytes, start, end)) return true;
    return keptProblem(this.#reading, position, this.#text(bytes, start, end), () => NOWHERE) === undefined;
  }

  #text(bytes: Uint8Array, start: number, end: number): string {
    return this.#decoder.decode(bytes.subarray(start, end));
  }
}

/** Only whether there is a problem counts here: the full reader then says where. */
const NOWHERE = { line: 0, column: 0 };

/** Whether an id is letters, a hyphen or underscore, and digits, each of which may be left out: a case by its number. */
function isNumbered(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && CLASSES[bytes[at] ?? 0] === LETTER) at++;
  if (at - start === RECORD_NUMBER && ((bytes[start] ?? 0) | LOWER) === 0x6d) return false;
  if (at < end && CLASSES[bytes[at] ?? 0] === JOINT) at++;
  while (at < end && CLASSES[bytes[at] ?? 0] === DIGIT) at++;
  return at === end && end > start;
}

/** Whether an id is a UUID without the name of a month in it: no group of one is a date or part of a number. */
function isUuid(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== UUID.length) return false;
  for (let at = start; at < end; at++) {
    const kind = CLASSES[bytes[at] ?? 0];
    if (UUID[at - start] === '-' ? bytes[at] !== HYPHEN : kind !== DIGIT && !isHexLetter(bytes[at] ?? 0))
      return false;
    if (isMonth(bytes, at)) return false;
  }
  return true;
}

const UUID = '00000000-0000-0000-0000-000000000000';
const HYPHEN = 0x2d;

function isHexLetter(byte: number): boolean {
  return (byte | LOWER) >= 0x61 && (byte | LOWER) <= 0x66;
}

/** Whether `feb` or `dec` stands here, the months that can be spelled in hexadecimal digits. */
function isMonth(bytes: Uint8Array, at: number): boolean {
  if (((bytes[at + 1] ?? 0) | LOWER) !== 0x65) return false;
  const first = (bytes[at] ?? 0) | LOWER;
  const last = (bytes[at + 2] ?? 0) | LOWER;
  return (first === 0x66 && last === 0x62) || (first === 0x64 && last === 0x63);
}

/** Whether a text has too few digits for any form of identifier, or nothing but digits. */
function isHarmless(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at++) {
    const kind = CLASSES[bytes[at] ?? 0];
    if (kind === CARE) return false;
    if (kind === DIGIT) digits++;
  }
  return digits < FEWEST_DIGITS || digits === end - start;
}
