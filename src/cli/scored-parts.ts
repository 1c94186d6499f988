import type { CaseWriter, Writing } from '../batch/case-writer.ts';
import { BlockScorer } from '../batch/fast/block-scorer.ts';
import { readAllBlocks } from '../batch/fast/read-all-blocks.ts';
import { type ScoreBlock, scoreBlocks } from '../batch/fast/score-blocks.ts';
import { IdTable } from '../batch/id-table.ts';
import type { InputFormat } from '../batch/input-format.ts';
import type { CaseSource } from '../batch/opened-file.ts';
import { readCases } from '../batch/read-cases.ts';
import type { Reading } from '../batch/reading.ts';
import { unwrittenBlocks } from '../batch/resume/unwritten-blocks.ts';
import type { WrittenCases } from '../batch/resume/written-cases.ts';
import { type ScoredRow, scoreRows, type Tally } from '../batch/score.ts';
import { SummaryCounts } from '../batch/summary.ts';
import { CsvWriter } from '../batch/write-csv.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { storeDiagrams } from '../diagram/stored-diagrams.ts';
import { evaluate } from '../explain/evaluate.ts';
import { BLOCK_FORMATS, type BlockFormat, isBlockFormat } from './block-formats.ts';
import type { ScoreOptions } from './command-options.ts';
import { rowKernel } from './row-kernel.ts';
import type { ScoreObserver } from './score-observer.ts';
import type { WrittenPart } from './score-outputs.ts';
import { ScorePool } from './score-pool.ts';
import type { World } from './world.ts';

/** What a scoring run reads, scores and writes with. */
export interface ScoreRun {
  readonly compiled: CompiledRuleSet;
  readonly sources: readonly CaseSource[];
  readonly reading: Reading;
  readonly inputFormat: InputFormat | undefined;
  readonly writing: Writing;
  readonly writer: CaseWriter;
  readonly format: NonNullable<ScoreOptions['format']>;
  readonly tally: Tally;
  readonly observer: ScoreObserver | undefined;
  /** How many threads score large files. */
  readonly jobs: number;
  readonly startWorker: World['startWorker'];
  /** The cases that need not be written, where an output is gone on with. */
  readonly written: WrittenCases | undefined;
}

/** Rows that are evaluated one by one before it pays to lay the rule set out for many. */
const PATIENCE = 200;

/** Rows that are scored on this thread before others are started: a start costs as much as so many rows. */
const ALONE = 50_000;

/** Blocks under way for each thread: one at work, and those that wait for it or for their turn to be written. */
const AHEAD = 3;

/** Scores the cases: by blocks where the format is one that they can be written in and nobody asks for single rows. */
export function scoredParts(run: ScoreRun): AsyncIterable<WrittenPart> {
  const { format, observer } = run;
  return isBlockFormat(format) && observer?.needsRows !== true ? byBlocks(run, format) : byRows(run);
}

async function* byRows(run: ScoreRun): AsyncGenerator<WrittenPart, void> {
  const { compiled, sources, reading, inputFormat, writer, tally, observer, written } = run;
  const batches = readCases(sources, reading, inputFormat);
  for await (const rows of scoreRows(
    batches,
    (answers) => evaluate(compiled, answers),
    new IdTable(),
    tally,
  )) {
    const { scored, rejected, unusable } = sorted(rows);
    const left = written === undefined ? scored : await written.without(scored);
    yield { text: writer.cases(left), scored: left.length, rejected, unusable };
    await observer?.add(rows);
  }
}

async function* byBlocks(run: ScoreRun, format: BlockFormat): AsyncGenerator<WrittenPart, void> {
  const { compiled, sources, reading, inputFormat, writing, writer, tally, observer } = run;
  const { jobs, startWorker, written } = run;
  const form = BLOCK_FORMATS[format].form(writing);
  const scorer = new BlockScorer({ kernel: rowKernel, compiled, writer, form, patience: PATIENCE });
  const counts = new SummaryCounts(compiled.ruleSet.levels.length);
  let rows = 0;
  let pool: ScorePool | undefined;
  const scoreBlock: ScoreBlock = (block, leftOut, place) => {
    rows += block.count;
    if (pool === undefined && jobs > 1 && rows > ALONE && startWorker !== undefined) {
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

function sorted(rows: readonly ScoredRow[]) {
  return {
    scored: rows.filter((row) => row.kind === 'scored'),
    rejected: rows.filter((row) => row.kind === 'rejected'),
    unusable: rows.filter((row) => row.kind === 'unusable'),
  };
}
