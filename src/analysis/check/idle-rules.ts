import { climbDiagram } from '../../diagram/climb-diagram.ts';
import { FALSE } from '../../diagram/node-store.ts';
import type { ProofSpace } from '../verify/proof-space.ts';

/** The level rules (indexes) that hold in some case, and without any one of which every case keeps its level. */
export function idleRules({ store, ruleSet, level, levelRules }: ProofSpace): ReadonlySet<number> {
  const idle = levelRules.filter(({ holds, index }) => {
    if (holds === FALSE) return false;
    const others = levelRules.filter((other) => other.index !== index);
    return climbDiagram(store, ruleSet.levels.length, others) === level;
  });
  return new Set(idle.map(({ index }) => index));
}
