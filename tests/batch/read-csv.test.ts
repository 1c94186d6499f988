import { describe, expect, test } from 'vitest';
import { inShort, readAll, readText, source } from './read-text.ts';

describe('a CSV file of cases', () => {
  const rows = ['c1: 0 1 1', 'c2: 2 -1 -1', 'c3: -1 -1 0'];

  test.each([
    [
      'as the template has it',
      'id,thoughts,sleep,wish\nc1,none,poor,group\nc2,plan,,unknown\nc3, ,unknown,none\n',
    ],
    [
      'with its columns in another order',
      'wish,id,sleep,thoughts\ngroup,c1,poor,none\n,c2,,plan\nnone,c3,,\n',
    ],
    [
      'with a byte order mark and CRLF',
      '\ufeffid,thoughts,sleep,wish\r\nc1,none,poor,group\r\nc2,plan,,\r\nc3,,,none\r\n',
    ],
    [
      'with quotation marks',
      '"id","thoughts","sleep","wish"\n"c1","none","poor","group"\nc2,"plan",,""\nc3,,,none',
    ],
    [
      'with empty lines and no final line end',
      '\nid,thoughts,sleep,wish\n\nc1,none,poor,group\n\nc2,plan,,\nc3,,,none',
    ],
  ])('is read %s', async (_, text) => {
    expect(inShort(await readText('cases.csv', text))).toEqual(rows);
    expect(inShort(await readText('cases.csv', text, { chunk: 3 }))).toEqual(rows);
  });

  test('may leave questions out: they are open', async () => {
    expect(inShort(await readText('cases.csv', 'id,sleep\na,good\n'))).toEqual(['a: -1 0 -1']);
  });

  test('may have line ends inside an id', async () => {
    const rows = await readText('cases.csv', 'id,sleep\n"a\r\nb",good\nc,nope\n');
    expect(inShort(rows)).toEqual(['a\r\nb: -1 0 -1', '4:3 unknown-answer']);
  });

  test('without an `id` column takes the line number for it', async () => {
    expect(inShort(await readText('cases.csv', 'sleep\ngood\n\npoor\n'))).toEqual([
      '2: -1 0 -1',
      '4: -1 1 -1',
    ]);
  });

  test('with a header alone holds no case', async () => {
    expect(await readText('cases.csv', 'id,sleep\n')).toEqual([]);
  });

  test('gives the columns that are to be kept, in the order asked for', async () => {
    const text = 'site,id,sleep,age\nnorth,a,good,30\n';
    expect(inShort(await readText('cases.csv', text, { keep: ['age', 'site', 'sleep'] }))).toEqual([
      'a: -1 0 -1 30 north good',
    ]);
  });
});

describe('a row of a CSV file is rejected at its place', () => {
  test.each([
    ['an unknown answer', 'id,thoughts,sleep\na,none,bad\n', ['2:8 unknown-answer']],
    ['an answer in other case', 'id,sleep\na,Good\n', ['2:3 unknown-answer']],
    ['an answer with a space', 'id,sleep\na, good\n', ['2:3 unknown-answer']],
    [
      'several wrong answers, all named',
      'id,thoughts,sleep\na,x,y\n',
      ['2:3 unknown-answer', '2:5 unknown-answer'],
    ],
    ['an answer behind a quoted one', 'id,thoughts,sleep\n"a,b","none",bad\n', ['2:14 unknown-answer']],
    ['an answer after a quoted line end', 'id,thoughts,sleep\n"a\nb",none,bad\n', ['3:9 unknown-answer']],
    ['a blank id', 'thoughts,id\nnone, \n', ['2:6 missing-id']],
    ['too few columns', 'id,thoughts,sleep\na,none\n', ['2:3 column-count']],
    ['too many columns', 'id,sleep\na,good,\n', ['2:8 column-count']],
    ['broken quotes', 'id,sleep\na,"good\n', ['2:3 broken-quotes']],
  ])('%s', async (_, text, problems) => {
    expect(inShort(await readText('cases.csv', text))).toEqual(problems);
  });

  test('and the others go on', async () => {
    const text = 'id,sleep\na,good\nb,bad\nc\n"d,good\ne,poor\n';
    expect(inShort(await readText('cases.csv', text))).toEqual([
      'a: -1 0 -1',
      '3:3 unknown-answer',
      '4:1 column-count',
      '5:1 broken-quotes',
      'e: -1 1 -1',
    ]);
  });

  test('with what was found, what is allowed, and which was meant', async () => {
    const rows = await readText('cases.csv', 'id,thoughts\na,plann\n');
    expect(rows).toEqual([
      {
        kind: 'rejected',
        path: 'cases.csv',
        problems: [
          {
            line: 2,
            column: 3,
            code: 'unknown-answer',
            reason: '`plann` is not an answer to `thoughts`',
            help: 'did you mean `plan`? the answers are none, some, plan, unknown',
          },
        ],
      },
    ]);
  });

  test('where its id or a kept column is not UTF-8', async () => {
    const text = Uint8Array.from([
      ...Buffer.from('id,sleep,site\na'),
      0xe9,
      ...Buffer.from(',good,x\nb,good,'),
      0xff,
      0x0a,
    ]);
    expect(inShort(await readText('cases.csv', text, { keep: ['site'] }))).toEqual([
      '2:1 not-utf8',
      '3:8 not-utf8',
    ]);
  });

  test('showing control characters and long texts for what they are', async () => {
    const [row] = await readText('cases.csv', `id,sleep\na,\u001b[2J${'x'.repeat(500)}\n`);
    const reason = row?.kind === 'rejected' ? (row.problems[0]?.reason ?? '') : '';
    expect(reason).toContain('\\u{1b}[2J');
    expect(reason.length).toBeLessThan(120);
  });
});

