import { distance } from 'fastest-levenshtein';

/** Words of questions that say nothing of what is asked. */
const EMPTY_WORDS = new Set(
  'a an and any are as at be been by did do does for from had has have how in is it of on or s so that the their they this to was what when which who with'.split(
    ' ',
  ),
);

/** The words of a name or a sentence, without case, accents and marks; `selfCare`, `self_care` and `Self-care` are one. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether two texts are the same words. */
export function isSameText(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

/**
 * How alike two short texts are, from 0 to 1: the better of their letters (edit distance) and of their words (Dice
 * coefficient, empty words left out).
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [left, right] = [a.join(''), b.join('')];
  const length = Math.max(left.length, right.length);
  if (Math.min(left.length, right.length) === 0) return 0;
  return Math.max(1 - distance(left, right) / length, wordOverlap(a, b));
}

/** How many of the words of `part` stand in `whole`, from 0 to 1. */
export function contained(part: string, whole: string): number {
  const words = telling(wordsOf(part));
  const known = new Set(wordsOf(whole));
  return words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length;
}

function wordOverlap(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(telling(one)), new Set(telling(other))];
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function telling(words: readonly string[]): readonly string[] {
  return words.filter((word) => !EMPTY_WORDS.has(word));
}
