/** What the check of one record can find. */
export type RecordFindingCode =
  /** The text is no record, or not one of this version. */
  | 'unreadable'
  /** The checksum does not fit the content. */
  | 'record-changed'
  /** The file is not called after the case. */
  | 'other-name'
  /** Screened with another rule set than the one at hand. */
  | 'other-rule-set'
  /** The same rule set decides otherwise now. */
  | 'rules-changed'
  /** The same rules and answers, but another outcome. */
  | 'outcome-differs'
  /** The decision contradicts the outcome or the rule set's list of reasons. */
  | 'agreement-does-not-fit';

/** What has changed since without touching any decision. */
export type RecordNoteCode = 'wording-changed' | 'software-changed';

export interface RecordFinding<Code> {
  readonly code: Code;
  readonly message: string;
  readonly help?: string;
}

/** One record after its check; in order if there is no finding. */
export interface RecordVerification {
  readonly path: string;
  readonly findings: readonly RecordFinding<RecordFindingCode>[];
  readonly notes: readonly RecordFinding<RecordNoteCode>[];
}
