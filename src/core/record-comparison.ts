import type { ScreeningRecord } from './record.ts';

/** Which way care moves. `unclear`: two ranges of levels that overlap without one being above the other. */
export type CareStep = 'up' | 'down' | 'same' | 'unclear';

/** An answer that is another one than before; `null` where the question was open. */
export interface MovedAnswer {
  readonly question: string;
  readonly from: string | null;
  readonly to: string | null;
  /** `other`: the question has no order, or one side is open. */
  readonly direction: 'more-serious' | 'less-serious' | 'other';
}

/** Two records of one case, side by side. */
export interface RecordComparison {
  readonly earlier: ScreeningRecord;
  readonly later: ScreeningRecord;
  /** Where the rules changed in between, the levels may have moved because of that. */
  readonly rules: 'same' | 'reworded' | 'changed';
  /** How the suggested levels compare. */
  readonly need: CareStep;
  /** How the chosen levels compare; none where one of them was not chosen. */
  readonly placement: CareStep | undefined;
  /** In the order of the questions. */
  readonly moved: readonly MovedAnswer[];
  /** `YYYY-MM-DD`; none where the level of the later placement has no interval. */
  readonly reviewDue: string | undefined;
}
