import { describe, expect, test } from 'vitest';
import type { RejectedRow } from '../../../src/batch/case-row.ts';
import { BlockScorer } from '../../../src/batch/fast/block-scorer.ts';
import { readAllBlocks } from '../../../src/batch/fast/read-all-blocks.ts';
import { csvForm, ndjsonForm } from '../../../src/batch/fast/row-form.ts';
import { type ScoreBlock, scoreBlocks } from '../../../src/batch/fast/score-blocks.ts';
import { IdTable } from '../../../src/batch/id-table.ts';
import { readCases } from '../../../src/batch/read-cases.ts';
import { createReading } from '../../../src/batch/reading.ts';
import { scoreRows } from '../../../src/batch/score.ts';
import { SummaryCounts } from '../../../src/batch/summary.ts';
import { CsvWriter } from '../../../src/batch/write-csv.ts';
import { ndjsonWriter } from '../../../src/batch/write-json.ts';
import type { Answers } from '../../../src/core/answers.ts';
import { evaluate } from '../../../src/explain/evaluate.ts';
import { adult, compiledAdult } from '../../adult-rule-set.ts';
import { below, drawCase, mulberry32, SEED, withOpenQuestions } from '../../oracle/draw-cases.ts';
import { engineAnswers } from '../../oracle/engine-answers.ts';
import { shippedKernel } from './shipped-kernel.ts';

const FORMATS = {
  csv: { form: csvForm, writer: (writing: Writing) => new CsvWriter(writing) },
  ndjson: { form: ndjsonForm, writer: ndjsonWriter },
} as const;

type Writing = ConstructorParameters<typeof CsvWriter>[0];

/** Ids that are plain, and some that need quotation marks, an apostrophe, an escape, or are not ASCII. */
const IDS = ['case-', 'A', '"x,y"', '=1+', '"say ""it"""', 'Fall-Ü', 'b\\'];
const SITES = ['north', '', '-south', '"a,b"', 'zürich'];

/** A file of cases with a kept column, some ids twice, some answers wrong, and some questions open. */
function file(rows: number, withIds: boolean): string {
  const random = mulberry32(SEED);
  const answersOf = engineAnswers(adult);
  const columns = adult.questions.map(({ id }) => id);
  const lines = [[...(withIds ? ['id'] : []), 'site', ...columns].join(',')];
  for (let row = 0; row < rows; row++) {
    const codes = answersOf(withOpenQuestions(random, drawCase(random), below(random, 4)));
    const cells = adult.questions.map(({ answers }, index) => answers[codes[index] ?? -1]?.id ?? '');
    if (row % 17 === 3) cells[5] = 'nonsense';
    const mark = IDS[row % IDS.length] ?? '';
    const number = String(row % 29 === 4 ? row - 4 : row);
    const id = mark.endsWith('"') ? `${mark.slice(0, -1)}${number}"` : `${mark}${number}`;
    lines.push([...(withIds ? [id] : []), SITES[row % SITES.length], ...cells].join(','));
  }
  return `${lines.join('\n')}\n`;
}

async function* chunksOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += 10_000) yield bytes.subarray(from, from + 10_000);
}

const newTally = () => ({ scored: 0, open: 0, alerted: 0, rejected: 0 });
const evaluated = (answers: Answers) => evaluate(compiledAdult, answers);

describe.each(['csv', 'ndjson'] as const)('cases scored in blocks, written as %s', (format) => {
  test.each([
    { withIds: true, keep: ['site'], patience: 0, ahead: 0 },
    { withIds: true, keep: ['site'], patience: 500, ahead: 0 },
    { withIds: false, keep: ['site'], patience: 0, ahead: 3 },
    { withIds: true, keep: [], patience: 0, ahead: 3 },
    { withIds: true, keep: [], patience: 0, ahead: 0, kernel: undefined },
  ])(
    'come out as those that are scored one by one: %o',
    async ({ withIds, keep, patience, ahead, ...by }) => {
      const kernel = 'kernel' in by ? by.kernel : shippedKernel();
      const text = file(2500, withIds).replace(keep.length > 0 ? /$^/ : /^(.*),site/, '$1,drop');
      const sources = [{ path: 'cases.csv', open: () => chunksOf(text) }];
      const reading = createReading(adult, { keep: keep.length > 0 ? keep : ['drop'] });
      const writing = { ruleSet: adult, identity: 'adult@1.0.0+1a2b3c4d', keep: reading.keep };

      const slow = { tally: newTally(), text: '', rejected: [] as RejectedRow[] };
      const slowWriter = FORMATS[format].writer(writing);
      const slowCounts = new SummaryCounts(adult.levels.length);
      for await (const rows of scoreRows(readCases(sources, reading), evaluated, new IdTable(), slow.tally)) {
        const cases = rows.filter((row) => row.kind === 'scored');
        slow.text += slowWriter.cases(cases);
        slow.rejected.push(...rows.filter((row) => row.kind === 'rejected'));
        for (const { outcome } of cases) slowCounts.add(outcome);
      }

      const fast = { tally: newTally(), text: '', rejected: [] as RejectedRow[] };
      const writer = FORMATS[format].writer(writing);
      const form = FORMATS[format].form(writing);
      const scorer = new BlockScorer({
        kernel: () => kernel,
        compiled: compiledAdult,
        writer,
        form,
        patience,
      });
      const counts = new SummaryCounts(adult.levels.length);
      const scoreBlock: ScoreBlock = (block, leftOut, place) => {
        const scored = scorer.score(block, leftOut, place);
        return ahead === 0 ? scored : Promise.resolve(scored);
      };
      const blocks = readAllBlocks(sources, reading);
      const scoring = { scoreBlock, ahead, evaluate: evaluated, writer, ids: new IdTable(), counts };
      for await (const part of scoreBlocks(blocks, { ...scoring, tally: fast.tally })) {
        fast.text += new TextDecoder().decode(part.text);
        fast.rejected.push(...part.rejected);
      }
      counts.addCounts(scorer.counts().counts());

      expect(fast).toEqual(slow);
      expect(fast.tally.scored).toBeGreaterThan(2000);
      expect(fast.rejected.length).toBeGreaterThan(100);
      expect(sortedSummary(counts)).toEqual(sortedSummary(slowCounts));
    },
  );
});

/** What is equally frequent stands in the order in which it came, which differs. */
function sortedSummary(counts: SummaryCounts) {
  const plain = (value: unknown): unknown =>
    Array.isArray(value)
      ? value
          .map(plain)
          .map((one) => JSON.stringify(one))
          .sort()
      : value;
  return Object.fromEntries(Object.entries(counts.result()).map(([key, value]) => [key, plain(value)]));
}
