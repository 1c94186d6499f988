import { type IdentifierKind, identifierIn } from '../core/identifying-text.ts';

/** Letters and digits that nobody mistakes for another, and no vowels, so that no id spells a word. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const DIGITS = '23456789';
const EITHER = `${LETTERS}${DIGITS}`;
/** Mixed so that no id looks like a name, a date or the number of something. */
const PATTERN = [LETTERS, DIGITS, LETTERS, EITHER, '-', DIGITS, LETTERS, EITHER, EITHER];

/**
 * A case id such as `k7f3-9xq2`, which says nothing about the person or the day.
 *
 * @param randomHex at least 32 hex digits that nobody can foresee.
 */
export function drawCaseId(randomHex: string): string {
  let rest = BigInt(`0x${randomHex}`);
  return PATTERN.map((symbols) => {
    const count = BigInt(symbols.length);
    const symbol = symbols.charAt(Number(rest % count));
    rest /= count;
    return symbol;
  }).join('');
}

/** Why an id cannot be that of a record: what it looks like, or that it cannot be part of a file name. */
export type CaseIdProblem = IdentifierKind | 'form';

const FORM = /^[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?$/i;

/** What is wrong with a given case id, if anything is. The id itself is for nobody's eyes and is not in the answer. */
export function caseIdProblem(id: string): CaseIdProblem | undefined {
  const identifier = identifierIn(id) ?? (/\d{5}/.test(id) ? 'record-number' : undefined);
  if (identifier !== undefined) return identifier;
  if (looksLikeName(id)) return 'name';
  return FORM.test(id) ? undefined : 'form';
}

/** Words and no number, two words, or a word with a year: a random id has none of these. */
function looksLikeName(id: string): boolean {
  const words = id.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').match(/\p{L}+/gu) ?? [];
  const long = words.filter((word) => word.length >= 3);
  if (long.length >= 2) return true;
  if (!/\d/.test(id)) return words.join('').length >= 2;
  return long.length === 1 && /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(id);
}
