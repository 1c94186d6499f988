import { describe, expect, test } from 'vitest';
import { inShort, readText } from './read-text.ts';

const CASES = ['c1: 0 1 1', 'c2: 2 -1 -1'];

describe('cases are read', () => {
  test.each([
    [
      'from NDJSON',
      'a.ndjson',
      '{"id":"c1","answers":{"thoughts":"none","sleep":"poor","wish":"group"}}\n\n{"id":"c2","answers":{"thoughts":"plan","sleep":null,"wish":"unknown"}}',
    ],
    [
      'from flat NDJSON',
      'a.jsonl',
      '{"id":"c1","thoughts":"none","sleep":"poor","wish":"group"}\r\n{"id":"c2","thoughts":"plan","sleep":""}\r\n',
    ],
    [
      'from a JSON list',
      'a.json',
      '\ufeff[\n{"id":"c1","answers":{"thoughts":"none","sleep":"poor","wish":"group"}},\n{"id":"c2","story":{"x":[1]},"answers":{"thoughts":"plan"}}\n]\n',
    ],
    [
      'from a YAML list',
      'a.yaml',
      '- id: c1\n  answers: { thoughts: none, sleep: poor, wish: group }\n- id: c2\n  story: two\n  answers:\n    thoughts: plan\n    sleep:\n    wish: unknown\n',
    ],
  ])('%s', async (_, path, text) => {
    expect(inShort(await readText(path, text))).toEqual(CASES);
    expect(inShort(await readText(path, text, { chunk: 2 }))).toEqual(CASES);
  });

  test.each([
    ['a.json', '{"id":"c2","answers":{"thoughts":"plan"}}'],
    ['a.yml', 'id: c2\nanswers:\n  thoughts: plan\n'],
  ])('one by itself from %s', async (path, text) => {
    expect(inShort(await readText(path, text))).toEqual(['c2: 2 -1 -1']);
  });

  test.each([
    ['[{"id":"c2","answers":{"thoughts":"plan"}}]'],
    ['{"id":"c2","answers":{"thoughts":"plan"}}\n'],
    ['{\n"id":"c2",\n"answers":{"thoughts":"plan"}}\n'],
    ['- id: c2\n  answers:\n    thoughts: plan\n'],
    ['# a case\nid: c2\nanswers:\n  thoughts: plan\n'],
    ['id,thoughts\nc2,plan\n'],
    ['\ufeff\n\nid,thoughts\nc2,plan\n'],
  ])('from a text whose name says nothing: %j', async (text) => {
    expect(inShort(await readText('<stdin>', text))).toEqual(['c2: 2 -1 -1']);
  });

  test('with the format that was asked for, whatever the name says', async () => {
    expect(inShort(await readText('a.json', 'id,sleep\na,good\n', { format: 'csv' }))).toEqual([
      'a: -1 0 -1',
    ]);
  });

  test('with the digits of a number for the id, all of them', async () => {
    const text = '{"id":12345678901234567890,"answers":{}}\n{"id":12345678901234567891,"answers":{}}\n';
    expect(inShort(await readText('a.ndjson', text))).toEqual([
      '12345678901234567890: -1 -1 -1',
      '12345678901234567891: -1 -1 -1',
    ]);
    expect(inShort(await readText('a.yaml', '- id: 007\n  answers:\n'))).toEqual(['007: -1 -1 -1']);
  });

  test('by line number where the first has no id', async () => {
    const text = '[\n {"answers":{}},\n\n {"answers":{}},\n {"id":"x","answers":{}}]';
    expect(inShort(await readText('a.json', text))).toEqual([
      '2: -1 -1 -1',
      '4: -1 -1 -1',
      '5:8 unexpected-id',
    ]);
  });

  test('with the keys that are to be kept, and no other', async () => {
    const text = '{"id":"a","age":30,"mood":"low","site":null,"answers":{"sleep":"good"}}';
    expect(inShort(await readText('a.json', text, { keep: ['site', 'age', 'absent', 'sleep'] }))).toEqual([
      'a: -1 0 -1  30  good',
    ]);
  });
});

