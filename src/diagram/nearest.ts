import { type Answers, OPEN } from '../core/answers.ts';
import type { CompiledRuleSet } from './compile.ts';
import { FIRST_NODE, type Node, TRUE } from './node-store.ts';

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

/**
 * The fewest given answers to change so that a truth diagram can hold, whatever else is open: fewest changes,
 * then fewest steps, then question order. Undefined if no change of the allowed questions does it.
 *
 * Method: open questions are quantified out (some answer of theirs will do); then a shortest path through the
 * diagram, where following a given answer is free and leaving it costs one change. A path names exactly the
 * questions it changes, so counting paths counts ways.
 */
export function nearestWays(
  compiled: CompiledRuleSet,
  holds: Node,
  answers: Answers,
  mayChange: (question: number) => boolean,
): NearestWays | undefined {
  const best = new Map<Node, NearestWays | undefined>();
  const search = (node: Node): NearestWays | undefined => {
    if (node < FIRST_NODE) return node === TRUE ? { ways: [{ changes: [], steps: 0 }], total: 1 } : undefined;
    if (best.has(node)) return best.get(node);
    const question = compiled.order[compiled.store.variable(node)] ?? 0;
    const found: NearestWays[] = [];
    compiled.store.children(node).forEach((child, answer) => {
      if (answer !== answers[question] && !mayChange(question)) return;
      const rest = search(child);
      if (rest !== undefined)
        found.push(withChange(compiled, rest, question, answers[question] ?? OPEN, answer));
    });
    const merged = merge(found);
    best.set(node, merged);
    return merged;
  };
  return search(someAnswer(compiled, holds, answers));
}

/** The diagram of where the level is one of the given ones. */
export function levelIs(compiled: CompiledRuleSet, isWanted: (level: number) => boolean): Node {
  const { store, levelRoot } = compiled;
  return mapNodes(
    levelRoot,
    compiled,
    (node) => (isWanted(node) ? 1 : 0),
    (variable, children) => store.node(variable, children),
  );
}

/** The diagram with open questions quantified out: it holds where some answer to them makes it hold. */
function someAnswer(compiled: CompiledRuleSet, node: Node, answers: Answers): Node {
  const { store, order } = compiled;
  return mapNodes(
    node,
    compiled,
    (terminal) => terminal,
    (variable, children) => {
      const isOpen = (answers[order[variable] ?? 0] ?? OPEN) === OPEN;
      return isOpen
        ? children.reduce((union, child) => store.or(union, child))
        : store.node(variable, children);
    },
  );
}

function mapNodes(
  root: Node,
  compiled: CompiledRuleSet,
  onTerminal: (terminal: Node) => Node,
  onNode: (variable: number, children: readonly Node[]) => Node,
): Node {
  const done = new Map<Node, Node>();
  const walk = (node: Node): Node => {
    if (node < FIRST_NODE) return onTerminal(node);
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = onNode(compiled.store.variable(node), compiled.store.children(node).map(walk));
    done.set(node, result);
    return result;
  };
  return walk(root);
}

function withChange(
  compiled: CompiledRuleSet,
  rest: NearestWays,
  question: number,
  from: number,
  to: number,
): NearestWays {
  if (from === to) return rest;
  const isOrdered = compiled.ruleSet.questions[question]?.ordered ?? false;
  const ways = rest.ways.map((way) => ({
    changes: [...way.changes, { question, from, to }].sort((a, b) => a.question - b.question),
    steps: way.steps + (isOrdered ? Math.abs(to - from) : 1),
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
