import type { ProgressState } from '../render/progress-text.ts';
import type { ScoreOptions } from './command-options.ts';
import type { ProgressBar } from './progress-bar.ts';
import type { World } from './world.ts';

/** A run that is over sooner shows no bar. */
const PATIENCE_MS = 1000;
/** Drawn at most this often. */
const PAUSE_MS = 200;
/** Rate and time left are those of the last draws, five seconds of them. */
const MOST_SAMPLES = 25;

interface Sample {
  readonly at: number;
  readonly cases: number;
  readonly bytes: number;
}

/** Shows on a terminal how far a run is. It looks at the clock when a part is written, and has no other cost. */
export class ScoreProgress {
  /** To read the input through, so that it is known how much of it is read. */
  readonly world: World;
  readonly #bytesRead: () => number;
  readonly #startedAt: number;
  readonly #samples: Sample[] = [];
  #size: number | undefined;
  #cases = 0;
  #drawnAt = 0;
  #bar: ProgressBar | undefined;

  constructor(world: World) {
    const watched = watchedReads(world);
    this.world = watched.world;
    this.#bytesRead = watched.bytesRead;
    this.#startedAt = world.now().getTime();
  }

  /** Learns how large the input is; unknown where the size of one file is. */
  async expect(paths: readonly string[]): Promise<void> {
    let size = 0;
    for (const path of paths) size += (await this.world.fileState(path))?.size ?? Number.NaN;
    this.#size = size > 0 ? size : undefined;
  }

  async add(cases: number): Promise<void> {
    this.#cases += cases;
    const now = this.world.now().getTime();
    if (now - this.#startedAt < PATIENCE_MS || now - this.#drawnAt < PAUSE_MS) return;
    this.#drawnAt = now;
    const state = this.#state(now);
    if (this.#bar === undefined) {
      const { ProgressBar } = await import('./progress-bar.ts');
      this.#bar = new ProgressBar(this.world);
    }
    this.#bar.show(state);
  }

  /** Takes the bar away until the next draw, so that something else can be written. */
  hide(): void {
    this.#bar?.hide();
  }

  #state(at: number): ProgressState {
    const now = { at, cases: this.#cases, bytes: this.#bytesRead() };
    this.#samples.push(now);
    if (this.#samples.length > MOST_SAMPLES) this.#samples.shift();
    const start = { at: this.#startedAt, cases: 0, bytes: 0 };
    const [first = start] = this.#samples.length < MOST_SAMPLES ? [start] : this.#samples;
    const seconds = (now.at - first.at) / 1000;
    const state = { cases: now.cases, rate: (now.cases - first.cases) / seconds };
    const size = this.#size;
    if (size === undefined) return state;
    const left = (size - now.bytes) / ((now.bytes - first.bytes) / seconds);
    return {
      ...state,
      share: Math.min(now.bytes / size, 1),
      ...(Number.isFinite(left) && { secondsLeft: left }),
    };
  }
}

/** A bar only where a person sees it, and nothing else is written there. */
export function showsProgress(
  { out, progress }: Pick<ScoreOptions, 'out' | 'progress'>,
  { stderrIsTTY, stdoutIsTTY, env }: World,
): boolean {
  return progress !== false && stderrIsTTY && (out !== undefined || !stdoutIsTTY) && env['TERM'] !== 'dumb';
}

/** The world with its readers watched: each tells how far it is. A file that is opened again is counted once. */
function watchedReads(world: World): { readonly world: World; readonly bytesRead: () => number } {
  const streams = new Map<string, object>();
  return {
    world: {
      ...world,
      openRead: (path) => {
        const stream = world.openRead(path);
        streams.set(path, stream);
        return stream;
      },
    },
    bytesRead: () => [...streams.values()].reduce((sum, stream) => sum + bytesReadOf(stream), 0),
  };
}

function bytesReadOf(stream: object): number {
  return 'bytesRead' in stream && typeof stream.bytesRead === 'number' ? stream.bytesRead : 0;
}
