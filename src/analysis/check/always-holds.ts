import { TRUE } from '../../diagram/node-store.ts';
import type { CheckSpace } from './check-space.ts';
import { exampleOf } from './example-case.ts';
import type { Found } from './found.ts';

/** Conditions that every case meets. A single test of that kind is the loader's business. */
export function alwaysHolds({ proof, where, conditions }: CheckSpace): Found[] {
  return conditions.flatMap(({ owner, condition }) => {
    if (condition.kind === 'answer' || where(condition) !== TRUE) return [];
    const isRule = 'when' in owner;
    return [
      {
        at: owner,
        owner,
        message: isRule
          ? `\`${owner.id}\` is in force in every case`
          : `\`${owner.id}\` applies in every case, whatever \`applies_when\` says`,
        help: isRule
          ? 'narrow its condition to the people it is meant for'
          : 'delete `applies_when`, or narrow it',
        ...exampleOf(proof, TRUE),
      },
    ];
  });
}
