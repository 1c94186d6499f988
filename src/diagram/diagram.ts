import { type Answers, OPEN } from '../core/answers.ts';
import { FIRST_NODE, type Node, type NodeStore } from './node-store.ts';

/**
 * One diagram taken out of its store for queries: nodes 0 to `size - 1`, children before parents. A reference
 * to a child (and the root) is a node index, or `~value` (negative) for a terminal.
 */
export interface Diagram {
  readonly size: number;
  readonly root: number;
  /** Every terminal is below this number. */
  readonly terminals: number;
  /** Per node, the index of the question it tests. */
  readonly questions: Int32Array;
  /** Per node, where its children begin in `children`; one place more than nodes. */
  readonly firstChild: Int32Array;
  readonly children: Int32Array;
}

/** Takes the diagram below `root` out of the store; `order` gives the question of each variable. */
export function extractDiagram(store: NodeStore, root: Node, order: readonly number[]): Diagram {
  const nodes = nodesBelow(store, root);
  const places = new Map(nodes.map((node, place) => [node, place]));
  const reference = (node: Node) => (node < FIRST_NODE ? ~node : (places.get(node) ?? 0));
  const firstChild = new Int32Array(nodes.length + 1);
  const children: number[] = [];
  nodes.forEach((node, place) => {
    firstChild[place] = children.length;
    for (const child of store.children(node)) children.push(reference(child));
  });
  firstChild[nodes.length] = children.length;
  return {
    size: nodes.length,
    root: reference(root),
    terminals: Math.max(...[reference(root), ...children].map((child) => (child < 0 ? ~child + 1 : 0))),
    questions: Int32Array.from(nodes, (node) => order[store.variable(node)] ?? -1),
    firstChild,
    children: Int32Array.from(children),
  };
}

/** The children a node can lead to under the answers: the one of the given answer, or all if it is open. */
export function branchesOf(diagram: Diagram, node: number, answers: Answers): Int32Array {
  const first = diagram.firstChild[node] ?? 0;
  const given = answers[diagram.questions[node] ?? 0] ?? OPEN;
  if (given !== OPEN) return diagram.children.subarray(first + given, first + given + 1);
  return diagram.children.subarray(first, diagram.firstChild[node + 1]);
}

/** The nodes that completions of the answers can meet, ascending, hence children before parents. */
export function liveNodes(diagram: Diagram, answers: Answers): number[] {
  if (diagram.root < 0) return [];
  const isLive = new Uint8Array(diagram.size);
  const live: number[] = [];
  isLive[diagram.root] = 1;
  for (let node = diagram.root; node >= 0; node--) {
    if (isLive[node] === 0) continue;
    live.push(node);
    const given = answers[diagram.questions[node] ?? 0] ?? OPEN;
    const first = (diagram.firstChild[node] ?? 0) + Math.max(given, 0);
    const end = given === OPEN ? (diagram.firstChild[node + 1] ?? first) : first + 1;
    for (let place = first; place < end; place++) {
      const child = diagram.children[place] ?? -1;
      if (child >= 0) isLive[child] = 1;
    }
  }
  return live.reverse();
}

/** All nodes below and including `root`, ascending, hence children before parents; terminals left out. */
export function nodesBelow(store: NodeStore, root: Node): Node[] {
  const seen = new Set<Node>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node < FIRST_NODE || seen.has(node)) continue;
    seen.add(node);
    waiting.push(...store.children(node));
  }
  return [...seen].sort((a, b) => a - b);
}
