import { type Answers, OPEN } from '../core/answers.ts';
import type { Diagram } from './diagram.ts';

/**
 * The terminals that completions of the answers can reach, as a bit set: exactly, whatever is open. For the level
 * diagram that is the set of possible levels; for a condition, 1 means false, 2 true and 3 either.
 */
export function possibleTerminals(diagram: Diagram, answers: Answers): number {
  const reached = new Int32Array(diagram.size);
  const terminalsBelow = (reference: number) => (reference < 0 ? 1 << ~reference : (reached[reference] ?? 0));
  for (let node = 0; node < diagram.size; node++) {
    const first = diagram.firstChild[node] ?? 0;
    const given = answers[diagram.questions[node] ?? 0] ?? OPEN;
    let terminals = 0;
    if (given === OPEN) {
      const end = diagram.firstChild[node + 1] ?? first;
      for (let child = first; child < end; child++) terminals |= terminalsBelow(diagram.children[child] ?? 0);
    } else {
      terminals = terminalsBelow(diagram.children[first + given] ?? 0);
    }
    reached[node] = terminals;
  }
  return terminalsBelow(diagram.root);
}

/** The members of a bit set, ascending. */
export function membersOf(set: number): number[] {
  const members: number[] = [];
  for (let member = 0; set >>> member !== 0; member++) {
    if ((set >>> member) & 1) members.push(member);
  }
  return members;
}

/** The terminal of a complete case; undefined if the path meets an open question. */
export function terminalOf(diagram: Diagram, answers: Answers): number | undefined {
  let reference = diagram.root;
  while (reference >= 0) {
    const given = answers[diagram.questions[reference] ?? 0] ?? OPEN;
    if (given === OPEN) return undefined;
    reference = diagram.children[(diagram.firstChild[reference] ?? 0) + given] ?? -1;
  }
  return ~reference;
}
