import type { ProgressState } from '../render/progress-text.ts';
import type { ScoreOptions } from './command-options.ts';
import type { World } from './world.ts';

/** A run that is over sooner shows no bar. */
const PATIENCE_MS = 1000;
/** Drawn at most this often. */
const PAUSE_MS = 200;
/** Rate and time left are those since so many draws ago, which is five seconds at least. */
const MOST_SAMPLES = 25;

interface Sample {
  readonly at: number;
  readonly cases: number;
  readonly bytes: number;
}

/** Where a progress is drawn. */
export interface ProgressLine {
  readonly show: (state: ProgressState) => void;
  /** Takes away what was drawn. */
  readonly hide: () => void;
}

/** The library that draws is loaded only when there is something to draw. */
async function openProgressBar(world: World): Promise<ProgressLine> {
  const { ProgressBar } = await import('./progress-bar.ts');
  return new ProgressBar(world);
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
  #bar: ProgressLine | undefined;
  #shown: ProgressState | undefined;
  /** What was shown before the bar was taken away. */
  #hidden: ProgressState | undefined;
  readonly #openBar: (world: World) => Promise<ProgressLine>;

  constructor(world: World, openBar = openProgressBar) {
    this.#openBar = openBar;
    const watched = watchedReads(world);
    this.world = watched.world;
    this.#bytesRead = watched.bytesRead;
    this.#startedAt = world.now().getTime();
  }

  /** Learns how large the input is, where that is known. */
  expect(size: number | undefined): void {
    this.#size = size === 0 ? undefined : size;
  }

  async add(cases: number): Promise<void> {
    this.#cases += cases;
    const at = this.world.now().getTime();
    const last = this.#samples.at(-1);
    if (last !== undefined && (at - this.#startedAt < PATIENCE_MS || at - last.at < PAUSE_MS)) {
      this.#showAgain();
      return;
    }
    const sample = { at, cases: this.#cases, bytes: this.#bytesRead() };
    this.#samples.push(sample);
    if (this.#samples.length > MOST_SAMPLES) this.#samples.shift();
    const [first] = this.#samples;
    // What came before the first part was no scoring, and says nothing of the rate.
    if (first === undefined || first === sample) return;
    this.#bar ??= await this.#openBar(this.world);
    this.#hidden = undefined;
    this.#shown = this.#state(first, sample);
    this.#bar.show(this.#shown);
  }

  /** Takes the bar away until the next cases are added, so that something else can be written. */
  hide(): void {
    this.#bar?.hide();
    this.#hidden = this.#shown;
  }

  /** A bar that made way for a message comes back as it was: it is not yet time to draw another. */
  #showAgain(): void {
    if (this.#hidden !== undefined) this.#bar?.show(this.#hidden);
    this.#hidden = undefined;
  }

  #state(first: Sample, now: Sample): ProgressState {
    const seconds = (now.at - first.at) / 1000;
    const state = { cases: now.cases, rate: (now.cases - first.cases) / seconds };
    const size = this.#size;
    if (size === undefined) return state;
    const left = (size - now.bytes) / ((now.bytes - first.bytes) / seconds);
    const share = Math.min(now.bytes / size, 1);
    return { ...state, share, ...(Number.isFinite(left) && { secondsLeft: left }) };
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
