import type { Answers } from '../core/answers.ts';
import type { Diagram } from './diagram.ts';
import { mostNodes, mostQuestions } from './diagram-sizes.ts';
import { LivePart } from './live-part.ts';
import { Reduction } from './reduction.ts';

/**
 * The open questions (indexes, ascending) whose answers can still change the terminal: the variables of the
 * diagram restricted to the given answers and reduced again.
 */
export function support(diagram: Diagram, answers: Answers): number[] {
  const finder = new SupportFinder([diagram]);
  finder.add(new LivePart([diagram]).fill(diagram, answers));
  return finder.take();
}

/** Collects the support of live parts. Made once, with room for the largest of some diagrams. */
export class SupportFinder {
  readonly #reduction: Reduction;
  /** Per node, whether the reduced part at hand has it; no node between calls. */
  readonly #hasNode: Uint8Array;
  readonly #hasQuestion: Uint8Array;

  constructor(diagrams: readonly Diagram[]) {
    this.#reduction = new Reduction(diagrams);
    this.#hasNode = new Uint8Array(mostNodes(diagrams));
    this.#hasQuestion = new Uint8Array(mostQuestions(diagrams));
  }

  /** Adds the support of a diagram under answers, from which the live part was filled. */
  add(live: LivePart): void {
    if (live.openCount === 0) return;
    this.#reduction.fill(live);
    const { questions, firstChild, children } = live.diagram;
    this.#meet(live.root);
    for (let place = 0; place < live.openCount; place++) {
      const node = live.openNodes[place] ?? 0;
      if (this.#hasNode[node] === 0) continue;
      this.#hasNode[node] = 0;
      this.#hasQuestion[questions[node] ?? 0] = 1;
      const end = firstChild[node + 1] ?? 0;
      for (let child = firstChild[node] ?? 0; child < end; child++) this.#meet(children[child] ?? -1);
    }
  }

  /** The questions (indexes, ascending) of all that was added; then begins anew. */
  take(): number[] {
    const found: number[] = [];
    const hasQuestion = this.#hasQuestion;
    for (let question = 0; question < hasQuestion.length; question++) {
      if (hasQuestion[question] === 1) found.push(question);
    }
    hasQuestion.fill(0);
    return found;
  }

  #meet(reference: number): void {
    const node = this.#reduction.standsFor(reference);
    if (node >= 0) this.#hasNode[node] = 1;
  }
}
