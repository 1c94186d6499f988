import { OPEN } from '../../core/answers.ts';
import { FIRST_NODE, type Node, type NodeStore, TRUE } from '../../diagram/node-store.ts';

/** A product term: it holds where each question that it tests has one of the listed codes, `OPEN` among them or not. */
export type Cube = ReadonlyMap<number, ReadonlySet<number>>;

/** A cube that holds nowhere. */
export const NOWHERE: Cube = new Map([[0, new Set<number>()]]);

/** What truth diagrams over rows of answer codes rest on. */
export interface CodeSpace {
  /** Each variable has one answer more than its question, the last, for an open one. */
  readonly store: NodeStore;
  /** Question of each variable. */
  readonly order: readonly number[];
}

/**
 * A truth diagram as cubes, one for each way through it, so that it holds exactly where one of them does; undefined
 * if there are more than `most`.
 */
export function cubesOf(space: CodeSpace, root: Node, most: number): readonly Cube[] | undefined {
  const cubes: Cube[] = [];
  const follow = (node: Node, way: Cube): void => {
    if (cubes.length > most) return;
    if (node === TRUE) cubes.push(way);
    if (node < FIRST_NODE) return;
    const question = space.order[space.store.variable(node)] ?? 0;
    for (const [child, codes] of codesByChild(space.store, node)) {
      follow(child, new Map([...way, [question, codes]]));
    }
  };
  follow(root, new Map());
  return cubes.length > most ? undefined : cubes;
}

function codesByChild(store: NodeStore, node: Node): Map<Node, Set<number>> {
  const children = store.children(node);
  const byChild = new Map<Node, Set<number>>();
  children.forEach((child, answer) => {
    const codes = byChild.get(child) ?? new Set();
    byChild.set(child, codes.add(answer === children.length - 1 ? OPEN : answer));
  });
  return byChild;
}
