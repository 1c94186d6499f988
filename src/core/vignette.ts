import type { Answers } from './answers.ts';

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

/** A vignette as a file holds it. */
export interface FiledVignette extends Vignette {
  /** What the author of a written vignette claims; absent from a published one, which claims nothing. */
  readonly point?: VignettePoint;
  readonly path: string;
  readonly line: number;
}

/** What a written vignette is about. */
export interface VignettePoint {
  /** Index of the level that the criteria give. */
  readonly level: number;
  /** Id of a level rule that decides; at the first level, of one that a single other answer would bring into force. */
  readonly rule: string;
}
