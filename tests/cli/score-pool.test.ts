import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { CaseBlock } from '../../src/batch/fast/case-block.ts';
import { CasePage } from '../../src/batch/fast/case-page.ts';
import { ScorePool } from '../../src/cli/score-pool.ts';
import type { WorkerAnswer, WorkerStart } from '../../src/cli/score-worker.ts';
import type { WorkerThread } from '../../src/cli/world.ts';
import { storeDiagrams } from '../../src/diagram/stored-diagrams.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';

/** A thread that does what the test tells it to do. */
class FakeThread {
  taskCount = 0;
  readonly #events = new EventEmitter();

  readonly thread: WorkerThread = {
    post: () => {
      this.taskCount++;
    },
    onMessage: (listener) => void this.#events.on('message', listener),
    onError: (listener) => void this.#events.on('failure', listener),
    stop: () => {},
  };

  say(answer: WorkerAnswer): void {
    this.#events.emit('message', answer);
  }

  fail(error: Error): void {
    this.#events.emit('failure', error);
  }
}

const START: WorkerStart = {
  writing: { ruleSet: adult, identity: 'adult@1.0.0+1a2b3c4d', keep: [] },
  format: 'csv',
  diagrams: storeDiagrams(compiledAdult),
};

const BLOCK: CaseBlock = new CasePage(1, 0).block(0, 1, new Uint8Array(0));
const PLACE = { path: 'cases.csv', idPrefix: '' };
const SCORED = { text: new Uint8Array(0), scored: 1, open: 0, alerted: 0 };

function poolOf(count: number) {
  const threads = Array.from({ length: count }, () => new FakeThread());
  const free = [...threads];
  const pool = new ScorePool(count, START, () => {
    const next = free.shift();
    if (next === undefined) throw new Error('more threads than asked for');
    return next.thread;
  });
  return { pool, threads, score: () => pool.score(BLOCK, new Uint8Array(1), PLACE) };
}

describe('a pool of threads', () => {
  test('gives a block to the thread that has least to do, of those that have started', async () => {
    const { pool, threads, score } = poolOf(2);
    const [one, other] = threads;
    expect(pool.isBusy).toBe(true);
    other?.say({ kind: 'ready' });
    expect(pool.isBusy).toBe(false);
    const first = score();
    one?.say({ kind: 'ready' });
    void score();
    expect(threads.map(({ taskCount }) => taskCount)).toEqual([1, 1]);
    for (let more = 0; more < 4; more++) void score();
    expect(threads.map(({ taskCount }) => taskCount)).toEqual([3, 3]);
    expect(pool.isBusy).toBe(true);
    other?.say({ kind: 'scored', scored: SCORED, memory: new ArrayBuffer(8) });
    expect(await first).toBe(SCORED);
    expect(pool.isBusy).toBe(false);
  });

  test('fails with a thread that fails, whether that was asked for something or not', async () => {
    const { pool, threads, score } = poolOf(1);
    threads[0]?.say({ kind: 'ready' });
    const asked = score();
    threads[0]?.fail(new Error('out of memory'));
    await expect(asked).rejects.toThrow('out of memory');
    await expect(pool.end()).rejects.toThrow('out of memory');
  });
});
