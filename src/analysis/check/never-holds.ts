import type { Rule } from '../../core/rule-set.ts';
import { FALSE } from '../../diagram/node-store.ts';
import type { CheckSpace } from './check-space.ts';
import type { Found } from './found.ts';

/** Rules whose condition no case meets. Where a count in it is never reached, that finding says it better. */
export function neverHolds({ proof, unreachable }: CheckSpace): Found[] {
  return proof.ruleSet.rules.flatMap((rule, index) => {
    const hasUnreachableCount = unreachable.some(({ owner }) => owner === rule);
    if (proof.ruleNode(index) !== FALSE || hasUnreachableCount) return [];
    return [
      {
        at: rule,
        owner: rule,
        message: `\`${rule.id}\` ${LOST[rule.kind]}: no answers make its condition hold`,
        help: 'look for tests that exclude one another, and take one out',
      },
    ];
  });
}

const LOST = {
  at_least: 'never raises a level',
  rule_out: 'never rules out a level',
  alert: 'never alerts',
  advise: 'is advice that nobody is ever given',
  recheck: 'asks for a recheck that cannot happen',
} as const satisfies Record<Rule['kind'], string>;
