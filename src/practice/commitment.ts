/** What a trainee commits to before anything is shown. */
export interface Commitment {
  /** Index of a level; absent for unsure, which is an answer too. */
  readonly placed?: number;
  /** Questions (indexes) whose answers decide it, in the trainee's view; absent where nobody asked. */
  readonly marked?: ReadonlySet<number>;
}
