import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ROW } from '../../../src/batch/case-row.ts';
import { readTextBoth } from './same-rows.ts';

const SEED = 20_261_122;

describe('lines in blocks', () => {
  test.each([
    ['answers inside', '{"id":"a","answers":{"sleep":"good","wish":null}}'],
    ['flat answers', '{"id":"a","sleep":"good","wish":""}'],
    ['spaces', ' {"id" : 1}\n{"id": "a", "answers": { "sleep": "good", "wish": "unknown" } } \t\r'],
    ['keys in another order', '{"answers":{"wish":"group","sleep":"good"},"id":"a"}'],
    ['a number for the id', '{"id":120,"sleep":"good"}'],
    ['zero for the id', '{"id":0,"sleep":"good"}'],
    ['letters of several bytes', '{"id":"Zoë 😀","sleep":"good"}'],
    ['no answers', '{"id":"a"}'],
    ['empty answers', '{"id":"a","answers":{}}'],
  ])('hold plain cases with %s', async (_, line) => {
    for (const chunk of [1, 2, 7, 1000]) {
      const { fast, full, inBlocks } = await readTextBoth('a.ndjson', `{"id":"first"}\n${line}\n`, { chunk });
      expect(fast).toEqual(full);
      expect(inBlocks).toBe(1);
    }
  });

  test('hold cases without ids, if the first one has none', async () => {
    const text = '{"sleep":"good"}\n{"sleep":"poor"}\n{"id":"x","sleep":"poor"}\n{"answers":{}}\n';
    const { fast, full, inBlocks } = await readTextBoth('a.ndjson', text);
    expect(fast).toEqual(full);
    expect(fast.map((row) => (row.kind === 'case' ? row.id : row.problems[0]?.code))).toEqual([
      '1',
      '2',
      'unexpected-id',
      '4',
    ]);
    expect(inBlocks).toBe(2);
  });

  test('are not used where keys are to be kept', async () => {
    const text = '{"id":"a","site":"n"}\n{"id":"b","site":"s"}\n';
    const { fast, full, inBlocks } = await readTextBoth('a.ndjson', text, { keep: ['site'] });
    expect(fast).toEqual(full);
    expect(inBlocks).toBe(0);
  });
});

describe('lines that are not plain', () => {
  test.each([
    ['an unknown answer', '{"id":"b","sleep":"bad"}'],
    ['the beginning of an answer', '{"id":"b","sleep":"goo"}'],
    ['a number for an answer', '{"id":"b","sleep":1}'],
    ['white space for an answer', '{"id":"b","sleep":" "}'],
    ['an unknown key', '{"id":"b","sleeep":"good"}'],
    ['an unknown key beside answers', '{"id":"b","note":[1,{"x":"}"}],"answers":{}}'],
    ['an escape in a key', '{"id":"b","s\\u006ceep":"good"}'],
    ['an escape in an answer', '{"id":"b","sleep":"g\\u006fod"}'],
    ['an escape in the id', '{"id":"b\\"","sleep":"good"}'],
    ['a control character in the id', '{"id":"b\t","sleep":"good"}'],
    ['a blank id', '{"id":" ","sleep":"good"}'],
    ['an empty id', '{"id":"","sleep":"good"}'],
    ['no id', '{"sleep":"good"}'],
    ['two ids', '{"id":"b","sleep":"good","id":"c"}'],
    ['a question twice', '{"id":"b","sleep":"good","sleep":"good"}'],
    ['answers twice', '{"id":"b","answers":{},"answers":{}}'],
    ['answers that are nothing', '{"id":"b","answers":null}'],
    ['an answer outside', '{"id":"b","answers":{},"sleep":"good"}'],
    ['the id inside', '{"answers":{"id":"b"}}'],
    ['a number with a zero in front', '{"id":01}'],
    ['a negative number', '{"id":-1}'],
    ['a number with a fraction', '{"id":1.50}'],
    ['a comma too many', '{"id":"b",}'],
    ['a comma too few', '{"id":"b" "sleep":"good"}'],
    ['no brace at the end', '{"id":"b"'],
    ['text after it', '{"id":"b"}x'],
    ['a space in front', ' {"id":"b"}'],
    ['a list', '[{"id":"b"}]'],
    ['a replacement character', '{"id":"b\ufffd"}'],
    ['an id of another white space', '{"id":"\u00a0"}'],
    ['a byte order mark', '\ufeff{"id":"b"}'],
    ['a long line', `{"id":"b"${' '.repeat(LONGEST_ROW)}}`],
  ])('go to the full reader by themselves: %s', async (_, line) => {
    const text = `{"id":"first"}\n{"id":"a","sleep":"good"}\n${line}\r\n{"id":"z","sleep":"poor"}`;
    for (const chunk of line.length > 1000 ? [65_536] : [1, 3, 1000]) {
      const { fast, full, inBlocks } = await readTextBoth('a.ndjson', text, { chunk });
      expect(fast).toEqual(full);
      expect(inBlocks).toBe(2);
    }
  });
});

