import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseTree } from '../../src/batch/case-tree.ts';
import { readJson, skipSpace } from '../../src/batch/json-tree.ts';

const SEED = 20_261_122;

function plainValue(tree: CaseTree<number>): unknown {
  switch (tree.kind) {
    case 'map':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plainValue(value)]));
    case 'list':
      return tree.items.map(plainValue);
    case 'text':
      return tree.text;
    case 'number':
      return Number(tree.text);
    case 'boolean':
      return tree.text === 'true';
    case 'nothing':
      return null;
    default:
      return tree satisfies never;
  }
}

/** The value of a whole text, or `undefined` where it is not JSON. */
function read(text: string): unknown {
  const result = readJson(text);
  return result.ok && skipSpace(text, result.end) === text.length ? plainValue(result.tree) : undefined;
}

function readByJsonParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

test('whatever JSON.stringify writes is read back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(read(text)).toEqual(JSON.parse(text));
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

test('any text is accepted and read as JSON.parse does', () => {
  const token = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\\"',
      '\\u0041',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'null',
    ],
    ...[' ', '\n', '\t', '\u0001', '\u007f', 'x'],
  );
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(token, { maxLength: 9 }), (tokens) => {
      const text = tokens.join('');
      const expected = readByJsonParse(text);
      if (expected !== undefined) accepted++;
      expect(read(text)).toEqual(expected);
    }),
    { seed: SEED, numRuns: 20_000 },
  );
  expect(accepted).toBeGreaterThan(500);
});

describe('beyond JSON.parse, the reader', () => {
  test('keeps every digit of a number and both of two equal keys, with their places', () => {
    const result = readJson('{"a": 12345678901234567890, "a": 1}');
    expect(result.ok && result.tree).toMatchObject({
      entries: [
        { key: 'a', at: 1, value: { kind: 'number', text: '12345678901234567890', at: 6 } },
        { key: 'a', at: 28 },
      ],
    });
  });

  test.each([
    ['{"a" 1}', 5, '`1` stands where a colon was expected'],
    ['{"a": 1', 7, 'the text ends where a comma or `}` was expected'],
    ['[1, ]', 4, '`]` stands where a value was expected'],
    ['{a: 1}', 1, '`a` stands where a key in quotation marks was expected'],
    ['"abc', 0, 'this text is never closed'],
  ])('says what is wrong with %s and where', (text, at, reason) => {
    expect(readJson(text)).toEqual({ ok: false, at, reason });
  });

  test('stops at 64 levels, before the stack does', () => {
    expect(readJson('['.repeat(64) + ']'.repeat(64)).ok).toBe(true);
    expect(readJson('['.repeat(1_000_000))).toMatchObject({ ok: false, at: 64 });
  });
});
