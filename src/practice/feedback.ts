import type { ExplainedCase } from '../render/explained-case.ts';
import type { Mark } from './mark.ts';
import type { Vignette } from './vignette.ts';

/** All that is told once a trainee has committed: the case with its explanation, and how the placement compares. */
export interface Feedback extends ExplainedCase {
  readonly vignette: Vignette;
  readonly mark: Mark;
}
