import type { CompiledRuleSet } from '../../diagram/compile.ts';
import type { JointDiagram } from './joint-diagram.ts';

/** The level diagram in the form of a joint one: the set that holds is that of the one level. */
export function joinLevels({ level, variables }: CompiledRuleSet): JointDiagram {
  const reference = (child: number) => (child < 0 ? ~(1 << ~child) : child);
  const nodes = Array.from(level.questions, (question, node) => ({
    variable: variables[question] ?? 0,
    children: Array.from(
      level.children.subarray(level.firstChild[node], level.firstChild[node + 1]),
      reference,
    ),
  }));
  return { root: reference(level.root), nodes };
}
