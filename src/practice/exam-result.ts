import { idsFromAnswers } from '../core/answers.ts';
import type { RuleSetIdentity } from '../render/identity.ts';
import { levelAt } from '../render/level-word.ts';
import type { ExamSubject } from './exam-report.ts';
import type { Vignette } from './vignette.ts';

export const EXAM_VERSION = 1;

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
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
  /** What the criteria give. */
  readonly level: string;
  /** What the rater chose; null for unsure. */
  readonly placed: string | null;
  readonly decided_by: readonly string[];
}

/** The result of an exam for comparison with those of others. */
export function examResult(
  { ruleSet, identity, rater, day, seed, cases }: ExamSubject,
  software: string,
): ExamResult {
  return {
    carestep_exam: EXAM_VERSION,
    rater: rater ?? null,
    day,
    software,
    rule_set: identity,
    seed,
    cases: cases.map(({ vignette, explanation: { outcome }, mark: { commitment } }) => ({
      id: vignette.id,
      source: vignette.source,
      answers: idsFromAnswers(ruleSet, vignette.answers),
      level: levelAt(ruleSet, outcome.lowest).id,
      placed: commitment.placed === undefined ? null : levelAt(ruleSet, commitment.placed).id,
      decided_by: outcome.reasons.flatMap(({ rules }) => rules),
    })),
  };
}
