import type { AnswerShares } from '../core/answer-shares.ts';
import { type Answers, OPEN } from '../core/answers.ts';
import { branchesOf, type Diagram, liveNodes } from './diagram.ts';

/**
 * How many bits of uncertainty about the terminal each open question (index) removes on average, if open questions
 * are answered in these shares and independently of one another. Exact: one pass up the diagram for the chance of
 * each terminal, one pass down for the chance of meeting each node.
 */
export function informationGain(diagram: Diagram, answers: Answers, shares: AnswerShares): Float64Array {
  const live = liveNodes(diagram, answers);
  const below = terminalChances(diagram, answers, shares, live);
  const all = chancesAtRoot(diagram, below);
  const joint = jointChances(diagram, answers, shares, live, below);
  const uncertainty = entropy(all);
  const gains = new Float64Array(shares.length);
  for (const [question, chances] of joint) {
    let remaining = 0;
    shares[question]?.forEach((share, answer) => {
      const place = answer * diagram.terminals;
      remaining += entropy(chances.subarray(place, place + diagram.terminals)) * share;
    });
    // Sums of fractions carry rounding noise; without this, equal questions would be ordered by it.
    gains[question] = Math.round((uncertainty - remaining) * 1e9) / 1e9;
  }
  return gains;
}

/** Per node, the chance of each terminal below it. */
function terminalChances(
  diagram: Diagram,
  answers: Answers,
  shares: AnswerShares,
  live: readonly number[],
): Float64Array {
  const below = new Float64Array(diagram.size * diagram.terminals);
  for (const node of live) {
    const own = below.subarray(node * diagram.terminals, (node + 1) * diagram.terminals);
    const branches = branchesOf(diagram, node, answers);
    branches.forEach((branch, answer) => {
      addChances(diagram, own, branch, below, shareOf(diagram, node, answers, shares, answer));
    });
  }
  return below;
}

/**
 * Per open question of the diagram, the chance of each terminal given each answer (answer by answer). Paths that
 * do not meet the question have the same chances under every answer.
 */
function jointChances(
  diagram: Diagram,
  answers: Answers,
  shares: AnswerShares,
  live: readonly number[],
  below: Float64Array,
): Map<number, Float64Array> {
  const all = chancesAtRoot(diagram, below);
  const joint = new Map<number, Float64Array>();
  const met = new Float64Array(diagram.size);
  if (diagram.root >= 0) met[diagram.root] = 1;
  for (const node of live.toReversed()) {
    const chance = met[node] ?? 0;
    const branches = branchesOf(diagram, node, answers);
    branches.forEach((branch, answer) => {
      const share = shareOf(diagram, node, answers, shares, answer);
      if (branch >= 0) met[branch] = (met[branch] ?? 0) + chance * share;
    });
    const question = diagram.questions[node] ?? 0;
    if ((answers[question] ?? OPEN) !== OPEN) continue;
    const chances = joint.get(question) ?? repeated(all, shares[question]?.length ?? 0);
    joint.set(question, chances);
    branches.forEach((branch, answer) => {
      const own = chances.subarray(answer * diagram.terminals, (answer + 1) * diagram.terminals);
      addChances(diagram, own, branch, below, chance);
      addChances(diagram, own, node, below, -chance);
    });
  }
  return joint;
}

/** The share of a branch; the one branch of a given answer is certain. */
function shareOf(
  diagram: Diagram,
  node: number,
  answers: Answers,
  shares: AnswerShares,
  answer: number,
): number {
  const question = diagram.questions[node] ?? 0;
  return (answers[question] ?? OPEN) === OPEN ? (shares[question]?.[answer] ?? 0) : 1;
}

function chancesAtRoot(diagram: Diagram, below: Float64Array): Float64Array {
  const chances = new Float64Array(diagram.terminals);
  addChances(diagram, chances, diagram.root, below, 1);
  return chances;
}

function addChances(
  diagram: Diagram,
  sum: Float64Array,
  reference: number,
  below: Float64Array,
  weight: number,
): void {
  if (reference < 0) {
    sum[~reference] = (sum[~reference] ?? 0) + weight;
    return;
  }
  const start = reference * diagram.terminals;
  for (let terminal = 0; terminal < diagram.terminals; terminal++) {
    sum[terminal] = (sum[terminal] ?? 0) + weight * (below[start + terminal] ?? 0);
  }
}

function repeated(chances: Float64Array, times: number): Float64Array {
  const all = new Float64Array(chances.length * times);
  for (let time = 0; time < times; time++) all.set(chances, time * chances.length);
  return all;
}

/** Shannon entropy in bits. */
function entropy(chances: Float64Array): number {
  let bits = 0;
  for (const chance of chances) {
    if (chance > 1e-15) bits -= chance * Math.log2(chance);
  }
  return bits;
}
