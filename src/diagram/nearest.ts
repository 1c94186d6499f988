import { type Answers, OPEN } from '../core/answers.ts';
import type { Question } from '../core/rule-set.ts';
import type { CompiledRuleSet } from './compile.ts';
import type { Diagram } from './diagram.ts';
import { FALSE, FIRST_NODE, type Node, NodeStore, TRUE } from './node-store.ts';

/** One answer changed: question and answers by index. */
export interface Change {
  readonly question: number;
  readonly from: number;
  readonly to: number;
}

/** A way to make a diagram hold by changing answers. */
export interface Way {
  /** In question order. */
  readonly changes: readonly Change[];
  /** Places moved along ordered answers, summed; a change of a nominal answer is one step. */
  readonly steps: number;
}

/** The ways with the fewest changes: the best few of them, and how many there are in all. */
export interface NearestWays {
  readonly ways: readonly Way[];
  readonly total: number;
}

/** How many ways are kept in full. */
const SHOWN_WAYS = 3;

/** Where a diagram can give a wanted terminal, as a truth diagram over the given answers alone. */
export interface Reachable {
  readonly store: NodeStore;
  readonly root: Node;
  readonly order: readonly number[];
  readonly answers: Answers;
}

/**
 * Quantifies the open questions out of a diagram: what is left holds where some answers to them lead to a wanted
 * terminal. It lives in a store of its own, so that queries leave nothing behind.
 */
export function reachable(
  compiled: CompiledRuleSet,
  diagram: Diagram,
  answers: Answers,
  isWanted: (terminal: number) => boolean,
): Reachable {
  const { order, variables } = compiled;
  const store = new NodeStore(compiled.arities);
  const nodes: Node[] = [];
  const nodeOf = (reference: number): Node =>
    reference >= 0 ? (nodes[reference] ?? FALSE) : isWanted(~reference) ? TRUE : FALSE;
  for (let place = 0; place < diagram.size; place++) {
    const question = diagram.questions[place] ?? 0;
    const children = Array.from(
      diagram.children.subarray(diagram.firstChild[place], diagram.firstChild[place + 1]),
      nodeOf,
    );
    const isOpen = (answers[question] ?? OPEN) === OPEN;
    nodes.push(
      isOpen
        ? children.reduce((union, child) => store.or(union, child))
        : store.node(variables[question] ?? 0, children),
    );
  }
  return { store, root: nodeOf(diagram.root), order, answers };
}

/**
 * The fewest given answers to change so that the wanted terminal can be reached: fewest changes, then fewest
 * steps, then question order. Undefined if no change of the allowed questions does it.
 *
 * Method: a shortest path through the diagram, where following a given answer is free and leaving it costs one
 * change. A path names exactly the questions it changes, so counting paths counts ways.
 */
export function nearestWays(
  { store, root, order, answers }: Reachable,
  questions: readonly Question[],
  mayChange: (question: number) => boolean,
): NearestWays | undefined {
  const best = new Map<Node, NearestWays | undefined>();
  const search = (node: Node): NearestWays | undefined => {
    if (node < FIRST_NODE) return node === TRUE ? { ways: [{ changes: [], steps: 0 }], total: 1 } : undefined;
    if (best.has(node)) return best.get(node);
    const question = order[store.variable(node)] ?? 0;
    const from = answers[question] ?? OPEN;
    const isOrdered = questions[question]?.ordered ?? false;
    const found = [...store.children(node)].flatMap((child, to) => {
      if (to !== from && !mayChange(question)) return [];
      const rest = search(child);
      return rest === undefined ? [] : [withChange(rest, { question, from, to }, isOrdered)];
    });
    const merged = merge(found);
    best.set(node, merged);
    return merged;
  };
  return search(root);
}

function withChange(rest: NearestWays, change: Change, isOrdered: boolean): NearestWays {
  if (change.from === change.to) return rest;
  const ways = rest.ways.map((way) => ({
    changes: [...way.changes, change].sort((a, b) => a.question - b.question),
    steps: way.steps + (isOrdered ? Math.abs(change.to - change.from) : 1),
  }));
  return { ways, total: rest.total };
}

function merge(found: readonly NearestWays[]): NearestWays | undefined {
  const changesOf = (nearest: NearestWays) => nearest.ways[0]?.changes.length ?? 0;
  const fewest = Math.min(...found.map(changesOf));
  const tied = found.filter((nearest) => changesOf(nearest) === fewest);
  if (tied.length === 0) return undefined;
  const ways = tied.flatMap((nearest) => nearest.ways).sort(compareWays);
  return { ways: ways.slice(0, SHOWN_WAYS), total: tied.reduce((sum, nearest) => sum + nearest.total, 0) };
}

/** Orders ways with equally many changes. Adding one change to both keeps their order, so best parts make best wholes. */
function compareWays(a: Way, b: Way): number {
  if (a.steps !== b.steps) return a.steps - b.steps;
  for (const [place, change] of a.changes.entries()) {
    const other = b.changes[place];
    if (other === undefined) return 1;
    if (change.question !== other.question) return change.question - other.question;
    if (change.to !== other.to) return change.to - other.to;
  }
  return 0;
}