describe('a CSV file is refused before its first row', () => {
  test.each([
    ['an unknown column', 'id,sleeep\na,good\n', ['unusable 1:4 unknown-column']],
    ['a column in other case', 'ID,sleep\na,good\n', ['unusable 1:1 unknown-column']],
    [
      'several, all named',
      'id,a1,sleep,b2\n',
      ['unusable 1:4 unknown-column', 'unusable 1:13 unknown-column'],
    ],
    ['a column without a name', 'id,sleep,\n', ['unusable 1:10 unknown-column']],
    ['no question', 'id\na\n', ['unusable 1:1 no-question-column']],
    ['a column twice', 'id,sleep,sleep\n', ['unusable 1:10 duplicate-column']],
    ['semicolons', 'id;sleep\na;good\n', ['unusable 1:1 unknown-column']],
    ['tabs', 'id\tsleep\na\tgood\n', ['unusable 1:1 unknown-column']],
    ['carriage returns alone', 'id,sleep\ra,good\r', ['unusable 1:1 line-ends']],
    ['a header with broken quotes', 'id,"sleep\na,good\n', ['unusable 1:4 broken-quotes']],
    ['nothing in it', '', ['unusable 1:1 empty-file']],
    ['white space alone', ' \n\n', ['unusable 1:1 empty-file']],
    [
      'more columns than a spreadsheet can have',
      `id,sleep${','.repeat(16_384)}\n`,
      ['unusable 1:1 column-count'],
    ],
    ['an identifier', 'id,sleep,Date of Birth\na,good,1\n', ['unusable 1:10 identifier-column']],
  ])('with %s', async (_, text, problems) => {
    expect(inShort(await readText('cases.csv', text)).slice(0, 2)).toEqual(problems);
  });

  test('where a column to be kept is not there', async () => {
    expect(inShort(await readText('cases.csv', 'id,sleep\na,good\n', { keep: ['site'] }))).toEqual([
      'unusable 1:1 missing-column',
    ]);
  });

  test('with help that names the column that was meant', async () => {
    const [row] = await readText('cases.csv', 'id,sleeep\n');
    expect(row?.kind === 'unusable' && row.problems[0]?.help).toContain('did you mean `sleep`?');
  });

  test('with white space for more than a row can be long', async () => {
    const rows = await readText('cases.csv', `${' '.repeat(2 ** 21)}\nid,sleep\na,good\n`, { chunk: 65_536 });
    expect(rows.map(({ kind }) => kind)).toEqual(['unusable']);
    expect(inShort(rows)).toEqual(['unusable 1:1 empty-file']);
  });

  test('in UTF-16', async () => {
    const text = Buffer.from('\ufeffid,sleep\na,good\n', 'utf16le');
    expect(inShort(await readText('cases.csv', text))).toEqual(['unusable 1:1 not-utf8']);
    expect(inShort(await readText('cases.csv', text.subarray(2)))).toEqual(['unusable 1:1 not-utf8']);
  });

  test('with an identifier that is to be kept, unless it is allowed by name; its values are not shown', async () => {
    const text = 'id,sleep,ZIP code,mrn\na,good,90210,777\n';
    const keep = ['ZIP code', 'mrn'];
    const refused = await readText('cases.csv', text, { keep, allowIdentifier: ['mrn'] });
    expect(inShort(refused)).toEqual(['unusable 1:10 identifier-column']);
    expect(JSON.stringify(refused)).not.toMatch(/90210|777/);
    expect(inShort(await readText('cases.csv', text, { keep, allowIdentifier: keep }))).toEqual([
      'a: -1 0 -1 90210 777',
    ]);
  });
});

describe('several files', () => {
  const good = source('a.csv', 'id,sleep\na,good\n');

  test('are read one after the other', async () => {
    const rows = await readAll([good, source('b.ndjson', '{"id":"b","sleep":"poor"}\n')]);
    expect(inShort(rows)).toEqual(['a: -1 0 -1', 'b: -1 1 -1']);
  });

  test('are refused before the first row of the first where the header of another cannot be used', async () => {
    const rows = await readAll([good, source('b.csv', 'id,nope\nb,1\n'), source('c.csv', '')]);
    expect(inShort(rows)).toEqual(['unusable 1:4 unknown-column', 'unusable 1:1 empty-file']);
    expect(rows.map((row) => row.path)).toEqual(['b.csv', 'c.csv']);
  });

  test('without ids name their cases by file and line', async () => {
    const rows = await readAll([source('a.csv', 'sleep\ngood\n'), source('b.csv', 'sleep\npoor\n')]);
    expect(inShort(rows)).toEqual(['a.csv:2: -1 0 -1', 'b.csv:2: -1 1 -1']);
  });
});

test('a file is closed when its reader stops early', async () => {
  let closed = 0;
  const open = async function* () {
    try {
      yield 'id,nope\n';
      yield 'a,1\n';
    } finally {
      closed++;
    }
  };
  await readAll([{ path: 'a.csv', open }]);
  expect(closed).toBe(1);
});
