import { BlockScorer } from '../batch/fast/block-scorer.ts';
import { readAllBlocks } from '../batch/fast/read-all-blocks.ts';
import { type ScoreBlock, scoreBlocks } from '../batch/fast/score-blocks.ts';
import { IdTable } from '../batch/id-table.ts';
import { unwrittenBlocks } from '../batch/resume/unwritten-blocks.ts';
import { SummaryCounts } from '../batch/summary.ts';
import { CsvWriter } from '../batch/write-csv.ts';
import { storeDiagrams } from '../diagram/stored-diagrams.ts';
import { evaluate } from '../explain/evaluate.ts';
import type { BlockFormat } from './block-format.ts';
import { BLOCK_FORMATS } from './block-formats.ts';
import { rowKernel } from './row-kernel.ts';
import type { WrittenPart } from './score-outputs.ts';
import { ScorePool } from './score-pool.ts';
import type { ScoreRun } from './score-run.ts';

/** Rows that are evaluated one by one before the rule set is laid out for many, where nobody knows how many will come. */
const PATIENCE = 200;

/** Rows, or their bytes, that are scored on this thread alone: a start of another one costs as much as so many. */
const ROWS_ALONE = 50_000;
const BYTES_ALONE = 2 ** 23;

/** Blocks under way for each thread: one at work, and those that wait for it or for their turn to be written. */
const AHEAD = 3;

/** Scores many cases, laid out for it in blocks, on as many threads as were asked for. */
export async function* scoredBlocks(run: ScoreRun, format: BlockFormat): AsyncGenerator<WrittenPart, void> {
  const { compiled, sources, size, reading, inputFormat, writing, writer, tally, observer } = run;
  const { jobs, startWorker, written } = run;
  const form = BLOCK_FORMATS[format].form(writing);
  const patience = size === undefined ? PATIENCE : 0;
  const scorer = new BlockScorer({ kernel: rowKernel, compiled, writer, form, patience });
  const counts = new SummaryCounts(compiled.ruleSet.levels.length);
  let rows = 0;
  let pool: ScorePool | undefined;
  const scoreBlock: ScoreBlock = (block, leftOut, place) => {
    rows += block.count;
    const areMany = rows > ROWS_ALONE || (size ?? 0) > BYTES_ALONE;
    if (pool === undefined && jobs > 1 && areMany && startWorker !== undefined) {
      pool = new ScorePool(jobs - 1, { writing, format, diagrams: storeDiagrams(compiled) }, startWorker);
    }
    // Where all others have enough to do, this thread takes a share as well.
    return (pool?.isBusy === false ? pool : scorer).score(block, leftOut, place);
  };
  const ids = new IdTable();
  const blocks = readAllBlocks(sources, reading, inputFormat);
  const counting = { ids, tally, ...(observer !== undefined && { counts }) };
  const left = written === undefined ? blocks : unwrittenBlocks(blocks, { written, ...counting });
  const parts = scoreBlocks(left, {
    scoreBlock,
    ahead: jobs > 1 ? jobs * AHEAD : 0,
    evaluate: (answers) => evaluate(compiled, answers),
    writer,
    ids,
    tally,
    counts,
  });
  try {
    for await (const part of parts) {
      yield part;
      for (const row of part.rejected) counts.reject(row);
    }
    counts.addCounts(scorer.counts().counts());
    const elsewhere = await pool?.end();
    for (const more of elsewhere?.counts ?? []) counts.addCounts(more);
    if (writer instanceof CsvWriter) writer.neutralized += elsewhere?.neutralized ?? 0;
    observer?.addCounts(counts);
  } finally {
    pool?.stop();
  }
}
