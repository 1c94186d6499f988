import { describe, expect, test } from 'vitest';
import type { InputRow } from '../../../src/batch/case-row.ts';
import { readMapped } from '../../../src/batch/mapping/read-mapped.ts';
import { readMapping } from '../../../src/batch/mapping/read-mapping.ts';
import { createReading } from '../../../src/batch/reading.ts';
import { rejectedLines, unusableText } from '../../../src/batch/rejected-text.ts';
import { inShort, type ReadOptions, source } from '../read-text.ts';
import { tiny } from '../tiny-rule-set.ts';

async function readBy(map: string, path: string, text: string | Uint8Array, options: ReadOptions = {}) {
  const { mapping, diagnostics } = readMapping({ path: 'map.yaml', text: `mapping: tiny\n${map}` }, tiny);
  if (mapping === undefined) throw new Error(diagnostics[0]?.message);
  const keep = [...(options.keep ?? []), ...mapping.keep.map(({ text: name }) => name)];
  const reading = createReading(tiny, { ...options, keep });
  const file = { path, mapping, reading, idOfLine: String };
  const rows: InputRow[] = [];
  for await (const batch of readMapped(source(path, text, options.chunk), file, options.format))
    rows.push(...batch);
  return rows;
}

function told(rows: readonly InputRow[]): string {
  return rows
    .map((row) =>
      row.kind === 'case' ? '' : row.kind === 'rejected' ? rejectedLines(row) : unusableText(row),
    )
    .join('');
}

const RECODED = `id: nr
ignore: [remark]
questions:
  thoughts: { column: SI, answers: { 0: none, 1: some, 2: plan }, blank: none }
  sleep: { column: Schlaf, answers: { gut: good, schlecht: poor }, other: unknown }
  wish: { constant: group }
`;

describe('a file with a mapping', () => {
  test('has its columns renamed, its values recoded and what it lacks filled in', async () => {
    const rows = await readBy(RECODED, 'a.csv', 'nr,SI,Schlaf,remark\na,0,gut,x\nb,2,schlecht,\nc,,?,z\n');
    expect(inShort(rows)).toEqual(['a: 0 0 1', 'b: 2 1 1', 'c: 0 -1 1']);
  });

  test.each([1, 5, 1000])(
    'is the same in chunks of %i, with another delimiter and encoding',
    async (chunk) => {
      const text = 'nr;SI;Schläft;remark\r\n"a;1";1;ja;"; ü"\r\nb;0;nein;\r\n';
      const map = `id: nr
delimiter: ';'
encoding: windows-1252
ignore: others
questions:
  thoughts: { column: SI, answers: { 0: none, 1: some } }
  sleep: { column: Schläft, answers: { ja: good, nein: poor } }
`;
      const bytes = Uint8Array.from(text, (mark) => mark.charCodeAt(0));
      expect(inShort(await readBy(map, 'a.csv', bytes, { chunk }))).toEqual(['a;1: 1 0 -1', 'b: 0 1 -1']);
    },
  );

  test('may be UTF-16, as spreadsheets write it', async () => {
    const bytes = new Uint8Array(Buffer.from('\ufeffnr\tS\r\na\tgood\r\n', 'utf16le'));
    const map = 'delimiter: tab\nencoding: utf-16le\nid: nr\nquestions: { sleep: S }\n';
    expect(inShort(await readBy(map, 'a.txt', bytes, { chunk: 3 }))).toEqual(['a: -1 0 -1']);
  });

  test('takes the first answer of which the conditions hold', async () => {
    const map = `questions:
  thoughts:
    first_of:
      - { when: { month: ['1', '2'], year: 1 }, answer: plan }
      - { when: { year: [1, 2] }, answer: some }
      - { when: { month: '', year: 0 }, answer: none }
`;
    const rows = await readBy(map, 'a.csv', 'month,year\n1,1\n0,2\n ,0\n,\n');
    expect(inShort(rows)).toEqual(['2: 2 -1 -1', '3: 1 -1 -1', '4: 0 -1 -1', '5: -1 -1 -1']);
  });

  test('may be flat NDJSON, with keys left out', async () => {
    const rows = await readBy(
      RECODED,
      'a.ndjson',
      '{"nr":7,"SI":0,"Schlaf":"gut"}\n\n{"nr":"b","SI":null,"remark":{}}\n{"nr":"c","SI":[1]}\n{"nr":"d","Si":1}\n{"nr":"e"\n',
    );
    expect(inShort(rows)).toEqual([
      '7: 0 0 1',
      'b: 0 -1 1',
      '4:11 not-text',
      '5:11 unknown-column',
      '6:10 invalid-json',
    ]);
  });

  test('keeps columns, in the order of the options and then of the mapping', async () => {
    const map = 'id: nr\nkeep: [site]\nquestions: { sleep: S }\n';
    const rows = await readBy(map, 'a.csv', 'nr,S,site,year\na,good,north,2024\n', { keep: ['year'] });
    expect(inShort(rows)).toEqual(['a: -1 0 -1 2024 north']);
  });
});

