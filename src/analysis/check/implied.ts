import type { CheckSpace } from './check-space.ts';
import { exampleOf } from './example-case.ts';
import type { Found } from './found.ts';

/** Rules that hold only where another rule holds that does the same or more. */
export function implied({ proof, implied: impliedBy }: CheckSpace): Found[] {
  const { rules } = proof.ruleSet;
  return rules.flatMap((rule, index) => {
    const stronger = rules[impliedBy.get(index) ?? -1];
    if (stronger === undefined) return [];
    return [
      {
        at: rule,
        owner: rule,
        message: `\`${rule.id}\` adds nothing to \`${stronger.id}\`, which holds wherever it holds and does as much`,
        help: `delete \`${rule.id}\`, or narrow \`${stronger.id}\``,
        ...exampleOf(proof, proof.ruleNode(index)),
      },
    ];
  });
}
