import { type Answers, OPEN } from '../core/answers.ts';
import type { Diagram } from './diagram.ts';
import { mostNodes } from './diagram-sizes.ts';

/**
 * What is left of a diagram under given answers: the nodes that completions can meet, and where they lead. It is made
 * once, with room for the largest of some diagrams, and filled from one of them after the other, so that nothing is
 * allocated for a case among a million.
 */
export class LivePart {
  /** What it was filled from. */
  diagram: Diagram = NOTHING;
  answers: Answers = [];
  /** The first node whose question is open, or the terminal (`~value`), to which the given answers lead. */
  root = NOTHING.root;
  /** The first `count` of these are the nodes from the root on, descending, hence parents before children. */
  readonly nodes: Int32Array;
  count = 0;
  /** The first `openCount` of these are the nodes whose question is open, in the same order. */
  readonly openNodes: Int32Array;
  openCount = 0;
  /** The terminals that can be reached, as a bit set. */
  terminals = 0;
  /** Nodes that were met and are not yet listed, a bit each. */
  readonly #met: Int32Array;
  /** Per node, where given answers lead from it. */
  readonly #ends: Int32Array;

  constructor(diagrams: readonly Diagram[]) {
    const most = mostNodes(diagrams);
    this.nodes = new Int32Array(most);
    this.openNodes = new Int32Array(most);
    this.#met = new Int32Array(Math.ceil(most / 32));
    this.#ends = new Int32Array(most);
  }

  /**
   * Fills it with what the answers leave of a diagram.
   *
   * Method: a sweep from the highest node down. All parents of a node stand above it, so the highest one that was met
   * and is not yet listed has no parent left to come; in a set of bits it is found at once.
   */
  fill(diagram: Diagram, answers: Answers): this {
    this.diagram = diagram;
    this.answers = answers;
    this.root = firstOpenNode(diagram, answers);
    this.count = 0;
    this.openCount = 0;
    if (this.root < 0) this.terminals = 1 << ~this.root;
    else {
      this.#sweep();
      this.#follow();
    }
    return this;
  }

  /** The node whose question is open, or the terminal (`~value`), to which given answers lead from a reference. */
  endOf(reference: number): number {
    return reference < 0 ? reference : (this.#ends[reference] ?? reference);
  }

  #sweep(): void {
    const met = this.#met;
    this.terminals = 0;
    this.#meet(this.root);
    for (let word = this.root >> 5; word >= 0; word--) {
      for (let bits = met[word] ?? 0; bits !== 0; bits = met[word] ?? 0) {
        const bit = 31 - Math.clz32(bits);
        met[word] = bits ^ (1 << bit);
        this.#list((word << 5) | bit);
      }
    }
  }

  /** Lists a node and meets its children. */
  #list(node: number): void {
    const { questions, firstChild, children } = this.diagram;
    const given = this.answers[questions[node] ?? 0] ?? OPEN;
    const first = firstChild[node] ?? 0;
    this.nodes[this.count++] = node;
    if (given !== OPEN) {
      this.#meet(children[first + given] ?? -1);
      return;
    }
    this.openNodes[this.openCount++] = node;
    const end = firstChild[node + 1] ?? first;
    for (let place = first; place < end; place++) this.#meet(children[place] ?? -1);
  }

  #meet(reference: number): void {
    if (reference < 0) this.terminals |= 1 << ~reference;
    else this.#met[reference >> 5] = (this.#met[reference >> 5] ?? 0) | (1 << (reference & 31));
  }

  #follow(): void {
    const { diagram, answers, nodes, count } = this;
    const { questions, firstChild, children } = diagram;
    for (let place = count - 1; place >= 0; place--) {
      const node = nodes[place] ?? 0;
      const given = answers[questions[node] ?? 0] ?? OPEN;
      this.#ends[node] = given === OPEN ? node : this.endOf(children[(firstChild[node] ?? 0) + given] ?? -1);
    }
  }
}

const NOTHING: Diagram = {
  size: 0,
  root: ~0,
  terminals: 1,
  questions: new Int32Array(0),
  firstChild: new Int32Array(1),
  children: new Int32Array(0),
};

/** Where the given answers lead: the first node whose question is open, or a terminal (`~value`). */
export function firstOpenNode({ root, questions, firstChild, children }: Diagram, answers: Answers): number {
  let reference = root;
  while (reference >= 0) {
    const given = answers[questions[reference] ?? 0] ?? OPEN;
    if (given === OPEN) break;
    reference = children[(firstChild[reference] ?? 0) + given] ?? -1;
  }
  return reference;
}
