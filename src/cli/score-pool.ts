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

  constructor(threads: number, start: WorkerStart, startWorker: NonNullable<World['startWorker']>) {
    this.#workers = Array.from({ length: threads }, () => new PoolWorker(startWorker('score-worker', start)));
  }

  /** Whether every thread has as many blocks as it can be at work on or hold ready. */
  get isBusy(): boolean {
    return this.#workers.every(({ blocks }) => blocks >= BLOCKS_A_THREAD);
  }

  /** The block is copied before this returns. */
  async score(block: CaseBlock, leftOut: Uint8Array, place: BlockPlace): Promise<ScoredBlock> {
    const worker = this.#workers.reduce((least, other) => (other.blocks < least.blocks ? other : least));
    const own = ownBlock(block);
    worker.blocks++;
    const answer = await worker.ask({ kind: 'score', block: own.block, leftOut, place }, own.memory);
    worker.blocks--;
    if (answer.kind !== 'scored') throw new Error('a worker gave the answer to another question');
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

/** A thread that answers in the order in which it is asked. */
class PoolWorker {
  /** How many blocks it has still to score. */
  blocks = 0;
  readonly #thread: WorkerThread;
  readonly #waiting: { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void }[] = [];

  constructor(thread: WorkerThread) {
    this.#thread = thread;
    thread.onMessage((answer: WorkerAnswer) => this.#waiting.shift()?.resolve(answer));
    thread.onError((error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  ask(task: WorkerTask, moved: readonly ArrayBuffer[] = []): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#thread.post(task, moved);
    });
  }

  stop(): void {
    this.#thread.stop();
  }
}
