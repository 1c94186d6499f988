/** The version of the record format that this carestep writes and reads. */
export const RECORD_VERSION = 1;

/**
 * One saved screening, exactly as its JSON file holds it; docs/record.md describes each key. Questions, answers,
 * levels, rules and reasons stand as ids, so that a record says the same whatever becomes of the wording.
 */
export interface ScreeningRecord extends RecordContent {
  /** SHA-256 over the canonical JSON of everything else: it shows an accident, not a forgery. */
  readonly sha256: string;
}

/** A record without its checksum. */
export interface RecordContent {
  readonly carestep_record: typeof RECORD_VERSION;
  /** Random, or checked for not naming a person. */
  readonly case: string;
  /** `YYYY-MM-DD`, where the screening was held. */
  readonly day: string;
  /** From the first screen to the result. */
  readonly duration_seconds: number;
  readonly software: string;
  readonly rule_set: RecordedRuleSet;
  /** The checksum of the record whose answers were the starting point. */
  readonly started_from: string | null;
  readonly answers: Readonly<Record<string, string>>;
  /** Questions asked and answered with *unknown*. */
  readonly unknown: readonly string[];
  /** Questions whose answer comes from the earlier record and was not asked for again. */
  readonly carried_over: readonly string[];
  /** What the clinician noted, by question. */
  readonly notes: Readonly<Record<string, string>>;
  /** The need: what the answers lead to. */
  readonly outcome: RecordedOutcome;
  /** The placement: what the clinician made of it. */
  readonly agreement: Agreement;
}

export interface RecordedRuleSet {
  readonly id: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly content_hash: string;
}

/** An outcome by ids, under the keys of docs/outcome-json.md. */
export interface RecordedOutcome {
  /** `null` while several levels are possible. */
  readonly level: string | null;
  readonly lowest: string;
  readonly highest: string;
  readonly possible: readonly string[];
  readonly alerts: readonly string[];
  readonly reasons: readonly RecordedReason[];
  readonly lower_rules: readonly string[];
  readonly advice: readonly string[];
  readonly rechecks: readonly string[];
  readonly open: readonly string[];
}

export interface RecordedReason {
  readonly rules: readonly string[];
  readonly weight: 'alone' | 'together';
}

/** What the clinician decided after the result, apart from what the answers lead to. */
export type Agreement = Agreed | Overridden | Undecided;

/** The placement is the suggested level, or one of those still possible. */
export interface Agreed {
  readonly decision: 'agreed';
  readonly placed: string;
  readonly reason: null;
  readonly note: null;
}

/** The placement is another level, for a reason of the rule set's list, in the clinician's words. */
export interface Overridden {
  readonly decision: 'overridden';
  readonly placed: string;
  readonly reason: string;
  readonly note: string;
}

/** Saved before a placement was chosen. */
export interface Undecided {
  readonly decision: 'undecided';
  readonly placed: null;
  readonly reason: null;
  readonly note: null;
}

export const UNDECIDED: Undecided = { decision: 'undecided', placed: null, reason: null, note: null };
