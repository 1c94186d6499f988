import { FIRST_NODE, type Node, type NodeStore } from '../../diagram/node-store.ts';

/** The most diagrams that are joined: a set of them is a bit mask. */
const MOST_MEMBERS = 30;

/** The most nodes of one joint diagram: larger ones save a few walks, and lose that again to memory and to joining. */
const MOST_NODES = 200;

/**
 * Several truth diagrams of one store as one: a walk finds all of them that hold. A reference is the number of a node,
 * or `~members` (negative) for the set of those that hold.
 */
export interface JointDiagram {
  readonly root: number;
  /** Per node, the variable it tests and its children by answer; children stand before parents. */
  readonly nodes: readonly { readonly variable: number; readonly children: readonly number[] }[];
}

/** Joins diagrams in their order into as few joint diagrams as the limits allow; `first` is the place of its first. */
export function joinDiagrams(
  store: NodeStore,
  roots: readonly Node[],
): { readonly first: number; readonly members: number; readonly diagram: JointDiagram }[] {
  const joined: { first: number; members: number; diagram: JointDiagram }[] = [];
  roots.forEach((root, place) => {
    const last = joined.at(-1);
    const longer =
      last !== undefined && last.members < MOST_MEMBERS
        ? joinOne(store, last.diagram, root, last.members)
        : undefined;
    if (last !== undefined && longer !== undefined) {
      last.members++;
      last.diagram = longer;
      return;
    }
    const alone = joinOne(store, { root: ~0, nodes: [] }, root, 0, Number.POSITIVE_INFINITY);
    if (alone !== undefined) joined.push({ first: place, members: 1, diagram: alone });
  });
  return joined;
}

/** A joint diagram with one more member; undefined if that takes more than so many nodes. */
function joinOne(
  store: NodeStore,
  joint: JointDiagram,
  root: Node,
  member: number,
  mostNodes = MOST_NODES,
): JointDiagram | undefined {
  const nodes: { variable: number; children: number[] }[] = [];
  const unique = new Map<string, number>();
  const done = new Map<number, Map<Node, number>>();
  const last = store.arities.length;
  const variableOf = (reference: number) =>
    reference < 0 ? last : (joint.nodes[reference]?.variable ?? last);
  const walk = (reference: number, node: Node): number => {
    if (reference < 0 && node < FIRST_NODE) return ~(~reference | (node << member));
    const row = done.get(reference) ?? new Map<Node, number>();
    done.set(reference, row);
    const known = row.get(node);
    if (known !== undefined) return known;
    const variable = Math.min(variableOf(reference), store.variable(node));
    const own = variableOf(reference) === variable ? joint.nodes[reference]?.children : undefined;
    const children: number[] = [];
    for (let answer = 0; answer < (store.arities[variable] ?? 0) && nodes.length <= mostNodes; answer++) {
      children.push(walk(own?.[answer] ?? reference, store.under(node, variable, answer)));
    }
    const result = place(variable, children);
    row.set(node, result);
    return result;
  };
  const place = (variable: number, children: number[]): number => {
    const [first = 0] = children;
    if (children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    const number = unique.get(key) ?? nodes.length;
    if (number === nodes.length) {
      unique.set(key, number);
      nodes.push({ variable, children });
    }
    return number;
  };
  const top = walk(joint.root, root);
  return nodes.length > mostNodes ? undefined : { root: top, nodes };
}
