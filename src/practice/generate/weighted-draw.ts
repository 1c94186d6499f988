import type { AnswerShares } from '../../core/answer-shares.ts';
import { FALSE, FIRST_NODE, type Node, type NodeStore } from '../../diagram/node-store.ts';
import type { Random } from '../../statistics/random.ts';

/**
 * Draws cases from all that make a truth diagram hold, each as often as it would turn up if every question were answered
 * by its shares and the other cases were thrown away. Exact, and nothing is thrown away: at each node of the diagram the
 * answers are weighed with the share of cases below them.
 */
export class WeightedDraw {
  readonly #store: NodeStore;
  /** Per variable of the store. */
  readonly #shares: AnswerShares;
  readonly #below = new Map<Node, number>();

  constructor(store: NodeStore, shares: AnswerShares) {
    this.#store = store;
    this.#shares = shares;
  }

  /** One answer per variable; `root` must hold somewhere. */
  draw(root: Node, random: Random): number[] {
    let node = root;
    return this.#shares.map((shares, variable) => {
      if (this.#store.variable(node) !== variable) return drawIndex(shares, random);
      const children = this.#store.children(node);
      const weights = shares.map((share, answer) => share * this.#shareBelow(children[answer] ?? FALSE));
      const answer = drawIndex(weights, random);
      node = children[answer] ?? FALSE;
      return answer;
    });
  }

  /** The share of cases that make the diagram hold. */
  #shareBelow(node: Node): number {
    if (node < FIRST_NODE) return node === FALSE ? 0 : 1;
    const known = this.#below.get(node);
    if (known !== undefined) return known;
    const shares = this.#shares[this.#store.variable(node)] ?? [];
    const children = this.#store.children(node);
    const below = shares.reduce(
      (sum, share, answer) => sum + share * this.#shareBelow(children[answer] ?? FALSE),
      0,
    );
    this.#below.set(node, below);
    return below;
  }
}

/** The index of one of the weights, each as likely as it is heavy; one without weight is never drawn. */
export function drawIndex(weights: readonly number[], random: Random): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let left = random() * sum;
  const drawn = weights.findIndex((weight) => {
    left -= weight;
    return weight > 0 && left < 0;
  });
  return drawn === -1 ? weights.findLastIndex((weight) => weight > 0) : drawn;
}

/** One of several things, all equally likely; they must not be none. */
export function drawOne<Thing>(things: readonly [Thing, ...Thing[]], random: Random): Thing {
  return things[Math.floor(random() * things.length)] ?? things[0];
}

/** The things in a drawn order, every order equally likely. */
export function shuffled<Thing>(things: readonly Thing[], random: Random): Thing[] {
  return things
    .map((thing) => ({ thing, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ thing }) => thing);
}
