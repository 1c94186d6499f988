import { describe, expect, test } from 'vitest';
import { rejectedCsv, unusableText } from '../../src/batch/rejected-text.ts';
import { inShort, type ReadOptions, readText } from './read-text.ts';

const FILES = {
  'cases.csv': (ids: readonly string[]) =>
    `id,thoughts,remark\n${ids.map((id) => `"${id}",none,fine\n`).join('')}`,
  'cases.ndjson': (ids: readonly string[]) =>
    ids.map((id) => `${JSON.stringify({ id, thoughts: 'none', remark: 'fine' })}\n`).join(''),
  'cases.json': (ids: readonly string[]) =>
    JSON.stringify(ids.map((id) => ({ id, remark: 'fine', answers: { thoughts: 'none' } }))),
  'cases.yaml': (ids: readonly string[]) =>
    ids.map((id) => `- id: '${id}'\n  remark: fine\n  answers:\n    thoughts: none\n`).join(''),
} as const;

const IDENTIFYING = ['Doe, Jane', '123-45-6789', '503-555-0199', 'jane@example.org', '1980-04-12'];

function read(name: keyof typeof FILES, ids: readonly string[], options: ReadOptions = {}) {
  return readText(name, FILES[name](ids), { keep: ['remark'], ...options });
}

describe.each(['cases.csv', 'cases.ndjson', 'cases.json', 'cases.yaml'] as const)('%s', (name) => {
  test.each(IDENTIFYING)('stops at the id %s, which is said nowhere', async (id) => {
    const rows = await read(name, ['a1', 'a2', id, 'a4', id]);
    expect(rows.map(({ kind }) => kind)).toEqual(['case', 'case', 'unusable']);
    const last = rows.at(-1);
    if (last?.kind !== 'unusable') throw new Error('the file was not refused');
    expect(inShort([last])).toEqual([expect.stringMatching(/^unusable \d+:\d+ identifying-value$/)]);
    const told = unusableText(last) + rejectedCsv(last);
    expect(told).toMatch(/the id looks like .*`--allow-identifier id`/s);
    for (const part of id.split(/\W+/).filter(({ length }) => length > 2)) expect(told).not.toContain(part);
  });

  test('goes on where the id is allowed by name', async () => {
    const rows = await read(name, IDENTIFYING, { allowIdentifier: ['id'] });
    expect(rows.map(({ kind }) => kind)).toEqual(IDENTIFYING.map(() => 'case'));
  });

  test('looks at bare digits in the first id alone', async () => {
    expect((await read(name, ['a', '19800412', '5035550199'])).map(({ kind }) => kind)).toEqual([
      'case',
      'case',
      'case',
    ]);
    expect((await read(name, ['19800412', 'a'])).map(({ kind }) => kind)).toEqual(['unusable']);
  });

  test('is read in the same way in chunks of any size', async () => {
    const whole = inShort(await read(name, ['a1', 'Doe, Jane', 'a3']));
    expect(inShort(await read(name, ['a1', 'Doe, Jane', 'a3'], { chunk: 3 }))).toEqual(whole);
  });
});

test('an identifying id is told before what else is wrong with its row', async () => {
  const rows = await readText('cases.csv', 'id,thoughts\na,none\n123-45-6789,never\nb,none\n');
  expect(inShort(rows)).toEqual(['a: 0 -1 -1', 'unusable 3:1 identifying-value']);
});

test('line numbers are ids that say nothing, whatever the file is called', async () => {
  const rows = await readText('cases-1980-04-12.csv', 'thoughts\nnone\nsome\n');
  expect(rows.map(({ kind }) => kind)).toEqual(['case', 'case']);
});

describe('a kept column', () => {
  const file = 'id,thoughts,remark\na,none,fine\nb,none,call 503-555-0199\nc,none,fine\n';

  test('stops the file where it holds what looks like an identifier', async () => {
    const rows = await readText('cases.csv', file, { keep: ['remark'] });
    expect(inShort(rows)).toEqual(['a: 0 -1 -1 fine', 'unusable 3:8 identifying-value']);
    expect(rows.at(-1)).toMatchObject({
      problems: [{ reason: 'the kept column `remark` holds what looks like a phone number' }],
    });
  });

  test('goes on where it is allowed by name', async () => {
    const rows = await readText('cases.csv', file, { keep: ['remark'], allowIdentifier: ['remark'] });
    expect(rows.map(({ kind }) => kind)).toEqual(['case', 'case', 'case']);
  });
});

describe('what looks like an identifier is not shown in other messages', () => {
  test('as an answer', async () => {
    const [row] = await readText('cases.csv', 'id,thoughts\na,503-555-0199\n');
    expect(row).toMatchObject({
      kind: 'rejected',
      problems: [{ reason: 'a value that looks like a phone number is not an answer to `thoughts`' }],
    });
  });

  test('as the name of a column, where the header is missing', async () => {
    const [row] = await readText('cases.csv', 'jane@example.org,none\n');
    expect(row).toMatchObject({
      kind: 'unusable',
      problems: [{ reason: 'the name of column 1 looks like an e-mail address' }, {}],
    });
  });
});
