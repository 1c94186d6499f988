import { type Answers, OPEN } from '../core/answers.ts';
import { branchesOf, type Diagram, liveNodes } from './diagram.ts';
import { FALSE, FIRST_NODE, type Node, type NodeStore } from './node-store.ts';

/** Copies a diagram into a store with the given answers fixed; `variables` gives the variable of each question. */
export function restrictInto(
  store: NodeStore,
  diagram: Diagram,
  answers: Answers,
  variables: readonly number[],
): Node {
  const nodes = new Map<number, Node>();
  const nodeOf = (reference: number): Node => (reference < 0 ? ~reference : (nodes.get(reference) ?? FALSE));
  for (const place of liveNodes(diagram, answers)) {
    const question = diagram.questions[place] ?? 0;
    const children = Array.from(branchesOf(diagram, place, answers), nodeOf);
    const isOpen = (answers[question] ?? OPEN) === OPEN;
    nodes.set(place, isOpen ? store.node(variables[question] ?? 0, children) : (children[0] ?? FALSE));
  }
  return nodeOf(diagram.root);
}

/** The terminals that a diagram leads to. */
export function terminalsBelow(store: NodeStore, root: Node): Set<number> {
  const terminals = new Set<number>();
  const seen = new Set<Node>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node < FIRST_NODE) terminals.add(node);
    else if (!seen.has(node)) {
      seen.add(node);
      waiting.push(...store.children(node));
    }
  }
  return terminals;
}
