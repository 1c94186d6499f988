import { combine } from './algebra.ts';
import type { CompiledRuleSet } from './compile.ts';
import type { Diagram } from './diagram.ts';
import { FIRST_NODE, type Node, NodeStore } from './node-store.ts';

/** Of all completions of a partial case: the one with the lowest terminal, or with the highest. */
export type End = 'least' | 'most';

/**
 * All partial cases of a rule set at once: every question has one answer more than its own, the last, which says that
 * it is open. So what an implementation makes of open questions can be proven like anything else: it is right for
 * every partial case exactly if its diagram here is the same node.
 */
export class PartialSpace {
  readonly compiled: CompiledRuleSet;
  readonly store: NodeStore;

  /** @throws TooLargeError, here and from every method, if more than `maxNodes` nodes are needed. */
  constructor(compiled: CompiledRuleSet, maxNodes?: number) {
    this.compiled = compiled;
    this.store = new NodeStore(
      compiled.arities.map((answers) => answers + 1),
      maxNodes,
    );
  }

  variable(question: number): number {
    return this.compiled.variables[question] ?? 0;
  }

  question(variable: number): number {
    return this.compiled.order[variable] ?? 0;
  }

  /** The code of the open question among its answers. */
  openCode(question: number): number {
    return this.compiled.ruleSet.questions[question]?.answers.length ?? 0;
  }

  /**
   * The lowest or the highest terminal that completions of each partial case reach.
   *
   * Method: below a node, an open question leads to the least (or most) of what its answers lead to, because the
   * least over all completions is the least over its answers of the least over the rest.
   */
  bound(diagram: Diagram, end: End): Node {
    const join = end === 'least' ? Math.min : Math.max;
    const nodes = new Int32Array(diagram.size);
    const nodeOf = (reference: number): Node => (reference < 0 ? ~reference : (nodes[reference] ?? 0));
    for (let place = 0; place < diagram.size; place++) {
      const from = diagram.firstChild[place] ?? 0;
      const children = Array.from(diagram.children.subarray(from, diagram.firstChild[place + 1]), nodeOf);
      const open = children.reduce((all, child) => combine(this.store, all, child, join));
      nodes[place] = this.store.node(this.variable(diagram.questions[place] ?? 0), [...children, open]);
    }
    return nodeOf(diagram.root);
  }

  /** The terminal that a diagram gives for one partial case: a code for each variable. */
  terminalOf(root: Node, codes: readonly number[]): number {
    let node = root;
    while (node >= FIRST_NODE) node = this.store.child(node, codes[this.store.variable(node)] ?? 0);
    return node;
  }

  /** A partial case, a code for each variable, for which a truth diagram holds: one with the fewest open questions. */
  caseWithFewestOpen(root: Node): readonly number[] | undefined {
    const known = new Map<Node, Found | undefined>();
    const walk = (node: Node): Found | undefined => {
      if (node < FIRST_NODE) return node === 0 ? undefined : { open: 0, codes: [] };
      if (known.has(node)) return known.get(node);
      const variable = this.store.variable(node);
      const last = (this.store.arities[variable] ?? 1) - 1;
      let best: Found | undefined;
      this.store.children(node).forEach((child, code) => {
        const below = walk(child);
        if (below === undefined) return;
        const open = below.open + (code === last ? 1 : 0);
        if (best === undefined || open < best.open)
          best = { open, codes: [{ variable, code }, ...below.codes] };
      });
      known.set(node, best);
      return best;
    };
    const found = walk(root);
    if (found === undefined) return undefined;
    const codes = this.store.arities.map(() => 0);
    for (const { variable, code } of found.codes) codes[variable] = code;
    return codes;
  }
}

interface Found {
  readonly open: number;
  readonly codes: readonly { readonly variable: number; readonly code: number }[];
}
