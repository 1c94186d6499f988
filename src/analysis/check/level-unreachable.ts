import { objectsTo } from '../../core/ladder.ts';
import { TRUE } from '../../diagram/node-store.ts';
import { terminalsBelow } from '../../diagram/restrict.ts';
import type { CheckSpace } from './check-space.ts';
import type { Found } from './found.ts';

/** Levels that no case reaches. Where a rule in force everywhere is the reason, `always-holds` says so. */
export function levelUnreachable({ proof }: CheckSpace): Found[] {
  const reached = terminalsBelow(proof.store, proof.level);
  return proof.ruleSet.levels.flatMap((level, index) => {
    const isClosed = proof.levelRules.some(({ rule, holds }) => holds === TRUE && objectsTo(rule, index));
    if (reached.has(index) || isClosed) return [];
    return [
      {
        at: level,
        message: `no case reaches the level \`${level.id}\``,
        help: 'add a rule with `at_least` for it, narrow the rules that pass it over, or delete it',
      },
    ];
  });
}
