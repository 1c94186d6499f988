import { FIRST_NODE, type Node, TRUE } from '../../diagram/node-store.ts';
import type { End, PartialSpace } from '../../diagram/partial-space.ts';
import { ALWAYS, allOf, anyOf, type Formula, looksAtLevel, NEVER } from './formula.ts';
import { formulaDiagram, type LevelColumns } from './formula-diagram.ts';
import {
  type Fill,
  filledIn,
  fillsOf,
  findBound,
  TooManyAnswersError,
  truthUnderFill,
} from './level-bound.ts';

/** A decision tree of so many leaves is read at a glance, one of more only where nothing else is exact. */
const [FEW_LEAVES, MOST_LEAVES] = [20, 200];
/** How often a condition may be repeated with other answers filled in. */
const MOST_REPEATED = 12;

/**
 * The first of some formulas that is proven to hold for just the partial cases of a truth diagram. Where none is, the
 * diagram itself written as a tree if that is small, or the last formula with open questions filled in.
 */
export function exactFormula(
  space: PartialSpace,
  end: End,
  exact: Node,
  candidates: readonly (() => Formula)[],
  columns: LevelColumns,
): Formula | undefined {
  let last = NEVER;
  for (const candidate of candidates) {
    last = candidate();
    if (formulaDiagram(space, last, columns) === exact) return last;
  }
  const leaves = leavesOf(space, exact);
  if (leaves <= FEW_LEAVES) return treeOf(space, exact);
  const filled = looksAtLevel(last) ? undefined : filledFormula(space, end, exact, last);
  return filled ?? (leaves <= MOST_LEAVES ? treeOf(space, exact) : undefined);
}

/** The formula under each combination of answers to try: all must hold, or for `most` one. */
function filledFormula(space: PartialSpace, end: End, exact: Node, formula: Formula): Formula | undefined {
  const fills = fillsToTry(space, end, exact, formula);
  if (fills.length === 0 || fills.length > MOST_REPEATED) return undefined;
  const each = fills.map((fill) => filledIn(space, formula, fill));
  const distinct = [...new Map(each.map((part) => [JSON.stringify(part), part])).values()];
  return end === 'least' ? allOf(distinct) : anyOf(distinct);
}

function fillsToTry(space: PartialSpace, end: End, exact: Node, formula: Formula): Fill[] {
  try {
    return fillsOf(space, findBound(space, end, exact, truthUnderFill(space, formula)));
  } catch (error) {
    if (error instanceof TooManyAnswersError) return [];
    throw error;
  }
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
