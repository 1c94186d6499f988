import type { AnswerShares } from '../../src/core/answer-shares.ts';
import { type Answers, OPEN } from '../../src/core/answers.ts';
import { type Diagram, liveNodes } from '../../src/diagram/diagram.ts';

/** What `informationGain` gives, in its plain form: every sum is taken in the same order, over the whole diagram. */
export function plainInformationGain(diagram: Diagram, answers: Answers, shares: AnswerShares): Float64Array {
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
  const { terminals, questions, firstChild, children } = diagram;
  const below = new Float64Array(diagram.size * terminals);
  for (const node of live) {
    const question = questions[node] ?? 0;
    const given = answers[question] ?? OPEN;
    const first = firstChild[node] ?? 0;
    const own = node * terminals;
    if (given !== OPEN) {
      addChances(diagram, below, own, children[first + given] ?? -1, below, 1);
      continue;
    }
    const share = shares[question] ?? [];
    for (let answer = 0; answer < share.length; answer++) {
      addChances(diagram, below, own, children[first + answer] ?? -1, below, share[answer] ?? 0);
    }
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
  const { terminals, questions, firstChild, children } = diagram;
  const all = chancesAtRoot(diagram, below);
  const joint = new Map<number, Float64Array>();
  const met = new Float64Array(diagram.size);
  if (diagram.root >= 0) met[diagram.root] = 1;
  for (let place = live.length - 1; place >= 0; place--) {
    const node = live[place] ?? 0;
    const chance = met[node] ?? 0;
    const question = questions[node] ?? 0;
    const given = answers[question] ?? OPEN;
    const first = firstChild[node] ?? 0;
    if (given !== OPEN) {
      meet(met, children[first + given] ?? -1, chance);
      continue;
    }
    const share = shares[question] ?? [];
    const chances = joint.get(question) ?? repeated(all, share.length);
    joint.set(question, chances);
    for (let answer = 0; answer < share.length; answer++) {
      const child = children[first + answer] ?? -1;
      meet(met, child, chance * (share[answer] ?? 0));
      addChances(diagram, chances, answer * terminals, child, below, chance);
      addChances(diagram, chances, answer * terminals, node, below, -chance);
    }
  }
  return joint;
}

/** Adds to the chance of meeting a node; a terminal is no node. */
function meet(met: Float64Array, child: number, chance: number): void {
  if (child >= 0) met[child] = (met[child] ?? 0) + chance;
}

function chancesAtRoot(diagram: Diagram, below: Float64Array): Float64Array {
  const chances = new Float64Array(diagram.terminals);
  addChances(diagram, chances, 0, diagram.root, below, 1);
  return chances;
}

/** Adds the chances below a reference, so many times, to those that begin at `at`. */
function addChances(
  { terminals }: Diagram,
  sum: Float64Array,
  at: number,
  reference: number,
  below: Float64Array,
  weight: number,
): void {
  if (reference < 0) {
    sum[at + ~reference] = (sum[at + ~reference] ?? 0) + weight;
    return;
  }
  const start = reference * terminals;
  for (let terminal = 0; terminal < terminals; terminal++) {
    sum[at + terminal] = (sum[at + terminal] ?? 0) + weight * (below[start + terminal] ?? 0);
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
