import type { Node, NodeStore } from '../../diagram/node-store.ts';
import type { ByteText } from './byte-text.ts';
import { joinDiagrams } from './joint-diagram.ts';
import { UNDECIDED, type WalkTable, walk, walkTable } from './walk-table.ts';

/** What `RuleList.append` gives where an open answer leaves a rule undecided. */
export const CANNOT_TELL = -1;

/** A rule, or anything else that is listed where it holds: the text it is listed by, and where it holds. */
export interface Listed {
  readonly text: string;
  readonly holds: Node;
}

/** What the diagrams of a list rest on. */
export interface ListSpace {
  readonly store: NodeStore;
  /** Question of each variable. */
  readonly order: readonly number[];
  /** How many answers each variable's question has; where the store knows one more, that is an open one. */
  readonly answerCounts: readonly number[];
}

/**
 * Writes the list of the rules that hold for a row, in their order. Rules are joined into few diagrams, each of which
 * gives in one walk the text of all of its rules that hold.
 */
export class RuleList {
  readonly #walks: readonly { readonly table: WalkTable; readonly texts: readonly Uint8Array[] }[];
  readonly #separator: Uint8Array;

  constructor({ store, order, answerCounts }: ListSpace, listed: readonly Listed[], separator: string) {
    const encoder = new TextEncoder();
    this.#separator = encoder.encode(separator);
    const joined = joinDiagrams(
      store,
      listed.map(({ holds }) => holds),
    );
    this.#walks = joined.map(({ first, diagram }) => {
      const table = walkTable(diagram, order, answerCounts);
      const texts = table.members.map((set) => {
        const holding = listed.slice(first).filter((_, member) => member < 31 && (set >>> member) & 1);
        return encoder.encode(holding.map(({ text }) => text).join(separator));
      });
      return { table, texts };
    });
  }

  /** Appends the list for the row whose codes begin at `row`, and gives how many bytes that took, or `CANNOT_TELL`. */
  append(codes: Int8Array, row: number, into: ByteText): number {
    let written = 0;
    for (const { table, texts } of this.#walks) {
      const outcome = walk(table, codes, row);
      if (outcome === UNDECIDED) return CANNOT_TELL;
      const text = texts[outcome];
      if (text === undefined || text.length === 0) continue;
      if (written > 0) into.append(this.#separator);
      into.append(text);
      written += text.length;
    }
    return written;
  }
}
