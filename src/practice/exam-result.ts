import type { RuleSet } from '../core/rule-set.ts';
import type { RuleSetIdentity } from '../render/identity.ts';
import { levelAt } from '../render/level-word.ts';
import type { Vignette } from './vignette.ts';

/** What one rater made of the cases of an exam, as its JSON file holds it. Levels and rules by id. */
export interface ExamResult {
  readonly carestep_exam: typeof EXAM_VERSION;
  /** A code that names nobody; null where none was given. */
  readonly rater: string | null;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly software: string;
  readonly rule_set: RuleSetIdentity;
  readonly seed: number;
  readonly cases: readonly ExamCase[];
}

export interface ExamCase {
  readonly id: string;
  readonly source: Vignette['source'];
  /** What the criteria give. */
  readonly level: string;
  /** What the rater chose; null for unsure. */
  readonly placed: string | null;
  readonly decided_by: readonly string[];
}

export const EXAM_VERSION = 1;

/** Placements by index: what the criteria give and what was chosen. */
export interface ExamPlacement {
  readonly level: number;
  /** Undefined for unsure. */
  readonly placed: number | undefined;
}

/** The id of the level, or null for unsure. */
export function placedId(ruleSet: RuleSet, placed: number | undefined): string | null {
  return placed === undefined ? null : levelAt(ruleSet, placed).id;
}