describe('nothing is guessed', () => {
  test('a value without an answer rejects its row', async () => {
    const rows = await readBy(RECODED, 'a.csv', 'nr,SI,Schlaf,remark\na,3,gut,\nb,0,gut,\n');
    expect(inShort(rows)).toEqual(['2:3 unmapped-value', 'b: 0 0 1']);
    expect(told(rows)).toBe(
      'a.csv:2:3: `3` in the column `SI` has no answer to `thoughts`; add it to `answers` in the mapping, or say with `other` what any other value means\n',
    );
  });

  test('nor does a combination', async () => {
    const map = 'questions: { sleep: { first_of: [{ when: { a: 1, b: 1 }, answer: poor }] } }\n';
    const rows = await readBy(map, 'a.csv', 'b,a\n1,1\n1,503-555-0199\n');
    expect(told(rows)).toBe(
      'a.csv:3:3: no entry of `first_of` for `sleep` holds: `a` is a value that looks like a phone number, `b` is `1`; add an entry to the mapping, or say with `other` what is meant where none holds\n',
    );
  });

  test('nor does another spelling of an answer where none is given', async () => {
    const rows = await readBy('questions: { sleep: S }\n', 'a.csv', 'S\nGood\nunknown\n\n""\n');
    expect(inShort(rows)).toEqual(['2:1 unknown-answer', '3: -1 -1 -1', '5: -1 -1 -1']);
  });

  test('a wrong row costs nothing but itself', async () => {
    const rows = await readBy(RECODED, 'a.csv', 'nr,SI,Schlaf,remark\na,0\n"b"x,0,gut,\n,0,gut,\nd,0,gut,\n');
    expect(inShort(rows)).toEqual(['2:3 column-count', '3:4 broken-quotes', '4:1 missing-id', 'd: 0 0 1']);
  });
});

describe('a mapping that does not fit its file', () => {
  test('names a column that the file lacks: shown in the mapping', async () => {
    const rows = await readBy('id: nr\nquestions: { sleep: Schlafe }\n', 'a.csv', 'nr,Schlaf\na,good\n');
    expect(told(rows)).toBe(
      [
        'error: `a.csv` has no column `Schlafe` (unknown-column)',
        '  --> map.yaml:3:21',
        '3 | questions: { sleep: Schlafe }',
        '  |                     ^^^^^^^',
        '  = help: did you mean `Schlaf`? the columns are nr, Schlaf',
        '',
      ].join('\n'),
    );
  });

  test('has another delimiter', async () => {
    const rows = await readBy('questions: { sleep: S }\n', 'a.csv', 'nr;S\na;good\n');
    expect(told(rows)).toContain("help: the file seems to have another delimiter: `delimiter: ';'`");
  });

  test.each([
    [
      'questions: { sleep: S }\n',
      'nr,S\n',
      '1:1: the column `nr` is not in the mapping',
      'to leave it out, name it under `ignore`',
    ],
    [
      'questions: { sleep: S }\nignore: others\n',
      'S,S\n',
      '1:3: the column `S` occurs twice',
      'give each its own name',
    ],
    [
      'questions: { sleep: S }\nignore: others\n',
      'S,Last Name\n',
      '1:3: the column `Last Name` looks as if it identifies a person',
      'name it under `ignore` in the mapping',
    ],
    [
      'id: MRN\nquestions: { sleep: S }\n',
      'S,MRN\n',
      '1:3: the column `MRN` looks as if it identifies a person',
      'name it with `--allow-identifier`',
    ],
  ])('%j of %j', async (map, header, reason, help) => {
    const text = told(await readBy(map, 'a.csv', `${header}x\n`));
    expect(text).toContain(`a.csv:${reason}`);
    expect(text).toContain(help);
  });

  test('may leave an identifying column out by its name', async () => {
    const rows = await readBy(
      'ignore: [Last Name]\nquestions: { sleep: S }\n',
      'a.csv',
      'S,Last Name\ngood,Doe\n',
    );
    expect(inShort(rows)).toEqual(['2: -1 0 -1']);
  });

  test('stops at an id that looks like an identifier', async () => {
    const rows = await readBy(
      'id: nr\nquestions: { sleep: S }\n',
      'a.csv',
      'nr,S\na,good\n"Doe, Jane",good\nc,good\n',
    );
    expect(inShort(rows)).toEqual(['a: -1 0 -1', 'unusable 3:1 identifying-value']);
  });

  test('is not for JSON with answers', async () => {
    const rows = await readBy('questions: { sleep: S }\n', 'a.json', '[{"id":"a","answers":{}}]');
    expect(told(rows)).toContain('a mapping reads CSV, Excel and flat NDJSON, and the file is JSON');
  });
});
