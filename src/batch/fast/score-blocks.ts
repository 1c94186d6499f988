import type { Answers } from '../../core/answers.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { RejectedRow, UnusableInput } from '../case-row.ts';
import type { CaseWriter } from '../case-writer.ts';
import type { IdTable } from '../id-table.ts';
import { duplicate, scoreRow, type Tally } from '../score.ts';
import type { SummaryCounts } from '../summary.ts';
import { rowOfBlock } from './block-row.ts';
import { type BlockPlace, lineIdOf, type ScoredBlock } from './block-scorer.ts';
import type { CaseBlock, FastBatch } from './case-block.ts';

/** A batch of rows and the file that they are from. */
export interface PlacedBatch {
  readonly batch: FastBatch;
  readonly place: BlockPlace;
}

/** A stretch of the output, and the rows before its end that did not make it into the output. */
export interface ScoredPart {
  readonly text: Uint8Array;
  /** How many cases the text holds. */
  readonly scored: number;
  readonly rejected: readonly RejectedRow[];
  /** The last thing that a file which cannot be used has to say. */
  readonly unusable: readonly UnusableInput[];
}

/** Scores a block here and now, or elsewhere and later; blocks may be under way at the same time. */
export type ScoreBlock = (
  block: CaseBlock,
  leftOut: Uint8Array,
  place: BlockPlace,
) => ScoredBlock | Promise<ScoredBlock>;

export interface BlocksScoring {
  readonly scoreBlock: ScoreBlock;
  /** How many parts may be under way before the first of them is waited for. */
  readonly ahead: number;
  /** For the rows that are not in blocks. */
  readonly evaluate: (answers: Answers) => Outcome;
  readonly writer: CaseWriter;
  readonly ids: IdTable;
  readonly tally: Tally;
  /** Counts the rows that are not in blocks. */
  readonly counts: SummaryCounts;
}

/** Scores rows as they come and gives the output in their order, as `scoreRows` and a writer do, but faster. */
export async function* scoreBlocks(
  batches: AsyncIterable<PlacedBatch>,
  scoring: BlocksScoring,
): AsyncGenerator<ScoredPart, void> {
  const underWay: Promise<ScoredPart>[] = [];
  for await (const { batch, place } of batches) {
    const part =
      batch.kind === 'block'
        ? blockPart(batch, place, scoring)
        : Promise.resolve(rowsPart(batch.rows, scoring));
    // Its failure is reported when its turn comes; until then it is no unhandled one.
    part.catch(() => {});
    underWay.push(part);
    while (underWay.length > scoring.ahead) {
      const next = underWay.shift();
      if (next !== undefined) yield await next;
    }
  }
  for (const part of underWay) yield await part;
}

async function blockPart(block: CaseBlock, place: BlockPlace, scoring: BlocksScoring): Promise<ScoredPart> {
  const { ids, tally } = scoring;
  const leftOut = new Uint8Array(block.count);
  const rejected: RejectedRow[] = [];
  for (let row = 0; row < block.count; row++) {
    const start = block.idStart[row] ?? -1;
    const isNew =
      start < 0
        ? ids.add(lineIdOf(place, block.line[row] ?? 0))
        : ids.addRange(block.bytes, start, block.idEnd[row] ?? start);
    if (isNew) continue;
    leftOut[row] = 1;
    rejected.push(duplicate(rowOfBlock(block, row, place.path, (line) => lineIdOf(place, line))));
  }
  tally.rejected += rejected.length;
  const { text, scored, open, alerted } = await scoring.scoreBlock(block, leftOut, place);
  tally.scored += scored;
  tally.open += open;
  tally.alerted += alerted;
  return { text, scored, rejected, unusable: [] };
}

function rowsPart(
  rows: Extract<FastBatch, { kind: 'rows' }>['rows'],
  { evaluate, writer, ids, tally, counts }: BlocksScoring,
): ScoredPart {
  const scored = rows.map((row) => scoreRow(row, evaluate, ids, tally));
  const cases = scored.filter((row) => row.kind === 'scored');
  for (const { outcome } of cases) counts.add(outcome);
  return {
    text: new TextEncoder().encode(writer.cases(cases)),
    scored: cases.length,
    rejected: scored.filter((row) => row.kind === 'rejected'),
    unusable: scored.filter((row) => row.kind === 'unusable'),
  };
}
