/** Something that was counted, and in how many cases. */
export interface Counted<Thing> {
  readonly of: Thing;
  readonly cases: number;
}

/** What a scoring run found, counted. Levels and questions are indexes, rules ids; lists begin with the most frequent. */
export interface ScoringSummary {
  readonly scored: number;
  /** Rows that could not be read. */
  readonly rejected: number;
  /** Cases with an alert in force. */
  readonly alerted: number;
  /** Settled cases by level. */
  readonly settled: readonly number[];
  /** Open cases by their range of levels, the lowest first. */
  readonly open: readonly { readonly lowest: number; readonly highest: number; readonly cases: number }[];
  /** By level: what keeps the cases whose lowest level it is from a lower one; each a list of rules of which one must hold. */
  readonly drivers: readonly (readonly Counted<readonly string[]>[])[];
  /** Questions that can still change the level or raise an alert. */
  readonly unknowns: readonly Counted<number>[];
  readonly alerts: readonly Counted<string>[];
  readonly advice: readonly Counted<string>[];
  readonly rechecks: readonly Counted<string>[];
  /** Rows by what is wrong with them; a row may have several problems. */
  readonly rejects: readonly Counted<string>[];
}
