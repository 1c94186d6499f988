/** The options of `carestep practice`. */
export interface PracticeOptions {
  readonly rules: string;
  /** How many cases; without it as many as the trainee likes. */
  readonly session?: number;
  /** A level id. */
  readonly level?: string;
  /** A dimension id. */
  readonly dimension?: string;
  readonly source?: 'published' | 'written' | 'generated';
  readonly seed?: number;
  /** Ask for the answers that decide, too. */
  readonly reasons?: boolean;
  /** Two cases at a time. */
  readonly pairs?: boolean;
  readonly plain?: boolean;
  /** So many cases without feedback. */
  readonly exam?: number;
  /** A code for the person who takes the exam. */
  readonly rater?: string;
  /** Files for the result of an exam. */
  readonly out: readonly string[];
}

/** The options of `carestep practice stats`. */
export interface PracticeStatsOptions {
  readonly rules: string;
  readonly format?: 'text' | 'json';
}

/** The options of `carestep practice export`. */
export interface PracticeExportOptions {
  /** Standard output without it. */
  readonly file?: string;
}

/** The options of `carestep practice erase`. */
export interface PracticeEraseOptions {
  /** Do not ask. */
  readonly yes?: boolean;
}

/** The options of `carestep practice agreement`. */
export interface PracticeAgreementOptions {
  /** The JSON files of exams. */
  readonly files: readonly string[];
  readonly rules: string;
  readonly format?: 'text' | 'json';
}
