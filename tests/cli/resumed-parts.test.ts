import { describe, expect, test } from 'vitest';
import type { RejectedRow } from '../../src/batch/case-row.ts';
import { createReading } from '../../src/batch/reading.ts';
import { writtenCsv, writtenNdjson } from '../../src/batch/resume/written-case.ts';
import { WrittenCases } from '../../src/batch/resume/written-cases.ts';
import { SummaryCounts } from '../../src/batch/summary.ts';
import { CsvWriter } from '../../src/batch/write-csv.ts';
import { ndjsonWriter } from '../../src/batch/write-json.ts';
import type { ScoreObserver } from '../../src/cli/score-observer.ts';
import { scoredParts } from '../../src/cli/scored-parts.ts';
import { source } from '../batch/read-text.ts';
import { compiledTiny, tiny } from '../batch/tiny-rule-set.ts';

/** Ids and kept texts that need quotation marks, a line break, an apostrophe or more than ASCII; rows that are rejected. */
const CASES = `id,thoughts,sleep,wish,site
a,none,good,group,north
"b,1",plan,good,none,"=1+1"
a,none,good,none,twice
=c,some,,,
d,never,good,none,wrong
"e ""x""
two lines",some,poor,,"say ""x""
and more"
größe,plan,poor,group,-zürich
=c,some,poor,none,twice again
f,,,,
g,none,good,none,last
`;
const NO_IDS = CASES.split('\n')
  .filter((line) => /^(id|\w+|=c|größe),/.test(line))
  .map((line) => line.slice(line.indexOf(',') + 1))
  .join('\n');

const FORMATS = { csv: writtenCsv, ndjson: writtenNdjson } as const;
type Format = keyof typeof FORMATS;
const IDENTITY = 'tiny@1.0.0+12345678';

interface Asked {
  readonly format: Format;
  readonly text?: string;
  readonly needsRows?: boolean;
  readonly areFew?: boolean;
  readonly keep?: readonly string[];
  readonly identity?: string;
}

/** Scores the cases, or goes on with what is left of an earlier run. */
async function score(asked: Asked, left?: Uint8Array, chunk?: number) {
  const {
    format,
    text = CASES,
    needsRows = false,
    areFew = false,
    keep = ['site'],
    identity = IDENTITY,
  } = asked;
  const reading = createReading(tiny, { keep });
  const writing = { ruleSet: tiny, identity, keep };
  const writer = format === 'csv' ? new CsvWriter(writing) : ndjsonWriter(writing);
  const begin = writer.start();
  const partial = left && {
    name: 'out.partial',
    chunks: source('out.partial', left, chunk).open(),
    form: FORMATS[format](writing),
    begin,
    identity,
  };
  const written = partial && new WrittenCases(partial);
  const hasCases = (await written?.hasMore()) === true;
  const counts = new SummaryCounts(tiny.levels.length);
  const observer: ScoreObserver = {
    needsRows,
    add: async (rows) => {
      for (const row of rows) if (row.kind === 'scored') counts.add(row.outcome);
      for (const row of rows) if (row.kind === 'rejected') counts.reject(row);
    },
    addCounts: (more) => counts.addCounts(more.counts()),
    finish: async () => {},
    leave: async () => '',
  };
  const tally = { scored: 0, open: 0, alerted: 0, rejected: 0 };
  const parts = scoredParts({
    compiled: compiledTiny,
    sources: [source('cases.csv', text, chunk)],
    size: areFew ? 1000 : 2 ** 30,
    reading,
    inputFormat: undefined,
    writing,
    writer,
    format,
    tally,
    observer,
    jobs: 1,
    startWorker: undefined,
    written: hasCases ? written : undefined,
  });
  const added: Uint8Array[] = [];
  const rejected: RejectedRow[] = [];
  let scored = 0;
  for await (const part of parts) {
    added.push(Buffer.from(part.text));
    rejected.push(...part.rejected);
    scored += part.scored;
  }
  if (hasCases) await written?.expectNoMore();
  const before = hasCases ? left?.subarray(0, written?.length) : Buffer.from(begin);
  const neutralized =
    (writer instanceof CsvWriter ? writer.neutralized : 0) + (hasCases ? (written?.neutralized ?? 0) : 0);
  const result = {
    output: Buffer.concat([before ?? Buffer.alloc(0), ...added]),
    tally,
    rejected,
    neutralized,
  };
  return { ...result, summary: counts.result(), scored, count: hasCases ? (written?.count ?? 0) : 0 };
}

/** Every place around the end of a row, and every seventh in between. */
function cutsOf(output: Uint8Array): number[] {
  const isNearEnd = (at: number) => output.subarray(Math.max(0, at - 2), at + 2).includes(0x0a);
  return Array.from({ length: output.length + 1 }, (_, at) => at).filter(
    (at) => at % 7 === 0 || isNearEnd(at),
  );
}

describe.each(['csv', 'ndjson'] as const)('outcomes in %s that broke off at any byte', (format) => {
  test.each([
    ['scored in blocks', { format }],
    ['scored by rows because they are compared', { format, needsRows: true }],
    ['scored by rows because they are few', { format, areFew: true }],
    ['of cases without ids', { format, text: NO_IDS }],
  ])('end as those of one run: %s', async (_, asked) => {
    const { scored, count, ...whole } = await score(asked);
    expect(count).toBe(0);
    const counts = new Set<number>();
    for (const cut of cutsOf(whole.output)) {
      const left = whole.output.subarray(0, cut);
      const { scored: more, count: before, ...resumed } = await score(asked, left, 1 + (cut % 40));
      expect(resumed).toEqual(whole);
      expect(before + more).toBe(scored);
      counts.add(before);
    }
    expect(counts.size).toBe(scored + 1);
  });

  test('and were not left by this command are refused', async () => {
    const { output } = await score({ format });
    const refusal = (asked: Partial<Asked>, left: Uint8Array = output) =>
      score({ format, ...asked }, left).then(
        () => 'none',
        (error: Error) => error.message,
      );
    expect(await refusal({ identity: 'tiny@1.0.1+87654321' })).toBe(
      '`out.partial` was written by other rules, and these are `tiny@1.0.1+87654321`',
    );
    expect(await refusal({ text: CASES.replace('größe', 'kleine') })).toBe(
      'row 5 of `out.partial` is another case than the input has there',
    );
    expect(await refusal({ text: CASES.replace('d,never', 'd,none') })).toBe(
      'row 4 of `out.partial` is another case than the input has there',
    );
    expect(await refusal({ text: CASES.replace(/g,none.*\n/, '') })).toBe(
      '`out.partial` holds more cases than the input',
    );
    const other = format === 'csv' ? 'ndjson' : 'csv';
    expect(await refusal({ format: other })).toBe(
      `\`out.partial\` holds ${format === 'csv' ? 'CSV, and NDJSON' : 'NDJSON, and CSV'} is asked for`,
    );
    expect(
      await refusal({ keep: [], text: CASES.replace(',site', ',sleep').replace(/,[^,\n]*$/gm, '') }),
    ).toBe(
      format === 'csv'
        ? '`out.partial` has other columns'
        : 'row 1 of `out.partial` is not one that this command writes',
    );
    expect(await refusal({}, Buffer.from(output.toString().replaceAll('home', 'moon')))).toBe(
      'row 1 of `out.partial` is not one that this command writes',
    );
    const zeros = Buffer.concat([output.subarray(0, -20), Buffer.alloc(30), Buffer.from('\n')]);
    expect(await refusal({}, zeros)).toBe('row 7 of `out.partial` is not one that this command writes');
  });
});
