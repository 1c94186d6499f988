import type { BlockPlace, ScoredBlock } from '../batch/fast/block-scorer.ts';
import type { CaseBlock } from '../batch/fast/case-block.ts';
import { ownBlock } from '../batch/fast/own-block.ts';
import type { PlainCounts } from '../batch/summary.ts';
import type { WorkerAnswer, WorkerStart, WorkerTask } from './score-worker.ts';
import type { WorkerThread, World } from './world.ts';

/** One at work, and those that wait for it, so that it need not wait for them. */
const BLOCKS_A_THREAD = 3;

/** What the blocks of a pool came to. */
export interface PoolCounts {
  readonly counts: readonly PlainCounts[];
  readonly neutralized: number;
}

/** Scores blocks on other threads, each block on the one that has least to do. */
export class ScorePool {
  readonly #workers: readonly PoolWorker[];
  /** Memory of blocks that are scored, for the next ones. */
  readonly #spent: ArrayBuffer[] = [];

  constructor(threads: number, start: WorkerStart, startWorker: NonNullable<World['startWorker']>) {
    this.#workers = Array.from({ length: threads }, () => new PoolWorker(startWorker('score-worker', start)));
  }

  /** Whether no thread can take a block: it starts, or has as many as it can be at work on or hold ready. */
  get isBusy(): boolean {
    return !this.#workers.some(isFree);
  }

  /** Scores a block on a thread that is free. The block is copied before this returns. */
  async score(block: CaseBlock, leftOut: Uint8Array, place: BlockPlace): Promise<ScoredBlock> {
    const worker = this.#workers
      .filter(isFree)
      .reduce((least, other) => (other.blocks < least.blocks ? other : least));
    const own = ownBlock(block, this.#spent.pop());
    worker.blocks++;
    const answer = await worker.ask({ kind: 'score', ...own, leftOut, place }, [own.memory]);
    worker.blocks--;
    if (answer.kind !== 'scored') throw new Error('a worker gave the answer to another question');
    this.#spent.push(answer.memory);
    return answer.scored;
  }

  /** What all blocks came to; then the threads end. */
  async end(): Promise<PoolCounts> {
    const answers = await Promise.all(this.#workers.map((worker) => worker.ask({ kind: 'count' })));
    const counted = answers.filter((answer) => answer.kind === 'counted');
    this.stop();
    return {
      counts: counted.map(({ counts }) => counts),
      neutralized: counted.reduce((sum, { neutralized }) => sum + neutralized, 0),
    };
  }

  stop(): void {
    for (const worker of this.#workers) worker.stop();
  }
}

function isFree({ isReady, blocks }: PoolWorker): boolean {
  return isReady && blocks < BLOCKS_A_THREAD;
}

/** A thread that answers in the order in which it is asked. */
class PoolWorker {
  /** Whether it has started. */
  isReady = false;
  /** How many blocks it has still to score. */
  blocks = 0;
  readonly #thread: WorkerThread;
  /** What it has ended of, if it has. */
  #failure: Error | undefined;
  readonly #waiting: { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void }[] = [];

  constructor(thread: WorkerThread) {
    this.#thread = thread;
    thread.onMessage((answer: WorkerAnswer) => {
      if (answer.kind === 'ready') this.isReady = true;
      else this.#waiting.shift()?.resolve(answer);
    });
    thread.onError((error) => {
      this.#failure = error;
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  ask(task: WorkerTask, moved: readonly ArrayBuffer[] = []): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#thread.post(task, moved);
    });
  }

  stop(): void {
    this.#thread.stop();
  }
}
