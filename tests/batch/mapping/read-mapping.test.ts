import { describe, expect, test } from 'vitest';
import { readMapping } from '../../../src/batch/mapping/read-mapping.ts';
import { tiny } from '../tiny-rule-set.ts';

function read(text: string) {
  return readMapping({ path: 'map.yaml', text }, tiny);
}

/** Each problem as `line:column code: message | help`. */
function problems(text: string): string[] {
  return read(text).diagnostics.map(
    ({ line, column, code, message, help }) => `${line}:${column} ${code}: ${message} | ${help}`,
  );
}

describe('a mapping file', () => {
  test('says where each answer comes from', () => {
    const { mapping, diagnostics } = read(`
mapping: tiny
delimiter: tab
encoding: latin1
sheet: Intake
id: record
keep: [site]
ignore: [remarks, 7]
questions:
  thoughts:
    column: SI
    answers: { 0: none, 1: some, 'yes': plan }
    blank: none
    other: unknown
  sleep: sleep_quality
  wish:
    first_of:
      - { when: { asked: 1, group: ['yes', 2] }, answer: group }
      - { when: { asked: '' }, answer: unknown }
    other: none
`);
    expect(diagnostics).toEqual([]);
    expect(mapping).toMatchObject({
      delimiter: '\t',
      encoding: 'windows-1252',
      sheet: 'Intake',
      id: { text: 'record' },
      keep: [{ text: 'site' }],
      ignore: [{ text: 'remarks' }, { text: '7' }],
    });
    expect(mapping?.sources.get(0)).toMatchObject({
      kind: 'recoded',
      column: { text: 'SI', place: { line: 11 } },
      answers: new Map([
        ['0', 0],
        ['1', 1],
        ['yes', 2],
      ]),
      blank: 0,
      other: -1,
    });
    expect(mapping?.sources.get(1)).toMatchObject({ kind: 'column', column: { text: 'sleep_quality' } });
    expect(mapping?.sources.get(2)).toMatchObject({
      kind: 'first-of',
      choices: [
        { answer: 1, when: [{ column: { text: 'asked' } }, { values: new Set(['yes', '2']) }] },
        { answer: -1, when: [{ values: new Set(['']) }] },
      ],
      blank: -1,
      other: 0,
    });
  });

  test('may ignore all other columns', () => {
    expect(read('mapping: tiny\nignore: others\nquestions: { sleep: s }\n').mapping?.ignore).toBe('others');
  });
});

const BODY = 'mapping: tiny\nquestions:\n';

describe('a mistake in a mapping file is told with its place', () => {
  test.each([
    [
      `${BODY}  slep: s\n`,
      '3:3 unknown-question: unknown question `slep` | did you mean `sleep`? the questions are thoughts, sleep, wish',
    ],
    [
      `${BODY}  sleep: { column: s, answers: { 1: god } }\n`,
      '3:37 unknown-answer: unknown answer `god` for `sleep` | did you mean `good`? the answers are good, poor',
    ],
    [
      `${BODY}  sleep: { constant: fine }\n`,
      '3:22 unknown-answer: unknown answer `fine` for `sleep` | the answers are good, poor',
    ],
    [
      `mapping: adult\nquestions: { sleep: s }\n`,
      '1:10 wrong-value: the mapping is for the rule set `adult`, not for `tiny` | choose the rule set with `--rules`, or another mapping',
    ],
    [
      `questions: { sleep: s }\n`,
      '1:1 missing-key: the file does not say for which rule set it is | begin it with `mapping: tiny`',
    ],
    [
      `${BODY}  sleep: s\nencodng: utf-8\n`,
      '4:1 unknown-key: unknown key `encodng` | did you mean `encoding`?',
    ],
    [
      `${BODY}  sleep: s\nencoding: utf-9\n`,
      '4:11 wrong-value: the encoding `utf-9` is not known | write utf-8, utf-16le, windows-1252 or another label of the web',
    ],
    [
      `${BODY}  sleep: s\ndelimiter: ';;'\n`,
      "4:12 wrong-value: `delimiter` must be one mark, or `tab` | write it in quotes, as in ';'",
    ],
    [
      `${BODY}  sleep: s\nkeep: site\n`,
      '4:7 wrong-type: `keep` must be a list of columns | write `[first, second]`',
    ],
    [
      `${BODY}  sleep: s\nkeep: [site, site]\n`,
      '4:14 repeated-item: `site` stands in the list twice | delete one',
    ],
    [
      `${BODY}  sleep: s\nignore: all\n`,
      '4:9 wrong-value: `ignore` can be a list of columns, or `others` | write `[all]` for one column',
    ],
    [
      `${BODY}  sleep: s\nignore: [s]\n`,
      '4:10 repeated-item: `s` is read elsewhere in the mapping | take it out of `ignore`',
    ],
    [
      `${BODY}  sleep: { colum: s }\n`,
      '3:10 missing-key: `sleep` needs one of `column`, `constant` and `first_of` | write `question: column`, or `question: { column: name, answers: { value: answer } }`',
    ],
    [
      `${BODY}  sleep: { column: s, constant: good }\n`,
      '3:10 missing-key: `sleep` needs one of `column`, `constant` and `first_of` | write `question: column`, or `question: { column: name, answers: { value: answer } }`',
    ],
    [
      `${BODY}  sleep: { column: s, blank: good }\n`,
      '3:23 missing-key: `blank` cannot stand without `answers` | add `answers:` with `value: answer` lines',
    ],
    [
      `${BODY}  sleep: { column: s, answers: [good] }\n`,
      '3:32 wrong-type: `answers` must be a mapping of values to answers, not a list | write `{ value: answer }`',
    ],
    [
      `${BODY}  sleep: { first_of: [] }\n`,
      '3:22 wrong-type: `first_of` must be a list of answers with conditions, not a list | write `- { when: { column: value }, answer: id }`',
    ],
    [
      `${BODY}  sleep: { first_of: [{ when: { a: 1 } }] }\n`,
      '3:23 missing-key: each entry of `first_of` needs `when` and `answer` | write `{ when: { column: value }, answer: id }`',
    ],
    [
      `${BODY}  sleep: { first_of: [{ when: { a: [] }, answer: good }] }\n`,
      "3:36 wrong-type: `a` must be a value, or a list of values, not a list | for a blank cell write ''",
    ],
    [
      'mapping: tiny\n',
      '1:1 missing-key: the mapping has no `questions` with the columns that answer them | add `questions:` with lines like `question: column`',
    ],
    [
      '- a\n',
      '1:1 wrong-type: a mapping file must be a mapping of keys to values, not a list | begin it with `mapping:` and the rule set',
    ],
    [
      `${BODY}  sleep: { column: s, answers: { yes: good } }\n`,
      "3:34 unquoted-yes-no: `yes` without quotes can be read as a boolean | write 'yes' in quotes; for a key that is a flag write true",
    ],
  ])('%j', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
    expect(read(text).mapping).toBeUndefined();
  });

  test('whatever the text, reading it never throws', () => {
    for (const text of ['', '\0', '{', 'mapping: [', 'questions: { sleep: }', 'a: &b c\nd: *b', '- - -'])
      expect(problems(text)).not.toEqual([]);
  });
});
