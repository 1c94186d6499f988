import type { Refutation } from '../../core/verdict.ts';

/** What a proof of one claim came to. A claim that speaks of no case (`cases` is 0) is vacuous. */
export interface Proof {
  readonly cases: bigint;
  /** Absent if the claim holds of every case it speaks of. */
  readonly refutation?: Refutation;
}
