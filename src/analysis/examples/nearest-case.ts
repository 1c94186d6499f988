import { type Answers, OPEN } from '../../core/answers.ts';
import { nearestWays } from '../../diagram/nearest.ts';
import { FIRST_NODE, type Node, TRUE } from '../../diagram/node-store.ts';
import { completed } from './neighboring-cases.ts';
import type { RuleDiagrams } from './rule-diagrams.ts';

/** A case where a truth diagram holds, and which of the given cases it is nearest to. */
export interface NearestCase {
  /** Position among the given cases. */
  readonly from: number;
  readonly changes: number;
  readonly answers: Int8Array;
}

/**
 * The case where the diagram holds that is reached from one of the given cases by the fewest changed answers; the
 * first such case and way. The diagram must not be `FALSE`, and there must be a case.
 */
export function nearestCase(diagrams: RuleDiagrams, root: Node, cases: readonly Answers[]): NearestCase {
  let from = 0;
  let changes = Number.POSITIVE_INFINITY;
  cases.forEach((answers, place) => {
    if (changes === 0) return;
    const distance = changesNeeded(diagrams, root, answers);
    if (distance < changes) {
      changes = distance;
      from = place;
    }
  });
  const given = cases[from] ?? [];
  const reachable = { store: diagrams.store, root, order: diagrams.order, answers: given };
  const [way] = nearestWays(reachable, diagrams.ruleSet.questions, () => true)?.ways ?? [];
  const answers = Int8Array.from(given);
  for (const change of way?.changes ?? []) answers[change.question] = change.to;
  return { from, changes, answers: completed(diagrams.ruleSet, answers) };
}

/** How many answers must change; a shortest path, as in `nearestWays`, that keeps nothing but its length. */
function changesNeeded({ store, order }: RuleDiagrams, root: Node, answers: Answers): number {
  const done = new Map<Node, number>();
  const search = (node: Node): number => {
    if (node < FIRST_NODE) return node === TRUE ? 0 : Number.POSITIVE_INFINITY;
    const known = done.get(node);
    if (known !== undefined) return known;
    const given = answers[order[store.variable(node)] ?? 0] ?? OPEN;
    let least = Number.POSITIVE_INFINITY;
    store.children(node).forEach((child, answer) => {
      least = Math.min(least, search(child) + (answer === given ? 0 : 1));
    });
    done.set(node, least);
    return least;
  };
  return search(root);
}
