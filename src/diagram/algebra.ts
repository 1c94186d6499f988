import { FALSE, FIRST_NODE, type Node, type NodeStore, TRUE } from './node-store.ts';

/** The diagram with every terminal replaced. */
export function mapTerminals(store: NodeStore, root: Node, replace: (terminal: number) => number): Node {
  const done = new Map<Node, Node>();
  const walk = (node: Node): Node => {
    if (node < FIRST_NODE) return replace(node);
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = store.node(store.variable(node), store.children(node).map(walk));
    done.set(node, result);
    return result;
  };
  return walk(root);
}

/** The diagram that gives, for every case, `join` of the terminals that two diagrams give for it. */
export function combine(store: NodeStore, f: Node, g: Node, join: (a: number, b: number) => number): Node {
  const done = new Map<Node, Map<Node, Node>>();
  const walk = (a: Node, b: Node): Node => {
    if (a < FIRST_NODE && b < FIRST_NODE) return join(a, b);
    const row = done.get(a) ?? new Map<Node, Node>();
    done.set(a, row);
    const known = row.get(b);
    if (known !== undefined) return known;
    const top = Math.min(store.variable(a), store.variable(b));
    const children = new Int32Array(store.arities[top] ?? 0);
    for (let answer = 0; answer < children.length; answer++) {
      children[answer] = walk(store.under(a, top, answer), store.under(b, top, answer));
    }
    const result = store.node(top, children);
    row.set(b, result);
    return result;
  };
  return walk(f, g);
}

/** Where at least so many truth diagrams hold: one diagram per number still needed, from the last part back. */
export function atLeastOf(store: NodeStore, atLeast: number, parts: readonly Node[]): Node {
  let needed: Node[] = Array.from({ length: atLeast + 1 }, (_, missing) => (missing === 0 ? TRUE : FALSE));
  for (const part of parts.toReversed()) {
    needed = needed.map((same, missing) =>
      missing === 0 ? TRUE : store.ite(part, needed[missing - 1] ?? FALSE, same),
    );
  }
  return needed[atLeast] ?? FALSE;
}

/** The diagram with one variable answered. */
export function cofactor(store: NodeStore, root: Node, variable: number, answer: number): Node {
  const done = new Map<Node, Node>();
  const walk = (node: Node): Node => {
    if (store.variable(node) > variable) return node;
    if (store.variable(node) === variable) return store.child(node, answer);
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = store.node(store.variable(node), store.children(node).map(walk));
    done.set(node, result);
    return result;
  };
  return walk(root);
}

/** How many combinations of answers to all variables make a truth diagram hold. */
export function countCases(store: NodeStore, root: Node): bigint {
  const done = new Map<Node, bigint>();
  const { arities } = store;
  /** Combinations of the variables from one up to, but not including, another. */
  const between = (from: number, to: number) =>
    arities.slice(from, to).reduce((product, arity) => product * BigInt(arity), 1n);
  const walk = (node: Node): bigint => {
    if (node < FIRST_NODE) return node === TRUE ? 1n : 0n;
    const known = done.get(node);
    if (known !== undefined) return known;
    const below = store.variable(node) + 1;
    const count = Array.from(store.children(node)).reduce(
      (sum, child) => sum + between(below, store.variable(child)) * walk(child),
      0n,
    );
    done.set(node, count);
    return count;
  };
  return between(0, store.variable(root)) * walk(root);
}
