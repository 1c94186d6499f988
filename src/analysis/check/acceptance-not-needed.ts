import type { Acceptance, Question, Rule } from '../../core/rule-set.ts';
import type { Found } from './found.ts';

/** The acceptances of a rule or question whose finding is not there, or no more. */
export function acceptanceNotNeeded(
  owner: Rule | Question,
  isFound: (acceptance: Acceptance) => boolean,
): Found[] {
  return owner.accept
    .filter((acceptance) => !isFound(acceptance))
    .map((acceptance) => ({
      at: acceptance,
      message: `\`${owner.id}\` accepts \`${acceptance.finding}\`, which is not found there`,
      help: 'delete this entry of `accept`',
    }));
}
