import type { Answers } from '../core/answers.ts';
import type { Diagram } from './diagram.ts';
import { firstOpenNode, LivePart } from './live-part.ts';

/**
 * The terminals that completions of the answers can reach, as a bit set: exactly, whatever is open. For the level
 * diagram that is the set of possible levels; for a condition, 1 means false, 2 true and 3 either.
 */
export function possibleTerminals(diagram: Diagram, answers: Answers): number {
  return new LivePart([diagram]).fill(diagram, answers).terminals;
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