describe('a case is rejected at its place', () => {
  test.each([
    ['an unknown answer', '{"id":"a","answers":{"sleep":"bad"}}', '1:30 unknown-answer'],
    ['an unknown question', '{"id":"a","answers":{"sleeep":"good"}}', '1:22 unknown-question'],
    ['an unknown flat key', '{"id":"a","sleeep":"good"}', '1:11 unknown-question'],
    ['a flat identifier', '{"id":"a","sleep":"good","ssn":"1"}', '1:26 identifier-column'],
    ['an answer that is a number', '{"id":"a","answers":{"sleep":1}}', '1:30 not-text'],
    ['an answer that is a list', '{"id":"a","answers":{"sleep":["good"]}}', '1:30 not-text'],
    ['a question twice', '{"id":"a","answers":{"sleep":"good","sleep":"poor"}}', '1:37 duplicate-key'],
    ['two ids', '{"id":"a","answers":{},"id":"b"}', '1:24 duplicate-key'],
    ['answers twice', '{"id":"a","answers":{},"answers":{"sleep":"poor"}}', '1:24 duplicate-key'],
    ['an answer outside', '{"id":"a","answers":{},"sleep":"poor"}', '1:24 answer-outside'],
    ['a blank id', '{"id":" ","answers":{}}', '1:7 missing-id'],
    ['a null id', '{"id":null,"answers":{}}', '1:7 missing-id'],
    ['an id that is a list', '{"id":[],"answers":{}}', '1:7 not-text'],
    ['answers that are text', '{"id":"a","answers":"none"}', '1:21 not-a-case'],
    ['a case that is a list', '[1]', '1:1 not-a-case'],
    ['broken JSON', '{"id":"a",}', '1:11 invalid-json'],
    ['text after it', '{"id":"a","answers":{}} x', '1:25 invalid-json'],
    ['a kept mapping', '{"id":"a","answers":{},"k":{}}', '1:28 not-text'],
  ])('NDJSON: %s', async (_, line, problem) => {
    const text = `${line}\n{"id":"z","answers":{}}\n`;
    const rows = inShort(await readText('a.ndjson', text, { format: 'ndjson', keep: ['k'] }));
    expect(rows).toEqual([problem, 'z: -1 -1 -1 ']);
  });

  test('JSON: by line and column in the document', async () => {
    const text =
      '[\n  {\n    "id": "a",\n    "answers": {\n      "sleep": "bad"\n    }\n  },\n  {"answers": {}}\n]\n';
    expect(inShort(await readText('a.json', text))).toEqual(['5:16 unknown-answer', '8:3 missing-id']);
  });

  test('JSON: without `answers`', async () => {
    expect(inShort(await readText('a.json', '[{"id":"a","sleep":"good"}]'))).toEqual(['1:2 not-a-case']);
  });

  test('YAML: by line and column in the document', async () => {
    const text = [
      '- id: a',
      '  answers:',
      '    sleep: bad',
      '- id: b',
      '  answers: { sleeep: good, sleep: 3 }',
      '- answers: { sleep: good }',
      '- id: d',
      '  answers: { sleep: &x good }',
      '- id: e',
      '  id: f',
      '  answers: {}',
      '- id: g',
      '  note: &y no',
      '  answers: { sleep: good }',
    ].join('\n');
    expect(inShort(await readText('a.yaml', text))).toEqual([
      '3:12 unknown-answer',
      '5:14 unknown-question',
      '5:35 not-text',
      '6:3 missing-id',
      '8:21 invalid-yaml',
      '10:3 invalid-yaml',
      'g: -1 0 -1',
    ]);
  });
});

describe('a document is refused', () => {
  test.each([
    ['a.json', '', 'unusable 1:1 empty-file'],
    ['a.ndjson', ' \n \n', 'unusable 1:1 empty-file'],
    ['a.yaml', '# nothing\n', 'unusable 1:1 empty-file'],
    ['a.json', '[{"id":"a","answers":{}}', 'unusable 1:25 invalid-json'],
    ['a.json', '{"id":"a","answers":{}}\n{"id":"b"}', 'unusable 2:1 invalid-json'],
    ['a.json', '[] x', 'unusable 1:4 invalid-json'],
    ['a.yaml', '- id: "a\n', 'unusable 1:7 invalid-yaml'],
    ['a.yaml', 'a: 1\n---\nb: 2\n', 'unusable 2:1 invalid-yaml'],
  ])('%s: %j', async (path, text, problem) => {
    expect(inShort(await readText(path, text)).at(-1)).toBe(problem);
  });

  test('where it is too large for its format, before it fills the memory', async () => {
    const yaml = `# ${'x'.repeat(1_000_001)}`;
    expect(inShort(await readText('a.yaml', yaml, { chunk: 65_536 }))).toEqual([
      'unusable 1:1 file-too-large',
    ]);
    const line = `{"id":"a","answers":{},"note":"${'x'.repeat(2 ** 20)}"}\n{"id":"b","answers":{}}`;
    expect(inShort(await readText('a.ndjson', line, { chunk: 65_536 }))).toEqual([
      '1:1 row-too-long',
      'b: -1 -1 -1',
    ]);
  });

  test('where a key that identifies is to be kept', async () => {
    const text = '{"id":"a","email":"x","answers":{}}\n';
    expect(inShort(await readText('a.ndjson', text, { keep: ['email'] }))).toEqual([
      'unusable 1:1 identifier-column',
    ]);
    expect(
      inShort(await readText('a.ndjson', text, { keep: ['email'], allowIdentifier: ['email'] })),
    ).toEqual(['a: -1 -1 -1 x']);
  });

  test('deep nesting rejects the row and does not end the program', async () => {
    const text = `${'['.repeat(100_000)}\n{"id":"b","answers":{}}`;
    expect(inShort(await readText('a.ndjson', text))).toEqual(['1:65 invalid-json', 'b: -1 -1 -1']);
  });
});
