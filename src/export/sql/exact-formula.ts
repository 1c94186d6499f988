import { FIRST_NODE, type Node, TRUE } from '../../diagram/node-store.ts';
import type { PartialSpace } from '../../diagram/partial-space.ts';
import { ALWAYS, type Formula, NEVER } from './formula.ts';
import { formulaDiagram, type LevelColumns } from './formula-diagram.ts';

/** A decision tree with more leaves than this nobody would read. */
const MOST_LEAVES = 200;

/**
 * The first of some formulas that is proven to hold for just the partial cases of a truth diagram; where none is,
 * the diagram itself written as a tree, unless it is too large.
 */
export function exactFormula(
  space: PartialSpace,
  exact: Node,
  candidates: readonly (() => Formula)[],
  columns: LevelColumns,
): Formula | undefined {
  for (const candidate of candidates) {
    const formula = candidate();
    if (formulaDiagram(space, formula, columns) === exact) return formula;
  }
  return leavesOf(space, exact) > MOST_LEAVES ? undefined : treeOf(space, exact);
}

function treeOf(space: PartialSpace, node: Node): Formula {
  if (node < FIRST_NODE) return node === TRUE ? ALWAYS : NEVER;
  const under = Array.from(space.store.children(node), (child) => treeOf(space, child));
  return { kind: 'by_answer', question: space.question(space.store.variable(node)), under };
}

function leavesOf(space: PartialSpace, root: Node): number {
  const known = new Map<Node, number>();
  const count = (node: Node): number => {
    if (node < FIRST_NODE) return 1;
    const before = known.get(node);
    if (before !== undefined) return before;
    const leaves = Array.from(space.store.children(node), count).reduce((sum, each) => sum + each, 0);
    known.set(node, leaves);
    return leaves;
  };
  return count(root);
}
