import type { Answers } from '../../src/core/answers.ts';
import { branchesOf, type Diagram, liveNodes } from '../../src/diagram/diagram.ts';

/** What `support` gives, in its plain form: the diagram is restricted and reduced with maps and text keys. */
export function plainSupport(diagram: Diagram, answers: Answers): number[] {
  const { representatives, kept } = restrict(diagram, answers);
  const found = new Set<number>();
  const seen = new Set<number>();
  const root = diagram.root < 0 ? diagram.root : (representatives[diagram.root] ?? -1);
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node < 0 || seen.has(node)) continue;
    seen.add(node);
    found.add(diagram.questions[node] ?? 0);
    waiting.push(...(kept.get(node) ?? []));
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Per node, the node or terminal that stands for it once the given answers are fixed; and the children of each
 * node that remains. Equal restricted nodes have one representative.
 */
function restrict(
  diagram: Diagram,
  answers: Answers,
): { readonly representatives: Int32Array; readonly kept: ReadonlyMap<number, readonly number[]> } {
  const representatives = new Int32Array(diagram.size);
  const kept = new Map<number, readonly number[]>();
  const unique = new Map<string, number>();
  const standsFor = (reference: number) =>
    reference < 0 ? reference : (representatives[reference] ?? reference);
  for (const node of liveNodes(diagram, answers)) {
    const question = diagram.questions[node] ?? 0;
    const children = Array.from(branchesOf(diagram, node, answers), standsFor);
    if (children.every((child) => child === children[0])) {
      representatives[node] = children[0] ?? 0;
      continue;
    }
    const key = `${question}:${children.join()}`;
    const representative = unique.get(key) ?? node;
    unique.set(key, representative);
    kept.set(representative, children);
    representatives[node] = representative;
  }
  return { representatives, kept };
}
