import { type Answers, OPEN } from '../core/answers.ts';
import type { Diagram } from './diagram.ts';

/**
 * The terminals that completions of the answers can reach, as a bit set: exactly, whatever is open. For the level
 * diagram that is the set of possible levels; for a condition, 1 means false, 2 true and 3 either.
 */
export function possibleTerminals(diagram: Diagram, answers: Answers): number {
  const { questions, firstChild, children } = diagram;
  const root = firstOpenNode(diagram, answers);
  if (root < 0) return 1 << ~root;
  const isLive = new Uint8Array(diagram.size);
  let terminals = 0;
  isLive[root] = 1;
  for (let node = root; node >= 0; node--) {
    if (isLive[node] === 0) continue;
    const given = answers[questions[node] ?? 0] ?? OPEN;
    const first = (firstChild[node] ?? 0) + Math.max(given, 0);
    const end = given === OPEN ? (firstChild[node + 1] ?? first) : first + 1;
    for (let place = first; place < end; place++) {
      const child = children[place] ?? 0;
      if (child < 0) terminals |= 1 << ~child;
      else isLive[child] = 1;
    }
  }
  return terminals;
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
  const end = firstOpenNode(diagram, answers);
  return end < 0 ? ~end : undefined;
}

/** Where the given answers lead: the first node whose question is open, or a terminal (`~value`). */
function firstOpenNode({ root, questions, firstChild, children }: Diagram, answers: Answers): number {
  let reference = root;
  while (reference >= 0) {
    const given = answers[questions[reference] ?? 0] ?? OPEN;
    if (given === OPEN) break;
    reference = children[(firstChild[reference] ?? 0) + given] ?? -1;
  }
  return reference;
}
