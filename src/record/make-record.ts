import { type Answers, idsFromAnswers, OPEN } from '../core/answers.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import type { Outcome } from '../core/outcome.ts';
import { type Agreement, RECORD_VERSION, type RecordContent, type ScreeningRecord } from '../core/record.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { questionAt } from '../render/answer-text.ts';
import type { RuleSetIdentity } from '../render/identity.ts';
import { contentHash } from '../rule-set/content-hash.ts';
import { recordedOutcome } from './recorded-outcome.ts';

/** A finished screening with what was decided on it. Questions by index. */
export interface FinishedScreening {
  readonly caseId: string;
  readonly ruleSet: RuleSet;
  readonly identity: RuleSetIdentity;
  readonly software: string;
  readonly day: string;
  readonly durationSeconds: number;
  /** The record whose answers were the starting point. */
  readonly startedFrom?: ScreeningRecord;
  readonly answers: Answers;
  readonly unknown: ReadonlySet<number>;
  readonly carriedOver: readonly number[];
  readonly notes: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  readonly agreement: Agreement;
}

type Sha256 = (text: string) => string;

/** The record of a screening, with its checksum. */
export function makeRecord(screening: FinishedScreening, sha256: Sha256): ScreeningRecord {
  const { ruleSet, identity, answers } = screening;
  const questionId = (index: number) => questionAt(ruleSet, index).id;
  const content: RecordContent = {
    carestep_record: RECORD_VERSION,
    case: screening.caseId,
    day: screening.day,
    duration_seconds: Math.max(0, Math.round(screening.durationSeconds)),
    software: screening.software,
    rule_set: {
      id: identity.id,
      version: identity.version,
      fingerprint: identity.fingerprint,
      content_hash: contentHash(ruleSet, sha256),
    },
    started_from: screening.startedFrom?.sha256 ?? null,
    answers: idsFromAnswers(ruleSet, answers),
    unknown: inOrder(screening.unknown)
      .filter((index) => (answers[index] ?? OPEN) === OPEN)
      .map(questionId),
    carried_over: inOrder(screening.carriedOver).map(questionId),
    notes: screening.notes,
    outcome: recordedOutcome(ruleSet, screening.outcome),
    agreement: screening.agreement,
  };
  return { ...content, sha256: checksum(content, sha256) };
}

/** The checksum of a record's content; the checksum it may carry is left out. */
export function checksum(record: RecordContent, sha256: Sha256): string {
  return sha256(canonicalJson({ ...record, sha256: undefined }));
}

/** The text of a record's file. */
export function recordJson(record: ScreeningRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

function inOrder(questions: Iterable<number>): number[] {
  return [...questions].sort((a, b) => a - b);
}
