import type { CheckSpace } from './check-space.ts';
import { exampleOf } from './example-case.ts';
import type { Found } from './found.ts';

/** Counts that no case reaches, with the most that can hold together. */
export function countUnreachable({ proof, unreachable }: CheckSpace): Found[] {
  return unreachable.map(({ owner, count, most, where, becauseOfRest }) => {
    const reached = most === 0 ? 'none of the conditions can hold' : `at most ${most} can hold together`;
    const rest = becauseOfRest ? ' beside the rest of the condition' : '';
    return {
      at: count,
      owner,
      message: `this count of \`${owner.id}\` never reaches ${count.atLeast}: ${reached}${rest}`,
      help: 'lower `at_least`, or take out what excludes the others',
      ...exampleOf(proof, where),
    };
  });
}
