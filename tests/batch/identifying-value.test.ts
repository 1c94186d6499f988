import { describe, expect, test } from 'vitest';
import { identifierLikeId, identifyingKept, shownValue } from '../../src/batch/identifying-value.ts';
import { seededRandom } from './seeded-random.ts';

describe('an id that looks like an identifier, in any row', () => {
  test.each([
    ['email', 'jane.doe@example.org'],
    ['email', 'x@y.co'],
    ['social-security', '123-45-6789'],
    ['social-security', '123 45 6789'],
    ['social-security', 'id 123-45-6789'],
    ['phone', '503-555-0199'],
    ['phone', '(503) 555-0199'],
    ['phone', '(503)555-0199'],
    ['phone', '503.555.0199'],
    ['phone', '+1 503 555 0199'],
    ['phone', '+44 20 7946 0958'],
    ['phone', '+15035550199'],
    ['birth-date', '1980-04-12'],
    ['birth-date', '1980-4-2'],
    ['birth-date', '1980_04_12'],
    ['birth-date', '04/12/1980'],
    ['birth-date', '4/12/80'],
    ['birth-date', '12.04.1980'],
    ['birth-date', '31-12-1980'],
    ['birth-date', '12-Apr-1980'],
    ['birth-date', '12apr1980'],
    ['birth-date', 'April 12, 1980'],
    ['birth-date', 'JD 1980-04-12'],
    ['birth-date', '2024-01-17 09:30'],
    ['record-number', 'MRN-0012345'],
    ['record-number', 'mrn 12345678'],
    ['record-number', 'MRN#4711'],
    ['name', 'Doe, Jane'],
    ['name', 'DOE,JANE A.'],
    ['name', 'O’Neil-Smith, Mary Ann'],
    ['name', 'Müller, Jörg'],
    ['name', 'van der Berg, Jan'],
    ['name', 'de la Cruz Garcia,Maria J.'],
    ['name', 'DOE^JANE'],
    ['email', 'ｊａｎｅ＠ｅｘａｍｐｌｅ．ｏｒｇ'],
  ])('%s: %s', (kind, id) => {
    expect(identifierLikeId(id, false)).toBe(kind);
    expect(identifierLikeId(id, true)).toBe(kind);
  });
});

describe('digits alone', () => {
  test.each([
    ['birth-date', '19800412'],
    ['birth-date', '04121980'],
    ['birth-date', 'JD19800412'],
    ['birth-date', 'jd-19800412'],
    ['social-security', '123456789'],
    ['phone', '5035550199'],
    ['phone', '15035550199'],
  ])('%s: %s counts as the first id of a file and not after it', (kind, id) => {
    expect(identifierLikeId(id, true)).toBe(kind);
    expect(identifierLikeId(id, false)).toBeUndefined();
  });
});

function hex(length: number, below: (limit: number) => number): string {
  return Array.from({ length }, () => below(16).toString(16)).join('');
}

