import type { Answers } from '../core/answers.ts';

/** A case told in prose, to be placed by a trainee before anything is shown. */
export interface Vignette {
  readonly id: string;
  readonly source: 'published' | 'written' | 'generated';
  /** Paragraphs of prose. */
  readonly text: readonly string[];
  /** Codes by question. Published cases leave open what their story does not tell. */
  readonly answers: Answers;
  /** What a written vignette teaches, in one sentence. */
  readonly teaches?: string;
  /** Of a published case only. */
  readonly assigned?: AssignedLevel;
}

/** The level that a reviewer gave a published case, which need not be what the criteria give. */
export interface AssignedLevel {
  /** In the words of the source, whose levels may be others than ours. */
  readonly level: string;
  readonly citation: string;
  /** Where the two differ: why, without calling either wrong. */
  readonly note?: string;
}

/** Two cases that differ in one answer and are placed at different levels. */
export interface VignettePair {
  readonly first: Vignette;
  readonly second: Vignette;
  /** The one question in which they differ. */
  readonly question: number;
  readonly needsMore: 'first' | 'second';
}
