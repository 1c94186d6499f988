import type { Diagram } from './diagram.ts';
import { mostNodes } from './diagram-sizes.ts';
import { LivePart } from './live-part.ts';

/**
 * Reduces a live part: once answers are fixed, nodes can be equal, or lead to the same whatever is answered. Made once,
 * with room for the largest of some diagrams.
 *
 * Method: Bryant 1986, children first, with a table of the nodes that are unique.
 */
export class Reduction {
  /** Per open node of the live part, the open node or terminal that stands for it. */
  readonly #representatives: Int32Array;
  /** The unique nodes by the hash of their question and children: open addressing, at most half full, -1 is empty. */
  readonly #unique: Int32Array;
  #live = new LivePart([]);

  constructor(diagrams: readonly Diagram[]) {
    const most = mostNodes(diagrams);
    this.#representatives = new Int32Array(most);
    this.#unique = new Int32Array(placesFor(most));
  }

  fill(live: LivePart): void {
    const { openNodes, openCount } = live;
    const places = placesFor(openCount);
    this.#live = live;
    this.#unique.fill(-1, 0, places);
    for (let place = openCount - 1; place >= 0; place--) {
      const node = openNodes[place] ?? 0;
      this.#representatives[node] = this.#reduced(node, places - 1);
    }
  }

  /** The open node or terminal (`~value`) that stands for a reference of the live part. */
  standsFor(reference: number): number {
    const end = this.#live.endOf(reference);
    return end < 0 ? end : (this.#representatives[end] ?? end);
  }

  #reduced(node: number, mask: number): number {
    const { questions, firstChild, children } = this.#live.diagram;
    const start = firstChild[node] ?? 0;
    const end = firstChild[node + 1] ?? start;
    const first = this.standsFor(children[start] ?? -1);
    let isEqual = true;
    let hash = questions[node] ?? 0;
    for (let place = start; place < end; place++) {
      const child = this.standsFor(children[place] ?? -1);
      if (child !== first) isEqual = false;
      hash = Math.imul(hash ^ child, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return isEqual ? first : this.#uniqueNode(node, hash, mask);
  }

  #uniqueNode(node: number, hash: number, mask: number): number {
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const other = this.#unique[place] ?? -1;
      if (other === -1) {
        this.#unique[place] = node;
        return node;
      }
      if (this.#isSame(node, other)) return other;
    }
  }

  #isSame(node: number, other: number): boolean {
    const { questions, firstChild, children } = this.#live.diagram;
    if (questions[node] !== questions[other]) return false;
    const start = firstChild[node] ?? 0;
    const otherStart = firstChild[other] ?? 0;
    const answers = (firstChild[node + 1] ?? start) - start;
    for (let answer = 0; answer < answers; answer++) {
      const child = this.standsFor(children[start + answer] ?? -1);
      if (child !== this.standsFor(children[otherStart + answer] ?? -1)) return false;
    }
    return true;
  }
}

/** How many places a table for so many nodes has: a power of two, so that a mask cuts a hash to a place. */
function placesFor(nodes: number): number {
  return 2 ** (33 - Math.clz32(nodes));
}