const space = fc.constantFrom('', '', '', ' ', '\t', '\r', '\u00a0');
const value = fc.constantFrom(
  '"good"',
  '"poor"',
  '"none"',
  '"plan"',
  '"group"',
  '"unknown"',
  'null',
  '""',
  '" "',
  '1',
  '"b\\u0061d"',
);
const id = fc.constantFrom('"a"', '"b c"', '"é"', '12', '0', '-1', '012', '" "', 'null', '"\\n"', '"\ufffd"');
const question = fc.constantFrom('"sleep"', '"thoughts"', '"wish"', '"sleeep"');
const member = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(question, space, space, value)
      .map(([key, before, after, text]) => `${key}${before}:${after}${text}`),
  },
  { weight: 2, arbitrary: id.map((text) => `"id":${text}`) },
);
const members = fc
  .tuple(fc.array(member, { maxLength: 4 }), space)
  .map(([list, gap]) => list.join(`${gap},${gap}`));
const nested = fc
  .tuple(id, members, space)
  .map(([text, inside, gap]) => `{"id":${text},${gap}"answers":${gap}{${inside}}${gap}}`);
const plainLine = fc
  .tuple(
    fc.constantFrom('"a"', '"b c"', '"é"', '12'),
    fc.constantFrom('', ' '),
    fc.constantFrom('"good"', 'null', '"unknown"'),
  )
  .map(([text, gap, answer]) => `{"id":${gap}${text},${gap}"answers":${gap}{"sleep":${gap}${answer}}}`);
const line = fc.oneof(
  { weight: 5, arbitrary: plainLine },
  { weight: 3, arbitrary: members.map((inside) => `{${inside}}`) },
  { weight: 4, arbitrary: nested },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '{}', '{', '[]', '\ufeff', '\0') },
);
/** A valid line with one byte changed, taken out or put in. */
const damage = fc.tuple(
  fc.nat(),
  fc.integer({ min: 0, max: 255 }),
  fc.integer({ min: 0, max: 2 }),
  fc.integer({ min: 0, max: 3 }),
);
const file = fc
  .tuple(
    fc.constantFrom('{"id":"first"}\n', '{"sleep":"good"}\n', '\ufeff{"id":1}\r\n', ''),
    fc.array(fc.tuple(line, damage), { maxLength: 8 }),
  )
  .map(([first, lines]) => {
    const encoder = new TextEncoder();
    return Uint8Array.from([
      ...encoder.encode(first),
      ...lines.flatMap(([text, [at, byte, removed, kind]]) => {
        const bytes = [...encoder.encode(`${text}\n`)];
        if (kind === 0) bytes.splice(at % bytes.length, removed, byte);
        return bytes;
      }),
    ]);
  });

test('whatever the bytes and the chunks, the rows are those of the full reader', async () => {
  let cases = 0;
  let rejected = 0;
  let inBlocks = 0;
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 60 }), async (bytes, chunk) => {
      const read = await readTextBoth('a.ndjson', bytes, { chunk });
      expect(read.fast).toEqual(read.full);
      inBlocks += read.inBlocks;
      cases += read.full.filter((row) => row.kind === 'case').length;
      rejected += read.full.filter((row) => row.kind === 'rejected').length;
    }),
    { seed: SEED, numRuns: 4000 },
  );
  expect(inBlocks).toBeGreaterThan(1000);
  expect(cases).toBeGreaterThan(inBlocks + 100);
  expect(rejected).toBeGreaterThan(1000);
});
