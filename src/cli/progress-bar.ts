import { SingleBar } from 'cli-progress';
import { type ProgressState, progressText } from '../render/progress-text.ts';
import type { World } from './world.ts';

/** Steps of the bar from its beginning to its end. */
const STEPS = 1000;
const WIDEST = 30;
/** What stands beside the bar at most. */
const BESIDE = 48;

/** A bar on the last line of standard error, which leaves nothing behind. */
export class ProgressBar {
  readonly #world: World;
  #bar: SingleBar | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  show(state: ProgressState): void {
    const value = Math.floor((state.share ?? 0) * STEPS);
    const payload = { text: progressText(state) };
    if (this.#bar !== undefined) {
      this.#bar.update(value, payload);
      return;
    }
    this.#bar = this.#newBar(state.share !== undefined);
    this.#bar.start(STEPS, value, payload);
  }

  hide(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #newBar(hasShare: boolean): SingleBar {
    const { stderr, columns } = this.#world;
    const barsize = Math.min(WIDEST, columns - BESIDE);
    return new SingleBar({
      stream: stderr,
      format: hasShare && barsize > 0 ? '{bar} {text}' : '{text}',
      barsize: Math.max(barsize, 1),
      barCompleteChar: '█',
      barIncompleteChar: '░',
      fps: 5,
      clearOnComplete: true,
      // To switch the wrapping of the terminal off would outlast a process that is killed.
      linewrap: true,
    });
  }
}
