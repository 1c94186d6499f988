import type { Problem } from './case-row.ts';

/**
 * Thrown while the bytes of a source are read, where they cannot be read any further: a compressed file that ends
 * early. Readers turn it into the last thing there is to say about the file.
 */
export class BrokenInput extends Error {
  override readonly name = 'BrokenInput';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.reason);
    this.problem = problem;
  }
}
