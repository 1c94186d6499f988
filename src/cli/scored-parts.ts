import type { CaseWriter, Writing } from '../batch/case-writer.ts';
import { BlockScorer } from '../batch/fast/block-scorer.ts';
import { readAllBlocks } from '../batch/fast/read-all-blocks.ts';
import { csvForm, ndjsonForm, type RowForm } from '../batch/fast/row-form.ts';
import { scoreBlocks } from '../batch/fast/score-blocks.ts';
import { IdTable } from '../batch/id-table.ts';
import type { InputFormat } from '../batch/input-format.ts';
import type { CaseSource } from '../batch/opened-file.ts';
import { readCases } from '../batch/read-cases.ts';
import type { Reading } from '../batch/reading.ts';
import { type ScoredRow, scoreRows, type Tally } from '../batch/score.ts';
import { SummaryCounts } from '../batch/summary.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import type { ScoreOptions } from './command-options.ts';
import type { ScoreObserver } from './score-observer.ts';
import type { WrittenPart } from './score-outputs.ts';

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
}

/** Rows that are evaluated one by one before it pays to lay the rule set out for walks. */
const PATIENCE = 3000;

/** How each format that can be written from bytes is written. */
const FORMS: Partial<Record<ScoreRun['format'], (writing: Writing) => RowForm>> = {
  csv: csvForm,
  ndjson: ndjsonForm,
};

/** Scores the cases: by blocks where the format is one that they can be written in and nobody asks for single rows. */
export function scoredParts(run: ScoreRun): AsyncIterable<WrittenPart> {
  const form = FORMS[run.format]?.(run.writing);
  return form === undefined || run.observer?.needsRows === true ? byRows(run) : byBlocks(run, form);
}

async function* byRows(run: ScoreRun): AsyncGenerator<WrittenPart, void> {
  const { compiled, sources, reading, inputFormat, writer, tally, observer } = run;
  const batches = readCases(sources, reading, inputFormat);
  for await (const rows of scoreRows(
    batches,
    (answers) => evaluate(compiled, answers),
    new IdTable(),
    tally,
  )) {
    const { scored, rejected, unusable } = sorted(rows);
    yield { text: writer.cases(scored), rejected, unusable };
    await observer?.add(rows);
  }
}

async function* byBlocks(run: ScoreRun, form: RowForm): AsyncGenerator<WrittenPart, void> {
  const { compiled, sources, reading, inputFormat, writer, tally, observer } = run;
  const scorer = new BlockScorer({ compiled, writer, form, patience: PATIENCE });
  const counts = new SummaryCounts(compiled.ruleSet.levels.length);
  const parts = scoreBlocks(readAllBlocks(sources, reading, inputFormat), {
    scoreBlock: (block, leftOut, place) => scorer.score(block, leftOut, place),
    ahead: 0,
    evaluate: (answers) => evaluate(compiled, answers),
    writer,
    ids: new IdTable(),
    tally,
    counts,
  });
  for await (const part of parts) {
    yield part;
    for (const row of part.rejected) counts.reject(row);
  }
  counts.addCounts(scorer.counts().counts());
  observer?.addCounts(counts);
}

function sorted(rows: readonly ScoredRow[]) {
  return {
    scored: rows.filter((row) => row.kind === 'scored'),
    rejected: rows.filter((row) => row.kind === 'rejected'),
    unusable: rows.filter((row) => row.kind === 'unusable'),
  };
}