/** Ways of numbering cases that say nothing about the person, each drawn often. */
const SCHEMES: Readonly<Record<string, (index: number, below: (limit: number) => number) => string>> = {
  'case-0001': (index) => `case-${String(index).padStart(4, '0')}`,
  '2024-017': (index) => `2024-${String(index % 1000).padStart(3, '0')}`,
  A12: (index) => `${String.fromCharCode(65 + (index % 26))}${index}`,
  UUID: (_, below) => [8, 4, 4, 4, 12].map((length) => hex(length, below)).join('-'),
  'UUID without hyphens': (_, below) => hex(32, below),
  'numbers from 1': (index) => String(index + 1),
  '7 digits': (_, below) => String(1_000_000 + below(9_000_000)),
  '8 digits in order': (index) => String(10_000_001 + index),
  'year and 4 digits': (index) => `2024${String(index % 10_000).padStart(4, '0')}`,
  '9 digits in order': (index) => String(100_000_001 + index),
  '10 digits in order': (index) => String(1_000_000_001 + index),
  'site and subject': (index, below) =>
    `${String(1 + below(60)).padStart(3, '0')}-${String(index % 10_000).padStart(4, '0')}`,
  'study, site, subject': (index, below) =>
    `MH24-${String(1 + below(60)).padStart(2, '0')}-${String(index % 1000).padStart(3, '0')}`,
  'year, site, number': (index, below) =>
    `2024-${String(1 + below(12)).padStart(2, '0')}-${String(index % 1000).padStart(3, '0')}`,
  'P-2024-0001': (index) => `P-2024-${String(index % 10_000).padStart(4, '0')}`,
  quarter: (index) => `2024Q${1 + (index % 4)}-${index}`,
  hash: (_, below) => hex(16, below),
  letters: (_, below) => Array.from({ length: 6 }, () => String.fromCharCode(97 + below(26))).join(''),
  'two words': (index) => `Blue Heron ${index}`,
  'a sentence': (index) => `some help, no problems ${index}`,
  'words with a comma': () => 'Manages, with help',
  'two codes': (index) => `north,a${index}`,
  'path and line': (index) => `sites/north.csv:${index}`,
};

describe('ids that say nothing', () => {
  test.each(Object.entries(SCHEMES))('%s: none of 10,000 is refused', (name, make) => {
    const below = seededRandom(20_260_115 + name.length);
    const ids = Array.from({ length: 10_000 }, (_, index) => make(index, below));
    expect(ids.filter((id, index) => identifierLikeId(id, index === 0) !== undefined)).toEqual([]);
  });

  test('8 digits drawn at random are refused in less than 1 file of 1,000', () => {
    const below = seededRandom(7);
    const firsts = Array.from({ length: 100_000 }, () => String(10_000_000 + below(90_000_000)));
    const refused = firsts.filter((id) => identifierLikeId(id, true) !== undefined);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(100);
  });
});

test('a glance at an id misses nothing that a close look finds', () => {
  const below = seededRandom(20_261_122);
  const parts = '19 20 01 12 31 1980 2005 555 123 4567 jan Feb mrn - _ - a Bx 0 7 p1 １ é . , @ ^ Li'.split(
    ' ',
  );
  const drawn = Array.from({ length: 50_000 }, () =>
    Array.from({ length: 2 + below(5) }, () => parts[below(parts.length)]).join(''),
  );
  // Blanks say nothing, but as many as these are looked at closely.
  const looked = drawn.map((id) => identifierLikeId(`${id}${' '.repeat(250)}`, true));
  expect(looked.filter((kind) => kind !== undefined).length).toBeGreaterThan(500);
  expect(drawn.map((id) => identifierLikeId(id, true))).toEqual(looked);
});

describe('a kept value', () => {
  const place = () => ({ line: 3, column: 9 });

  test.each(['jane@example.org', '123-45-6789', '(503) 555-0199', 'seen on 2024-01-17', '12 April 1980'])(
    '%s is refused and not shown',
    (text) => {
      const problem = identifyingKept('remark', text, place);
      expect(problem).toMatchObject({ line: 3, column: 9, code: 'identifying-value' });
      expect(JSON.stringify(problem)).not.toContain(text);
    },
  );

  test.each([
    'north',
    'week 12',
    '2024',
    '2024-Q1',
    'Portland, Oregon',
    '18-25',
    '5035550199',
    '3.5',
    '1:30',
  ])('%s is kept', (text) => {
    expect(identifyingKept('remark', text, place)).toBeUndefined();
  });
});

test('a message shows a value unless it looks like an identifier', () => {
  expect(shownValue('sometimes')).toBe('`sometimes`');
  expect(shownValue('503-555-0199')).toBe('a value that looks like a phone number');
  expect(shownValue('19800412')).toBe('a value that looks like a date, such as one of birth');
});
