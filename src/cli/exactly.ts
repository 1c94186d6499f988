import type { RuleSet } from '../core/rule-set.ts';
import { TooLargeError } from '../diagram/node-store.ts';
import { UsageError } from './usage-error.ts';

/**
 * Does work on diagrams.
 *
 * @throws UsageError where the rule set is too large for them.
 */
export function exactly<T>(ruleSet: RuleSet, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    throw new UsageError(
      `the rule set \`${ruleSet.id}\` is too large to work out exactly`,
      'split questions that many rules combine, or use fewer of them in one rule',
    );
  }
}
