import { parentPort, workerData } from 'node:worker_threads';
import type { Writing } from '../batch/case-writer.ts';
import { type BlockPlace, BlockScorer, type ScoredBlock } from '../batch/fast/block-scorer.ts';
import type { CaseBlock } from '../batch/fast/case-block.ts';
import type { PlainCounts } from '../batch/summary.ts';
import { CsvWriter } from '../batch/write-csv.ts';
import { restoreDiagrams, type StoredDiagrams } from '../diagram/stored-diagrams.ts';
import type { BlockFormat } from './block-format.ts';
import { BLOCK_FORMATS } from './block-formats.ts';
import { rowKernel } from './row-kernel.ts';

/** What a worker is started with. */
export interface WorkerStart {
  readonly writing: Writing;
  readonly format: BlockFormat;
  readonly diagrams: StoredDiagrams;
}

/** What a worker is asked: to score a block, or to say what all blocks came to. */
export type WorkerTask =
  | {
      readonly kind: 'score';
      readonly block: CaseBlock;
      /** All of the block is in it; it comes back with the answer. */
      readonly memory: ArrayBuffer;
      readonly leftOut: Uint8Array;
      readonly place: BlockPlace;
    }
  | { readonly kind: 'count' };

/** What it says: first that it can begin, then the answers in the order of the tasks. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'scored'; readonly scored: ScoredBlock; readonly memory: ArrayBuffer }
  | { readonly kind: 'counted'; readonly counts: PlainCounts; readonly neutralized: number };

const start: WorkerStart = workerData;
const { writing, format, diagrams } = start;
const writer = BLOCK_FORMATS[format].writer(writing);
const scorer = new BlockScorer({
  kernel: rowKernel,
  compiled: restoreDiagrams(writing.ruleSet, diagrams),
  writer,
  form: BLOCK_FORMATS[format].form(writing),
  patience: 0,
});

answer({ kind: 'ready' });
parentPort?.on('message', (task: WorkerTask) => {
  if (task.kind === 'score') {
    const scored = scorer.score(task.block, task.leftOut, task.place);
    const { memory } = task;
    answer({ kind: 'scored', scored, memory }, [scored.text.buffer, memory]);
    return;
  }
  const neutralized = writer instanceof CsvWriter ? writer.neutralized : 0;
  answer({ kind: 'counted', counts: scorer.counts().counts(), neutralized });
});

function answer(message: WorkerAnswer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}
