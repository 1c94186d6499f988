import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseWriter } from '../../src/batch/case-writer.ts';
import { csvText } from '../../src/batch/csv-text.ts';
import { IdTable } from '../../src/batch/id-table.ts';
import { OUTPUT_COLUMNS } from '../../src/batch/outcome-fields.ts';
import { readCases } from '../../src/batch/read-cases.ts';
import { createReading } from '../../src/batch/reading.ts';
import { rejectedCsv, rejectedLines, unusableText } from '../../src/batch/rejected-text.ts';
import { type ScoredRow, scoreRows, type Tally } from '../../src/batch/score.ts';
import { codebook, csvTemplate } from '../../src/batch/template.ts';
import { CsvWriter } from '../../src/batch/write-csv.ts';
import { jsonWriter, ndjsonWriter } from '../../src/batch/write-json.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { source } from './read-text.ts';
import { compiledTiny, tiny } from './tiny-rule-set.ts';

interface Scoring {
  readonly rows: readonly ScoredRow[];
  readonly tally: Tally;
}

async function score(text: string, keep: readonly string[] = []): Promise<Scoring> {
  const tally = { scored: 0, open: 0, alerted: 0, rejected: 0 };
  const rows: ScoredRow[] = [];
  const cases = readCases([source('cases.csv', text)], createReading(tiny, { keep }));
  for await (const batch of scoreRows(
    cases,
    (answers) => evaluate(compiledTiny, answers),
    new IdTable(),
    tally,
  )) {
    rows.push(...batch);
  }
  return { rows, tally };
}

function written(writer: CaseWriter, { rows }: Scoring): string {
  const scored = rows.filter((row) => row.kind === 'scored');
  // In two batches, so that what joins them shows.
  return writer.start() + writer.cases(scored.slice(0, 1)) + writer.cases(scored.slice(1)) + writer.end();
}

const CASES = `id,thoughts,sleep,wish,site
a,none,good,group,north
b,plan,good,none,"=1+1"
c,some,,,
d,,,,-
e,some,poor,,"say ""x"""
`;
const writing = { ruleSet: tiny, identity: 'tiny@1.0.0+00000000', keep: ['site'] };

describe('the scores of a file', () => {
  test('as CSV: one line a case, lists joined, the level only where one is left', async () => {
    expect(written(new CsvWriter(writing), await score(CASES, ['site']))).toBe(
      `${OUTPUT_COLUMNS.join(',')},site
a,home,home,home,,,safety.group,,,tiny@1.0.0+00000000,north
b,ward,ward,ward,safety.plan,safety.plan,,safety.calm-plan,,tiny@1.0.0+00000000,'=1+1
c,,home,ward,,,,,sleep,tiny@1.0.0+00000000,
d,,home,ward,,,,,thoughts;sleep,tiny@1.0.0+00000000,'-
e,ward,ward,ward,,safety.tired,,,,tiny@1.0.0+00000000,"say ""x"""
`,
    );
  });

  test('as NDJSON and JSON: the same, with lists as lists and nothing neutralized', async () => {
    const scoring = await score(CASES, ['site']);
    const lines = written(ndjsonWriter(writing), scoring).trimEnd().split('\n');
    const cases = lines.map((line): unknown => JSON.parse(line));
    expect(JSON.parse(written(jsonWriter(writing), scoring))).toEqual(cases);
    expect(cases[1]).toEqual({
      id: 'b',
      level: 'ward',
      lowest: 'ward',
      highest: 'ward',
      alerts: ['safety.plan'],
      reasons: [['safety.plan']],
      advice: [],
      rechecks: ['safety.calm-plan'],
      open: [],
      rule_set: 'tiny@1.0.0+00000000',
      kept: { site: '=1+1' },
    });
    expect(cases[2]).toMatchObject({ level: null, lowest: 'home', highest: 'ward', open: ['sleep'] });
  });

  test('of a file without cases are an empty table or list', async () => {
    const scoring = await score('id,sleep\n');
    expect(written(new CsvWriter({ ...writing, keep: [] }), scoring)).toBe(`${OUTPUT_COLUMNS.join(',')}\n`);
    expect(JSON.parse(written(jsonWriter(writing), scoring))).toEqual([]);
    expect(written(ndjsonWriter(writing), scoring)).toBe('');
  });

  test('are counted', async () => {
    expect((await score(`${CASES}f,nope,,,\n`, ['site'])).tally).toEqual({
      scored: 5,
      open: 2,
      alerted: 1,
      rejected: 1,
    });
  });
});

