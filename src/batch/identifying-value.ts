import { IDENTIFIER_WORDS, type IdentifierKind } from '../core/identifying-text.ts';
import type { Place, Problem } from './case-row.ts';
import { quoted } from './quoted.ts';

type Look = readonly [IdentifierKind, RegExp];

/** Patterns that are made when a text is first looked at: making them takes a millisecond, and few files need them. */
function once(make: () => readonly Look[]): () => readonly Look[] {
  let made: readonly Look[] | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d{2}';
const MONTH_NAME = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** The birth years of adults, so that ids that begin with the year of a study are left alone. */
const BIRTH_YEAR = '(?:19[2-9]\\d|200\\d)';
/** The three parts of a social security number, and of a phone number, as far as any are given out. */
const [AREA, GROUP, SERIAL] = ['(?!000|666|9)\\d{3}', '(?!00)\\d{2}', '(?!0000)\\d{4}'] as const;
const [CODE, EXCHANGE, LINE] = ['[2-9]\\d{2}', '[2-9]\\d{2}', '\\d{4}'] as const;

/** Forms that hardly any way of numbering cases takes by accident. */
const SURE = once(() => [
  ['email', /[^\s@]@[^\s@]+\.[^\s@]/],
  ['social-security', alone(`${AREA}([- ])${GROUP}\\1${SERIAL}`)],
  ['phone', alone(`(?:\\+?1[-. ]?)?(?:\\(${CODE}\\) ?|${CODE}[-. ])${EXCHANGE}[-. ]${LINE}`)],
  ['phone', /^\+\d[\d ().-]{6,}\d$/],
  ['birth-date', alone(`${YEAR}([-/._ ])${MONTH}\\1${DAY}`)],
  ['birth-date', alone(`(?:${DAY}([-/._ ])${MONTH}\\1|${MONTH}([-/._ ])${DAY}\\2)${YEAR}`)],
  ['birth-date', alone(`(?:${DAY}/${MONTH}|${MONTH}/${DAY})/\\d{2}`)],
  [
    'birth-date',
    alone(`${DAY}[-/. ]?${MONTH_NAME}[-/., ]*${YEAR}|${MONTH_NAME}[-/. ]*${DAY}[-/., ]+${YEAR}`),
  ],
]);

/** A word of a name: words of a sentence begin small. */
const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const PARTICLE = '(?:van|von|de|der|den|del|della|di|da|dos|la|le|bin|al|el)';

/** Forms that matter in an id alone: elsewhere a place and its state look like a name. */
const IN_IDS = once(() => [
  ['record-number', /(?<![a-z])mrn[-_:#. ]*\d{3}/i],
  ['name', new RegExp(`^(?:${PARTICLE} )*${NAME}(?: ${NAME}){0,2} *, *${NAME}(?: ${NAME}){0,2}$`, 'u')],
  ['name', /^\p{L}{2,}\^\p{L}{2}/u],
]);

/** Bare digits, which a numbered case takes by accident now and then: the first id of a file tells for all. */
const BARE = once(() => [
  ['birth-date', new RegExp(`^[a-z]{0,3}[-_]?${BIRTH_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])$`, 'i')],
  ['birth-date', new RegExp(`^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])${BIRTH_YEAR}$`)],
  ['social-security', new RegExp(`^${AREA}${GROUP}${SERIAL}$`)],
  ['phone', new RegExp(`^1?${CODE}${EXCHANGE}${LINE}$`)],
]);

/** A pattern that touches no further letter or digit. */
function alone(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'iu');
}

function kindAmong(looks: () => readonly Look[], text: string): IdentifierKind | undefined {
  return looks().find(([, pattern]) => pattern.test(text))?.[0];
}

/** What kind of identifier an id looks like, if any. `isFirst` is true for the first id of a file. */
export function identifierLikeId(id: string, isFirst: boolean): IdentifierKind | undefined {
  if (id.length <= LONGEST_GLANCE && !NEEDS_A_LOOK.test(id)) return undefined;
  const plain = id.normalize('NFKC').trim();
  return kindAmong(SURE, plain) ?? kindAmong(IN_IDS, plain) ?? (isFirst ? kindAmong(BARE, plain) : undefined);
}

/** A pattern with `.*` takes time by the square of the length. */
const LONGEST_GLANCE = 200;

/**
 * One pass over an id that spares most of them the others: each form above holds one of these. Both cases of the letters
 * are written out, because to make a pattern that is blind to case takes ten times as long.
 */
const NEEDS_A_LOOK =
  /[^\w-]|[Mm][Rr][Nn]|(?:\d\D?){7}\d|[-_].*[-_]|\d-?[A-Za-z]{3}.*\d{4}|[A-Za-z]{3}-?\d\d?-\d{4}/;

/** The problem of an id that looks like an identifier, which is not shown. */
export function identifyingId(kind: IdentifierKind, place: Place): Problem {
  return {
    line: place.line,
    column: place.column,
    code: 'identifying-value',
    reason: `the id looks like ${IDENTIFIER_WORDS[kind]}`,
    help: 'number the cases instead; where the id says nothing about the person, add `--allow-identifier id`',
  };
}

/** What is wrong with the text of a kept column, if it looks like an identifier; the text is not shown. */
export function identifyingKept(name: string, text: string, place: () => Place): Problem | undefined {
  const kind = kindAmong(SURE, text.normalize('NFKC'));
  if (kind === undefined) return undefined;
  const { line, column } = place();
  const reason = `the kept column ${quoted(name)} holds what looks like ${IDENTIFIER_WORDS[kind]}`;
  const help = 'leave its `--keep` out; where it may be kept, name it with `--allow-identifier` as well';
  return { line, column, code: 'identifying-value', reason, help };
}

/** Text of a file for use in the middle of a message: quoted, unless it looks like an identifier. */
export function shownValue(text: string): string {
  const kind = identifierLikeId(text, true);
  return kind === undefined ? quoted(text) : `a value that looks like ${IDENTIFIER_WORDS[kind]}`;
}
