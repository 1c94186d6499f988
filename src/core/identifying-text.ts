/** What a text may give away about a person. */
export type IdentifierKind = 'email' | 'social-security' | 'birth-date' | 'phone' | 'record-number' | 'name';

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const SEPARATOR = '[-/. _]';

/** How each looks, the surest first. Digits touch no further digits. */
const LOOKS: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['email', /[^\s@]@[^\s@]/],
  ['social-security', digits('\\d{3}[- ]\\d{2}[- ]\\d{4}')],
  [
    'birth-date',
    digits(`\\d{4}${SEPARATOR}\\d{1,2}${SEPARATOR}\\d{1,2}|\\d{1,2}${SEPARATOR}\\d{1,2}${SEPARATOR}\\d{2,4}`),
  ],
  ['birth-date', digits(`\\d{1,2}${SEPARATOR}?(?:${MONTHS})[a-z]*${SEPARATOR}?\\d{2,4}`)],
  ['birth-date', digits('(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])')],
  ['phone', digits('(?:\\+?\\d{1,3}[-. ]?)?\\(?\\d{3}\\)?[-. ]?\\d{3}[-. ]?\\d{4}|\\d{3}[-. ]\\d{4}')],
  ['record-number', /\d{6}/],
];

function digits(pattern: string): RegExp {
  return new RegExp(`(?<!\\d)(?:${pattern})(?!\\d)`, 'i');
}

/** The first kind of identifier that a text seems to hold. Names of people cannot be told from other words here. */
export function identifierIn(
  text: string,
  wanted: (kind: IdentifierKind) => boolean = () => true,
): IdentifierKind | undefined {
  const plain = text.normalize('NFKC');
  return LOOKS.find(([kind, pattern]) => wanted(kind) && pattern.test(plain))?.[0];
}

/** The kind in words, for the middle of a sentence. */
export const IDENTIFIER_WORDS = {
  email: 'an e-mail address',
  'social-security': 'a social security number',
  'birth-date': 'a date, such as one of birth',
  phone: 'a phone number',
  'record-number': 'the number of a medical record',
  name: 'a name',
} as const satisfies Record<IdentifierKind, string>;
