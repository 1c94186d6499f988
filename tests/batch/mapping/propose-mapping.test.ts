import { describe, expect, test } from 'vitest';
import { decideByAsking, decideUnasked } from '../../../src/batch/mapping/decide.ts';
import { proposeMapping } from '../../../src/batch/mapping/propose-mapping.ts';
import { readMapping } from '../../../src/batch/mapping/read-mapping.ts';
import { type Sample, sampleFile } from '../../../src/batch/mapping/sample.ts';
import { isSameText, similarity } from '../../../src/batch/mapping/similarity.ts';
import { mappingYaml } from '../../../src/batch/mapping/write-mapping.ts';
import type { Screen } from '../../../src/render/screen.ts';
import { adult } from '../../adult-rule-set.ts';
import { source } from '../read-text.ts';
import { tiny } from '../tiny-rule-set.ts';

async function sampled(path: string, content: string | Uint8Array): Promise<Sample> {
  const sample = await sampleFile(source(path, content, 50));
  if ('kind' in sample) throw new Error(sample.problems[0]?.reason);
  return sample;
}

/** Each column as `use certainty`, a question by its id. */
async function proposed(text: string, ruleSet = tiny): Promise<string[]> {
  return proposeMapping(await sampled('a.csv', text), ruleSet).map(({ proposal }) => {
    const what = proposal.use === 'question' ? (proposal.candidates[0]?.question.id ?? '') : proposal.use;
    return `${what} ${proposal.certainty}`;
  });
}

describe('a sample', () => {
  test('counts the values of each column', async () => {
    const { columns, rows } = await sampled('a.csv', 'id,sleep\n1,good\n2,\n3,poor\n4,poor\n');
    expect(rows).toBe(4);
    expect(columns[1]).toEqual({
      name: 'sleep',
      blanks: 1,
      values: [
        ['poor', 2],
        ['good', 1],
      ],
    });
  });

  test.each([
    ['a.csv', 'a;b;c\n1,5;2;3\n', { delimiter: ';' }],
    ['a.csv', 'a\tb\n1\t2\n', { delimiter: '\t' }],
    ['a.csv', Uint8Array.from('größe,b\n1,2\n', (mark) => mark.charCodeAt(0)), { encoding: 'windows-1252' }],
    ['a.csv', new Uint8Array(Buffer.from('\ufeffa,b\n1,2\n', 'utf16le')), { encoding: 'utf-16le' }],
  ])('of %s tells delimiter and encoding', async (path, content, told) => {
    expect(await sampled(path, content)).toMatchObject(told);
  });

  test('of UTF-8 with commas tells neither', async () => {
    const sample = await sampled('a.csv', 'größe,b\n1,2\n');
    expect([sample.delimiter, sample.encoding, sample.columns[0]?.name]).toEqual([
      undefined,
      undefined,
      'größe',
    ]);
  });

  test('looks at no more than the first thousand rows', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `${index},good\n`).join('');
    expect((await sampled('a.csv', `id,sleep\n${rows}`)).rows).toBe(1000);
  });

  test('of NDJSON finds the keys of all its rows', async () => {
    const { columns } = await sampled('a.ndjson', '{"a":1}\n{"b":"x","a":null}\nbroken\n');
    expect(columns.map(({ name, blanks }) => [name, blanks])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  test('is not made of JSON', async () => {
    expect(await sampleFile(source('a.json', '[]'))).toMatchObject({ kind: 'unusable' });
  });
});

describe('likeness', () => {
  test('is of words, whatever joins them', () => {
    expect(isSameText('selfCare', 'Self-care')).toBe(true);
    expect(isSameText('self_care', 'self care plan')).toBe(false);
  });

  test('is from 0 to 1 and greatest for the same', () => {
    expect(similarity('sleep', 'sleep')).toBe(1);
    expect(similarity('sleep', '')).toBe(0);
    expect(similarity('slep', 'sleep')).toBeGreaterThan(0.7);
    expect(similarity('thoughts of suicide', 'suicide thoughts')).toBe(1);
  });
});

describe('a proposal', () => {
  test('is sure where the name and all values are those of a question', async () => {
    expect(await proposed('id,thoughts,Sleep\na,none,Good\nb,plan,unknown\n')).toEqual([
      'id sure',
      'thoughts sure',
      'sleep sure',
    ]);
  });

  test('is likely or a guess for anything less, and nothing where nothing is alike', async () => {
    expect(await proposed('record,thoughts,slep,color\n1,0,good,red\n2,2,poor,blue\n')).toEqual([
      'id likely',
      'thoughts likely',
      'sleep likely',
      'ignore guess',
    ]);
  });

  test('gives each question to one column, the one that is most alike', async () => {
    expect(await proposed('sleeep,sleep\ngood,good\n')).toEqual(['ignore guess', 'sleep sure']);
  });

  test('leaves identifying columns out, and never takes a column of identifiers for answers', async () => {
    expect(await proposed('Last Name,thoughts\nDoe,503-555-0199\nRoe,503-555-0198\n')).toEqual([
      'ignore sure',
      'ignore guess',
    ]);
  });

  test('finds every question of the shipped rule set by its title and its answers by their labels', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const header = adult.questions.map(({ title }) => cell(title)).join(',');
    const row = (at: number) =>
      adult.questions.map(({ answers }) => cell(answers[at % answers.length]?.label ?? '')).join(',');
    const found = await proposed(`${header}\n${row(0)}\n${row(1)}\n`, adult);
    expect(found).toEqual(adult.questions.map(({ id }) => `${id} sure`));
  });
});