describe('rules of which one must hold', () => {
  test('are joined by a bar in CSV and stand in one list in JSON', () => {
    const outcome = {
      ...evaluate(compiledTiny, [1, 1, -1]),
      reasons: [
        { rules: ['safety.plan', 'safety.tired'], weight: 'together' as const },
        { rules: ['safety.group'], weight: 'alone' as const },
      ],
    };
    const cases = [{ kind: 'scored' as const, id: 'a', outcome, kept: [] }];
    const plain = { ...writing, keep: [] };
    expect(new CsvWriter(plain).cases(cases)).toContain(',safety.plan|safety.tired;safety.group,');
    expect(JSON.parse(ndjsonWriter(plain).cases(cases))).toMatchObject({
      reasons: [['safety.plan', 'safety.tired'], ['safety.group']],
    });
  });
});

describe('an id that an earlier case had', () => {
  test('rejects the row at the id; the first one stays', async () => {
    const { rows, tally } = await score('sleep,id\ngood,a\npoor,b\npoor,a\n');
    expect(tally).toMatchObject({ scored: 2, rejected: 1 });
    expect(rows.at(-1)).toMatchObject({ problems: [{ line: 4, column: 6, code: 'duplicate-id' }] });
  });

  test('is free where the earlier row was rejected', async () => {
    const { tally } = await score('id,sleep\na,bad\na,good\n');
    expect(tally).toMatchObject({ scored: 1, rejected: 1 });
  });
});

describe('text copied into CSV', () => {
  test.each(['=1', '+1', '-1', '@x', '\tx', '\rx'])('%j is neutralized and counted', (text) => {
    const writer = new CsvWriter({ ...writing, keep: [] });
    const outcome = evaluate(compiledTiny, [0, 0, 0]);
    const line = writer.cases([{ kind: 'scored', id: text, outcome, kept: [] }]);
    expect(parse(line)[0]?.[0]).toBe(`'${text}`);
    expect(writer.neutralized).toBe(1);
  });

  test('is read back by csv-parse as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', 'é', "'"), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        expect(parse(csvText([cells]), { record_delimiter: '\n' })).toEqual([cells]);
      }),
      { seed: 20_261_122, numRuns: 2000 },
    );
  });
});

describe('rejected rows', () => {
  const row = {
    path: 'in\u001b[1m.csv',
    problems: [
      {
        line: 3,
        column: 7,
        code: 'unknown-answer' as const,
        reason: '`a,b` is not an answer',
        help: 'write "x"',
      },
      { line: 4, column: 1, code: 'missing-id' as const, reason: 'the case has no id' },
    ],
  };

  test('as CSV have a line for each problem', () => {
    expect(parse(rejectedCsv({ ...row, path: '=in.csv' }))).toEqual([
      ["'=in.csv", '3', '7', 'unknown-answer', '`a,b` is not an answer; write "x"'],
      ["'=in.csv", '4', '1', 'missing-id', 'the case has no id'],
    ]);
  });

  test('as text start with the place and hold no control character', () => {
    expect(rejectedLines(row)).toBe(
      'in\\u{1b}[1m.csv:3:7: `a,b` is not an answer; write "x"\nin\\u{1b}[1m.csv:4:1: the case has no id\n',
    );
    expect(unusableText(row)).toContain(
      'error: in\\u{1b}[1m.csv:3:7: `a,b` is not an answer\n  help: write "x"\n',
    );
  });
});

describe('templates', () => {
  test('csv: a header that can be filled in and scored', async () => {
    expect(csvTemplate(tiny)).toBe('id,thoughts,sleep,wish\n');
    expect((await score(`${csvTemplate(tiny)}a,none,good,none\n`)).tally.scored).toBe(1);
  });

  test('codebook: every question, and every answer with its anchor', () => {
    const text = codebook(tiny, 'tiny@1.0.0+00000000');
    for (const { id, prompt, window, answers } of tiny.questions) {
      expect(text).toContain(`### ${id}\n\n${prompt} (${window})\n`);
      for (const answer of answers) expect(text).toContain(`- ${answer.id}: ${answer.means}\n`);
    }
    expect(text.match(/In no order of seriousness/g)).toHaveLength(1);
  });
});
