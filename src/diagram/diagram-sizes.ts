import type { Diagram } from './diagram.ts';

/** How many nodes the largest of some diagrams has: what memory that serves all of them is made with. */
export function mostNodes(diagrams: readonly Diagram[]): number {
  return diagrams.reduce((most, { size }) => Math.max(most, size), 0);
}

/** A number above every terminal of some diagrams. */
export function mostTerminals(diagrams: readonly Diagram[]): number {
  return diagrams.reduce((most, { terminals }) => Math.max(most, terminals), 0);
}

/** A number above the index of every question that some diagrams test. */
export function mostQuestions(diagrams: readonly Diagram[]): number {
  let most = 0;
  for (const { questions } of diagrams) {
    for (let node = 0; node < questions.length; node++) most = Math.max(most, (questions[node] ?? 0) + 1);
  }
  return most;
}