describe('the file that is written', () => {
  const TEXT = "nr,thoughts,Slp quality,it's\n1,0,good,x\n2,2,poor,\n";

  async function written(): Promise<string> {
    const sample = await sampled('a.csv', TEXT);
    return mappingYaml({ ruleSet: 'tiny', ...decideUnasked(proposeMapping(sample, tiny)) });
  }

  test('holds what is not sure as comments that become lines', async () => {
    const text = await written();
    const open = text.replace(/^#(?= {2}|id:)/gm, '');
    const { mapping } = readMapping({ path: 'map.yaml', text: open }, tiny);
    expect(text).toContain('#  thoughts:\n#    column: thoughts\n#    answers:\n');
    expect(text).toContain("# `it's` is like no question");
    expect(mapping?.sources.get(0)).toMatchObject({
      kind: 'recoded',
      answers: new Map([
        ['0', 0],
        ['2', 2],
      ]),
    });
  });

  test('is a sound mapping for any names and values', () => {
    const names = ["it's", 'a: b', '# c', 'yes', '7', '- x', 'null', '"q"', 'größe', ' pad '];
    const text = mappingYaml({
      ruleSet: 'tiny',
      delimiter: '\t',
      encoding: 'windows-1252',
      sheet: "Jan's: 1",
      decided: [
        { use: 'id', column: names[0] ?? '' },
        ...names.slice(1, 4).map((column) => ({ use: 'keep', column }) as const),
        ...names.slice(4, 7).map((column) => ({ use: 'ignore', column }) as const),
        {
          use: 'question',
          column: names[8] ?? '',
          question: 'sleep',
          answers: names.map(
            (value, index) =>
              ({ value, count: 1, answer: index % 2 ? 'good' : 'unknown', certainty: 'sure' }) as const,
          ),
        },
      ],
      open: [],
    });
    const { mapping, diagnostics } = readMapping({ path: 'map.yaml', text }, tiny);
    expect(diagnostics).toEqual([]);
    expect(mapping).toMatchObject({ id: { text: "it's" }, delimiter: '\t', sheet: "Jan's: 1" });
    expect(mapping?.keep.map(({ text: name }) => name)).toEqual(names.slice(1, 4));
    expect(mapping?.sources.get(1)).toMatchObject({
      kind: 'recoded',
      column: { text: 'größe' },
      answers: new Map(names.map((value, index) => [value, index % 2 ? 0 : -1])),
    });
  });
});

describe('asking', () => {
  /** Answers each screen with the choice whose line begins so; `s` skips, `q` leaves. */
  async function asked(text: string, ...replies: readonly string[]) {
    const shown: string[] = [];
    const left = [...replies];
    const choose = async <Event>(make: () => Screen<Event>): Promise<Event | 'cancelled'> => {
      const screen = make();
      expect(typeof screen.onIdleEnter).toBe('string');
      shown.push([...screen.above, ...screen.choices.map(({ lines }) => lines.join(' '))].join('\n'));
      const reply = left.shift() ?? 'q';
      if (reply === 'q') return 'cancelled';
      const event =
        reply === 's'
          ? screen.keys.find(({ key }) => key === 's')?.event
          : screen.choices.find(({ lines }) => lines.join(' ').startsWith(reply))?.event;
      if (event === undefined) throw new Error(`no ${reply} in ${shown.at(-1)}`);
      return event;
    };
    const sample = await sampled('a.csv', text);
    const decisions = await decideByAsking(proposeMapping(sample, tiny), tiny.questions, choose, () => 80);
    return { decisions, shown };
  }

  const TEXT = 'record,thoughts,sleep,x\n1,0,good,?\n2,2,poor,!\n3,,good,?\n';

  test('is about what is not sure alone, with what the column says', async () => {
    const { decisions, shown } = await asked(
      TEXT,
      'it is the id',
      'it answers thoughts',
      'all of that',
      'leave it out',
    );
    expect(shown).toHaveLength(4);
    expect(shown[1]).toContain('Column 2 of 4: `thoughts`\nsays `0` 1, `2` 1; blank 1\n');
    expect(shown[1]).not.toContain('the id of the case');
    expect(shown[2]).toContain('`0` would be none (guess)');
    expect(decisions).toMatchObject({
      decided: [
        { use: 'id', column: 'record' },
        {
          use: 'question',
          question: 'thoughts',
          answers: [
            { value: '0', answer: 'none' },
            { value: '2', answer: 'plan' },
          ],
        },
        { use: 'question', question: 'sleep' },
        { use: 'ignore', column: 'x' },
      ],
      open: [],
    });
  });

  test('may go through the values one by one, and leave some', async () => {
    const { decisions } = await asked(
      TEXT,
      's',
      'it answers thoughts',
      'ask for each',
      'plan',
      's',
      'copy it',
    );
    expect(decisions).toMatchObject({
      decided: [
        { question: 'thoughts', answers: [{ value: '0', answer: 'plan' }, { value: '2' }] },
        { question: 'sleep' },
        { use: 'keep', column: 'x' },
      ],
      open: [{ decision: { use: 'id', column: 'record' } }],
    });
  });

  test('may be about a question that nothing hinted at', async () => {
    const { decisions, shown } = await asked('id,x\na,good\nb,poor\n', 'it answers another', 'sleep');
    expect(shown[1]).toContain('Which question does `x` answer?');
    expect(decisions).toMatchObject({
      decided: [
        { use: 'id' },
        {
          use: 'question',
          column: 'x',
          question: 'sleep',
          answers: [{ answer: 'good' }, { answer: 'poor' }],
        },
      ],
    });
  });

  test('ends when the person leaves', async () => {
    expect((await asked(TEXT, 'q')).decisions).toBe('cancelled');
    expect((await asked(TEXT, 's', 'it answers thoughts', 'q')).decisions).toBe('cancelled');
  });
});
