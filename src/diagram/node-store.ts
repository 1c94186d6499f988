import { TripleTable } from './triple-table.ts';

/** A node of a diagram: an id below `FIRST_NODE` is a terminal, whose value is the id itself. */
export type Node = number;

/** Terminals are 0 to 31: truth values, or level indexes. */
export const FIRST_NODE = 32;
export const FALSE: Node = 0;
export const TRUE: Node = 1;

/** How many nodes a store may hold before it gives up rather than hang. */
const DEFAULT_MAX_NODES = 2_000_000;

/** Thrown when a rule set needs more nodes than allowed: too large to prove anything about. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  readonly maxNodes: number;

  constructor(maxNodes: number) {
    super(`the rule set needs a decision diagram of more than ${maxNodes} nodes`);
    this.maxNodes = maxNodes;
  }
}

/**
 * Reduced, ordered, multi-valued decision diagrams that share their nodes. Variables are tested in ascending
 * order along every path; no node has only equal children; equal nodes are one node. So two diagrams mean the
 * same exactly if they are the same node. A child's id is always lower than its parent's.
 *
 * Method: Bryant 1986 (reduced ordered diagrams, if-then-else), Kam et al. 1998 (more than two children).
 */
export class NodeStore {
  /** How many answers each variable has. */
  readonly arities: readonly number[];
  readonly #maxNodes: number;
  #variables = new Int32Array(256);
  #firstChild = new Int32Array(256);
  #children = new Int32Array(1024);
  #size = FIRST_NODE;
  #childrenEnd = 0;
  /** Open addressing: node ids, 0 for an empty place; at most half full. */
  #unique = new Int32Array(512);
  readonly #iteCache = new TripleTable();

  constructor(arities: readonly number[], maxNodes: number = DEFAULT_MAX_NODES) {
    this.arities = arities;
    this.#maxNodes = maxNodes;
  }

  /** Nodes made so far, terminals apart. */
  get size(): number {
    return this.#size - FIRST_NODE;
  }

  /** The variable a node tests; past the last variable for a terminal. */
  variable(node: Node): number {
    return node < FIRST_NODE ? this.arities.length : at(this.#variables, node);
  }

  /** The child under one answer; `node` must not be a terminal. */
  child(node: Node, answer: number): Node {
    return at(this.#children, at(this.#firstChild, node) + answer);
  }

  /** The children in order of answers: a view, not to be written to. */
  children(node: Node): Int32Array {
    const first = at(this.#firstChild, node);
    return this.#children.subarray(first, first + (this.arities[this.variable(node)] ?? 0));
  }

  /** The node that tests `variable` and goes on with one child per answer. */
  node(variable: number, children: Children): Node {
    const first = children[0] ?? FALSE;
    if (allEqual(children, first)) return first;
    let place = this.#placeOf(variable, children);
    for (; at(this.#unique, place) !== 0; place = (place + 1) & (this.#unique.length - 1)) {
      if (this.#equals(at(this.#unique, place), variable, children)) return at(this.#unique, place);
    }
    const node = this.#append(variable, children);
    this.#unique[place] = node;
    if (this.size * 2 > this.#unique.length) this.#rehash();
    return node;
  }

  /** The truth diagram of one test: the answer of `variable` is in the set. */
  test(variable: number, answers: number): Node {
    const children = new Int32Array(this.arities[variable] ?? 0);
    for (let answer = 0; answer < children.length; answer++) children[answer] = (answers >>> answer) & 1;
    return this.node(variable, children);
  }

  and(f: Node, g: Node): Node {
    return this.ite(f, g, FALSE);
  }

  or(f: Node, g: Node): Node {
    return this.ite(f, TRUE, g);
  }

  not(f: Node): Node {
    return this.ite(f, FALSE, TRUE);
  }

  /** Where the truth diagram `f` holds, `g`; elsewhere `h`. */
  ite(f: Node, g: Node, h: Node): Node {
    if (f === TRUE || g === h) return g;
    if (f === FALSE) return h;
    if (g === TRUE && h === FALSE) return f;
    const known = this.#iteCache.get(f, g, h);
    if (known !== undefined) return known;
    const top = Math.min(this.variable(f), this.variable(g), this.variable(h));
    const children = new Int32Array(this.arities[top] ?? 0);
    for (let answer = 0; answer < children.length; answer++) {
      children[answer] = this.ite(
        this.under(f, top, answer),
        this.under(g, top, answer),
        this.under(h, top, answer),
      );
    }
    const result = this.node(top, children);
    this.#iteCache.set(f, g, h, result);
    return result;
  }

  /** The diagram with `variable`, which is not below the node's own, answered. */
  under(node: Node, variable: number, answer: number): Node {
    return this.variable(node) === variable ? this.child(node, answer) : node;
  }

  #append(variable: number, children: Children): Node {
    if (this.size >= this.#maxNodes) throw new TooLargeError(this.#maxNodes);
    if (this.#size === this.#variables.length) {
      this.#variables = grown(this.#variables);
      this.#firstChild = grown(this.#firstChild);
    }
    if (this.#childrenEnd + children.length > this.#children.length) this.#children = grown(this.#children);
    const node = this.#size++;
    this.#variables[node] = variable;
    this.#firstChild[node] = this.#childrenEnd;
    this.#children.set(children, this.#childrenEnd);
    this.#childrenEnd += children.length;
    return node;
  }

  #equals(node: Node, variable: number, children: Children): boolean {
    if (at(this.#variables, node) !== variable) return false;
    const first = at(this.#firstChild, node);
    for (let answer = 0; answer < children.length; answer++) {
      if (this.#children[first + answer] !== children[answer]) return false;
    }
    return true;
  }

  #placeOf(variable: number, children: Children): number {
    let hash = variable + 1;
    for (let answer = 0; answer < children.length; answer++) {
      hash = Math.imul(hash ^ (children[answer] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    }
    return (hash ^ (hash >>> 16)) & (this.#unique.length - 1);
  }

  #rehash(): void {
    this.#unique = new Int32Array(this.#unique.length * 2);
    for (let node = FIRST_NODE; node < this.#size; node++) {
      let place = this.#placeOf(at(this.#variables, node), this.children(node));
      while (at(this.#unique, place) !== 0) place = (place + 1) & (this.#unique.length - 1);
      this.#unique[place] = node;
    }
  }
}

/** Children in order of answers; loops over them stay plain, for they are the innermost of every compilation. */
type Children = ArrayLike<Node>;

function allEqual(children: Children, first: Node): boolean {
  for (let answer = 1; answer < children.length; answer++) {
    if (children[answer] !== first) return false;
  }
  return true;
}

/** Reads a typed array at a place that is known to exist. */
function at(array: Int32Array, place: number): number {
  return array[place] ?? 0;
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
