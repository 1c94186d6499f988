import type { NeverLowersClaim } from '../../core/guarantee.ts';
import { isLevelRule } from '../../core/rule-set.ts';
import { cofactor, combine } from '../../diagram/algebra.ts';
import { nodesBelow } from '../../diagram/diagram.ts';
import { FALSE, FIRST_NODE, type Node, type NodeStore, TRUE } from '../../diagram/node-store.ts';
import { differences } from './blame.ts';
import { type AnswerChange, casesThatCanChange, changesOf, smallestPair } from './changed-answer.ts';
import type { Proof } from './proof.ts';
import type { ProofSpace } from './proof-space.ts';

/** Proves that no more serious answer lowers the level. */
export function proveNeverLowers(space: ProofSpace, { questions }: NeverLowersClaim): Proof {
  const cases = casesThatCanChange(space, questions);
  const lowering = questionsThatLower(space);
  const upward = questions
    .filter((question) => lowering.has(question))
    .flatMap((question) => changesOf(space, question))
    .filter(({ from, to }) => from < to);
  const pair = smallestPair(space, upward, (change) => whereLowered(space, change));
  if (pair === undefined) return { cases };
  const blame = differences(space.ruleSet, pair.before.answers, pair.after.answers, isLevelRule);
  return { cases, refutation: { kind: 'pair', ...pair, blame } };
}

/**
 * The questions of which some answer gives a lower level than the answer before it.
 *
 * Method: every node of a reduced diagram is met by some case, so it is enough to compare, at each node, what each
 * answer leads to with what the next one leads to.
 */
function questionsThatLower({ store, level, variables }: ProofSpace): ReadonlySet<number> {
  const isSomewhereAbove = comparison(store);
  const found = nodesBelow(store, level).filter((node) => {
    const children = store.children(node);
    return children.some((child, answer) => isSomewhereAbove(child, children[answer + 1] ?? child));
  });
  return new Set(found.map((node) => variables.indexOf(store.variable(node))));
}

/** Tells whether some case gets a higher terminal from the first diagram than from the second. */
function comparison(store: NodeStore): (f: Node, g: Node) => boolean {
  const known = new Map<Node, Map<Node, boolean>>();
  const isSomewhereAbove = (f: Node, g: Node): boolean => {
    if (f === g) return false;
    if (f < FIRST_NODE && g < FIRST_NODE) return f > g;
    const row = known.get(f) ?? new Map<Node, boolean>();
    known.set(f, row);
    const earlier = row.get(g);
    if (earlier !== undefined) return earlier;
    const top = Math.min(store.variable(f), store.variable(g));
    let isAbove = false;
    for (let answer = 0; answer < (store.arities[top] ?? 0) && !isAbove; answer++) {
      isAbove = isSomewhereAbove(store.under(f, top, answer), store.under(g, top, answer));
    }
    row.set(g, isAbove);
    return isAbove;
  };
  return isSomewhereAbove;
}

function whereLowered({ store, level, variables }: ProofSpace, { question, from, to }: AnswerChange): Node {
  const variable = variables[question] ?? 0;
  const [less, more] = [cofactor(store, level, variable, from), cofactor(store, level, variable, to)];
  return combine(store, less, more, (a, b) => (a > b ? TRUE : FALSE));
}
