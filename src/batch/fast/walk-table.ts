import { FIRST_NODE, type Node, TRUE } from '../../diagram/node-store.ts';
import type { CodeSpace } from './cubes.ts';

/**
 * A truth diagram as one list of integers, to be walked by the codes of a row. A node is the question it tests, then a
 * reference for an open answer, then one for each answer. A reference is the place of a node, or negative: one of
 * `HOLDS` and `HOLDS_NOT`.
 */
export interface WalkTable {
  readonly root: number;
  readonly table: Int32Array;
}

const HOLDS = -1;
const HOLDS_NOT = -2;

export function walkTable({ store, order }: CodeSpace, root: Node): WalkTable {
  const table: number[] = [];
  const places = new Map<Node, number>();
  const placeOf = (node: Node): number => {
    if (node < FIRST_NODE) return node === TRUE ? HOLDS : HOLDS_NOT;
    const known = places.get(node);
    if (known !== undefined) return known;
    const answers = [...store.children(node)].map(placeOf);
    const open = answers.pop() ?? HOLDS_NOT;
    places.set(node, table.length);
    return table.push(order[store.variable(node)] ?? 0, open, ...answers) - answers.length - 2;
  };
  const start = placeOf(root);
  return { root: start, table: Int32Array.from(table) };
}
