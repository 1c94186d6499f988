import type { Vignette } from '../core/vignette.ts';

export type { Vignette };

/** Two cases that differ in one answer and are placed at different levels. */
export interface VignettePair {
  readonly first: Vignette;
  readonly second: Vignette;
  /** The one question in which they differ. */
  readonly question: number;
  readonly needsMore: 'first' | 'second';
}
