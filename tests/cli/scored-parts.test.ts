import { expect, test } from 'vitest';
import { createReading } from '../../src/batch/reading.ts';
import { CsvWriter } from '../../src/batch/write-csv.ts';
import { ndjsonWriter } from '../../src/batch/write-json.ts';
import { scoredParts } from '../../src/cli/scored-parts.ts';
import { source } from '../batch/read-text.ts';
import { compiledTiny, tiny } from '../batch/tiny-rule-set.ts';

const CASES = 'id,thoughts\na,none\nb,plan\nc,never\nd,none\na,none\ne,some\nf,plan\n';

/** The ids of the outcomes and the lines of the rejected rows, in the order in which they are written. */
async function written(format: 'csv' | 'ndjson' | 'json'): Promise<string[]> {
  const reading = createReading(tiny);
  const writing = { ruleSet: tiny, identity: 'tiny@1.0.0+12345678', keep: [] };
  const parts = scoredParts({
    compiled: compiledTiny,
    sources: [source('cases.csv', CASES)],
    size: 1000,
    reading,
    inputFormat: undefined,
    writing,
    writer: format === 'csv' ? new CsvWriter(writing) : ndjsonWriter(writing),
    format,
    tally: { scored: 0, open: 0, alerted: 0, rejected: 0 },
    observer: undefined,
    jobs: 1,
    startWorker: undefined,
    written: undefined,
  });
  const found: string[] = [];
  for await (const { text, rejected } of parts) {
    found.push(...[...String(text).matchAll(/^(?:\{"id":")?(\w)/gm)].map(([, id = '']) => id));
    for (const { problems } of rejected) found.push(`line ${problems[0]?.line}`);
  }
  return found;
}

test.each(['csv', 'ndjson'] as const)(
  'what is said of a row of few stands where its outcome would: %s',
  async (format) => {
    expect(await written(format)).toEqual(['a', 'b', 'line 4', 'd', 'line 6', 'e', 'f']);
  },
);

test('what is said of rows follows all outcomes where these are one text', async () => {
  expect(await written('json')).toEqual(['a', 'b', 'd', 'e', 'f', 'line 4', 'line 6']);
});
