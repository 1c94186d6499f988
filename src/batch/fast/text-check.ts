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
  if (at - start === RECORD_NUMBER && ((bytes[start] ?? 0) | 0x20) === 0x6d) return false;
  if (at < end && CLASSES[bytes[at] ?? 0] === JOINT) at++;
  while (at < end && CLASSES[bytes[at] ?? 0] === DIGIT) at++;
  return at === end && end > start;
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
