import { FIRST_NODE, type Node, NodeStore, TRUE } from './node-store.ts';

/**
 * Truth diagrams over answers that may also be open: each variable has one answer more, the last, for an open one. A
 * diagram holds for a row exactly if the original holds for every completion of it.
 */
export class CertainDiagrams {
  readonly store: NodeStore;
  readonly #original: NodeStore;
  readonly #done = new Map<Node, Node>();

  /** @throws TooLargeError, as does `of`, if more than `maxNodes` nodes are needed. */
  constructor(original: NodeStore, maxNodes?: number) {
    this.#original = original;
    this.store = new NodeStore(
      original.arities.map((arity) => arity + 1),
      maxNodes,
    );
  }

  /** Where a truth diagram of the original store holds whatever the open answers are. */
  of(node: Node): Node {
    if (node < FIRST_NODE) return node;
    const known = this.#done.get(node);
    if (known !== undefined) return known;
    const given = Array.from(this.#original.children(node), (child) => this.of(child));
    const open = given.reduce((all, child) => this.store.and(all, child), TRUE);
    const result = this.store.node(this.#original.variable(node), [...given, open]);
    this.#done.set(node, result);
    return result;
  }
}
