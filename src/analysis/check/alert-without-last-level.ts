import { alertOf } from '../../core/rule-set.ts';
import { FALSE } from '../../diagram/node-store.ts';
import type { CheckSpace } from './check-space.ts';
import { exampleOf } from './example-case.ts';
import type { Found } from './found.ts';

/** Alerts that can be in force while the suggestion stays below the last level. */
export function alertWithoutLastLevel({ proof }: CheckSpace): Found[] {
  const { levels, rules } = proof.ruleSet;
  const below = proof.store.not(proof.levelIn(1 << (levels.length - 1)));
  return rules.flatMap((rule, index) => {
    if (alertOf(rule) === undefined) return [];
    const where = proof.store.and(proof.ruleNode(index), below);
    if (where === FALSE) return [];
    return [
      {
        at: rule,
        owner: rule,
        message: `\`${rule.id}\` alerts where the suggested level is not \`${levels.at(-1)?.id}\``,
        help: `add \`at_least: ${levels.at(-1)?.id}\`, or write \`advise\` if this is no emergency`,
        ...exampleOf(proof, where),
      },
    ];
  });
}
