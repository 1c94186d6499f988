import type { JointDiagram } from './joint-diagram.ts';

/** What a walk gives where the answer to a question that it meets is open and every answer to it counts. */
export const UNDECIDED = 0;

/**
 * A joint diagram as one list of integers, to be walked by the codes of a row. A node is the question it tests, then a
 * reference for an open answer, then one for each answer. A reference is the place of a node, or `~outcome` (negative).
 */
export interface WalkTable {
  readonly root: number;
  readonly table: Int32Array;
  /** The members that hold by outcome, as a bit mask; the first stands for `UNDECIDED`. */
  readonly members: readonly number[];
}

/**
 * Lays a joint diagram out for walks. Where the diagrams have one answer more than the questions, that is the open one;
 * otherwise an open answer leaves the walk `UNDECIDED`.
 *
 * @param order the question of each variable
 * @param answerCounts how many answers each variable's question has
 */
export function walkTable(
  { root, nodes }: JointDiagram,
  order: readonly number[],
  answerCounts: readonly number[],
): WalkTable {
  const members: number[] = [0];
  const outcomes = new Map<number, number>();
  const starts: number[] = [];
  const table: number[] = [];
  const outcomeOf = (set: number): number => {
    const known = outcomes.get(set);
    if (known !== undefined) return known;
    outcomes.set(set, members.length);
    return members.push(set) - 1;
  };
  const reference = (child: number) => (child < 0 ? ~outcomeOf(~child) : (starts[child] ?? 0));
  for (const { variable, children } of nodes) {
    const answers = answerCounts[variable] ?? 0;
    starts.push(table.length);
    const [open] = children.slice(answers);
    table.push(order[variable] ?? 0, open === undefined ? ~UNDECIDED : reference(open));
    table.push(...children.slice(0, answers).map(reference));
  }
  return { root: reference(root), table: Int32Array.from(table), members };
}

/** The outcome for the row whose codes begin at `row`. */
export function walk({ root, table }: WalkTable, codes: Int8Array, row: number): number {
  let place = root;
  while (place >= 0) {
    const code = codes[row + (table[place] ?? 0)] ?? 0;
    // An open answer has the code -1.
    place = table[place + 2 + code] ?? -1;
  }
  return ~place;
}
