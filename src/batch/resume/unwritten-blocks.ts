import { idOfRow, keptOfRow } from '../fast/block-row.ts';
import { lineIdOf } from '../fast/block-scorer.ts';
import type { CaseBlock, FastBatch } from '../fast/case-block.ts';
import type { PlacedBatch } from '../fast/score-blocks.ts';
import type { IdTable } from '../id-table.ts';
import type { Tally } from '../score.ts';
import type { SummaryCounts } from '../summary.ts';
import type { WrittenCases } from './written-cases.ts';

/** Where the cases that are not scored again are remembered and counted. */
export interface Resuming {
  readonly written: WrittenCases;
  readonly ids: IdTable;
  readonly tally: Tally;
  /** Absent where nobody asks what was found. */
  readonly counts?: SummaryCounts;
}

/** One row of a batch as far as it matters here; undefined for a row that is no case. */
type RowOf = (row: number) => { readonly id: string; readonly kept: readonly string[] } | undefined;

/**
 * Leaves out the cases that are already written, and counts them as their output says. Rows that were rejected stay,
 * because they are told again. A batch of which nothing stays is handed on empty, so that a watcher sees it pass.
 */
export async function* unwrittenBlocks(
  batches: AsyncIterable<PlacedBatch>,
  resuming: Resuming,
): AsyncGenerator<PlacedBatch, void> {
  for await (const placed of batches) {
    if (await resuming.written.hasMore()) {
      for (const batch of await unwritten(placed, resuming)) yield { batch, place: placed.place };
    } else {
      yield placed;
    }
  }
}

async function unwritten({ batch, place }: PlacedBatch, resuming: Resuming): Promise<readonly FastBatch[]> {
  if (batch.kind === 'rows') {
    const { rows } = batch;
    const left = await leftRows(
      rows.length,
      (row) => {
        const one = rows[row];
        return one?.kind === 'case' ? one : undefined;
      },
      resuming,
    );
    return [{ kind: 'rows', rows: rows.filter((_, row) => left.has(row)) }];
  }
  const left = await leftRows(
    batch.count,
    (row) => ({
      id: idOfRow(batch, row) ?? lineIdOf(place, batch.line[row] ?? 0),
      kept: keptOfRow(batch, row),
    }),
    resuming,
  );
  return left.size === 0 ? [{ kind: 'rows', rows: [] }] : stretches(batch, left);
}

/** The rows that are not written: those that are no new case, and all from the end of the output on. */
async function leftRows(count: number, rowOf: RowOf, resuming: Resuming): Promise<ReadonlySet<number>> {
  const { written, ids, tally, counts } = resuming;
  const left = new Set<number>();
  for (let row = 0; row < count; row++) {
    if (!written.isNextKnown && !(await written.hasMore())) {
      for (let rest = row; rest < count; rest++) left.add(rest);
      break;
    }
    const one = rowOf(row);
    if (one === undefined || !ids.add(one.id)) {
      left.add(row);
      continue;
    }
    const found = written.take(one.id, one.kept);
    tally.scored++;
    if (found.isOpen) tally.open++;
    if (found.hasAlert) tally.alerted++;
    counts?.add(written.outcomeOf(found));
  }
  return left;
}

/** The rows of a block that stay, as blocks of neighbors. */
function stretches(block: CaseBlock, left: ReadonlySet<number>): CaseBlock[] {
  const blocks: CaseBlock[] = [];
  for (let from = 0; from < block.count; ) {
    let to = from;
    while (to < block.count && left.has(to)) to++;
    if (to > from) blocks.push(stretch(block, from, to));
    from = to + 1;
  }
  return blocks;
}

function stretch(block: CaseBlock, from: number, to: number): CaseBlock {
  const { count, codes, bytes, idStart, idEnd, keptStart, keptEnd, line } = block;
  const questions = codes.length / count;
  const kept = keptStart.length / count;
  return {
    kind: 'block',
    count: to - from,
    codes: codes.subarray(from * questions, to * questions),
    bytes,
    idStart: idStart.subarray(from, to),
    idEnd: idEnd.subarray(from, to),
    keptStart: keptStart.subarray(from * kept, to * kept),
    keptEnd: keptEnd.subarray(from * kept, to * kept),
    line: line.subarray(from, to),
  };
}
