import type { AnswerShares } from '../core/answer-shares.ts';
import { type Answers, OPEN } from '../core/answers.ts';
import type { Diagram } from './diagram.ts';
import { mostNodes, mostTerminals } from './diagram-sizes.ts';
import { LivePart } from './live-part.ts';

/**
 * How many bits of uncertainty about the terminal each open question (index) removes on average, if open questions
 * are answered in these shares and independently of one another.
 */
export function informationGain(diagram: Diagram, answers: Answers, shares: AnswerShares): Float64Array {
  const gains = new Float64Array(shares.length);
  new InformationGains([diagram], shares).add(new LivePart([diagram]).fill(diagram, answers), gains);
  return gains;
}

/**
 * Works out the information gains of live parts. Made once, with room for the largest of some diagrams.
 *
 * Method: exact; one pass up for the chance of each terminal below each node, one pass down for the chance of meeting
 * each node. Paths that do not meet a question have the same chances under every answer to it.
 *
 * INVARIANT: sums are taken in the order of the nodes, given ones included, for rounding depends on the order.
 */
export class InformationGains {
  readonly #shares: AnswerShares;
  /** Per open node and terminal, the chance of the terminal below the node. */
  readonly #below: Float64Array;
  /** Per node, the chance of meeting it. */
  readonly #met: Float64Array;
  /** Per terminal, its chance. */
  readonly #all: Float64Array;
  /** Per question, where its part of `joint` begins: by answer and terminal, the chance of the terminal given the answer. */
  readonly #starts: Int32Array;
  readonly #joint: Float64Array;
  /** The questions met on the way down, and per question whether it is one of them; none between calls. */
  readonly #questions: number[] = [];
  readonly #isMet: Uint8Array;

  constructor(diagrams: readonly Diagram[], shares: AnswerShares) {
    const nodes = mostNodes(diagrams);
    const terminals = mostTerminals(diagrams);
    let size = 0;
    this.#shares = shares;
    this.#below = new Float64Array(nodes * terminals);
    this.#met = new Float64Array(nodes);
    this.#all = new Float64Array(terminals);
    this.#starts = Int32Array.from(shares, ({ length }) => {
      const start = size;
      size += length * terminals;
      return start;
    });
    this.#joint = new Float64Array(size);
    this.#isMet = new Uint8Array(shares.length);
  }

  /** Adds to each question's place the bits that it tells about the diagram from which the live part was filled. */
  add(live: LivePart, gains: Float64Array): void {
    if (live.openCount === 0) return;
    const { terminals } = live.diagram;
    this.#passUp(live);
    this.#all.fill(0);
    this.#addChances(terminals, this.#all, 0, live.root, 1);
    this.#passDown(live);
    const uncertainty = entropy(this.#all, 0, terminals);
    for (const question of this.#questions) {
      // Sums of fractions carry rounding noise; without this, equal questions would be ordered by it.
      const gain = Math.round((uncertainty - this.#remaining(question, terminals)) * 1e9) / 1e9;
      gains[question] = (gains[question] ?? 0) + gain;
      this.#isMet[question] = 0;
    }
    this.#questions.length = 0;
  }

  /** The bits of uncertainty that are left, on average, once a question is answered. */
  #remaining(question: number, terminals: number): number {
    const share = this.#shares[question] ?? [];
    let remaining = 0;
    for (let answer = 0; answer < share.length; answer++) {
      const from = (this.#starts[question] ?? 0) + answer * terminals;
      remaining += entropy(this.#joint, from, from + terminals) * (share[answer] ?? 0);
    }
    return remaining;
  }

  #passUp(live: LivePart): void {
    const { openNodes, openCount } = live;
    const { terminals, questions, firstChild, children } = live.diagram;
    const below = this.#below;
    for (let place = openCount - 1; place >= 0; place--) {
      const node = openNodes[place] ?? 0;
      const share = this.#shares[questions[node] ?? 0] ?? [];
      const first = firstChild[node] ?? 0;
      const own = node * terminals;
      below.fill(0, own, own + terminals);
      for (let answer = 0; answer < share.length; answer++) {
        const end = live.endOf(children[first + answer] ?? -1);
        this.#addChances(terminals, below, own, end, share[answer] ?? 0);
      }
    }
  }

  #passDown(live: LivePart): void {
    const { nodes, count, answers } = live;
    const { questions, firstChild, children } = live.diagram;
    const met = this.#met;
    for (let place = 0; place < count; place++) met[nodes[place] ?? 0] = 0;
    this.#meet(live.root, 1);
    for (let place = 0; place < count; place++) {
      const node = nodes[place] ?? 0;
      const chance = met[node] ?? 0;
      const given = answers[questions[node] ?? 0] ?? OPEN;
      if (given === OPEN) this.#passNode(live, node, chance);
      else this.#meet(children[(firstChild[node] ?? 0) + given] ?? -1, chance);
    }
  }

  /** Goes from an open node, met by such a chance, to its children. */
  #passNode(live: LivePart, node: number, chance: number): void {
    const { terminals, questions, firstChild, children } = live.diagram;
    const question = questions[node] ?? 0;
    const share = this.#shares[question] ?? [];
    const first = firstChild[node] ?? 0;
    let at = this.#starts[question] ?? 0;
    if (this.#isMet[question] === 0) this.#meetQuestion(question, terminals);
    for (let answer = 0; answer < share.length; answer++) {
      const child = children[first + answer] ?? -1;
      this.#meet(child, chance * (share[answer] ?? 0));
      this.#addChances(terminals, this.#joint, at, live.endOf(child), chance);
      this.#addChances(terminals, this.#joint, at, node, -chance);
      at += terminals;
    }
  }

  #meetQuestion(question: number, terminals: number): void {
    const { length } = this.#shares[question] ?? [];
    let at = this.#starts[question] ?? 0;
    this.#isMet[question] = 1;
    this.#questions.push(question);
    for (let answer = 0; answer < length; answer++) {
      for (let terminal = 0; terminal < terminals; terminal++) this.#joint[at++] = this.#all[terminal] ?? 0;
    }
  }

  /** Adds to the chance of meeting a node; a terminal is no node. */
  #meet(reference: number, chance: number): void {
    if (reference >= 0) this.#met[reference] = (this.#met[reference] ?? 0) + chance;
  }

  /** Adds the chances below an open node or terminal, so many times, to those that begin at `at`. */
  #addChances(terminals: number, sum: Float64Array, at: number, end: number, weight: number): void {
    if (end < 0) {
      sum[at + ~end] = (sum[at + ~end] ?? 0) + weight;
      return;
    }
    const start = end * terminals;
    for (let terminal = 0; terminal < terminals; terminal++) {
      sum[at + terminal] = (sum[at + terminal] ?? 0) + weight * (this.#below[start + terminal] ?? 0);
    }
  }
}

/** Shannon entropy in bits of the chances from one place up to another. */
function entropy(chances: Float64Array, from: number, to: number): number {
  let bits = 0;
  for (let place = from; place < to; place++) {
    const chance = chances[place] ?? 0;
    if (chance > 1e-15) bits -= chance * Math.log2(chance);
  }
  return bits;
}
