import type { Node, NodeStore } from '../../diagram/node-store.ts';
import type { ByteText } from './byte-text.ts';
import { joinDiagrams } from './joint-diagram.ts';
import { UNDECIDED, type WalkTable, walk, walkTable } from './walk-table.ts';

/** What `RuleList.append` gives where an open answer leaves a rule undecided. */
export const CANNOT_TELL = -1;

/** A rule, or anything else that is listed where it holds: the text it is listed by, and where it holds. */
export interface Listed {
  readonly id: string;
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
  readonly #listed: readonly Listed[];
  readonly #walks: readonly ListWalk[];
  /** One character. */
  readonly #separator: string;

  private constructor(listed: readonly Listed[], walks: readonly ListWalk[], separator: string) {
    this.#listed = listed;
    this.#walks = walks;
    this.#separator = separator;
  }

  static of(
    { store, order, answerCounts }: ListSpace,
    listed: readonly Listed[],
    separator: string,
  ): RuleList {
    const encoder = new TextEncoder();
    const joined = joinDiagrams(
      store,
      listed.map(({ holds }) => holds),
    );
    const walks = joined.map(({ first, diagram }) => {
      const table = walkTable(diagram, order, answerCounts);
      const texts = table.members.map((set) => {
        const holding = listed.slice(first).filter((_, member) => member < 31 && (set >>> member) & 1);
        return encoder.encode(holding.map(({ text }) => text).join(separator));
      });
      return uncounted({ first, table, texts });
    });
    return new RuleList(listed, walks, separator);
  }

  /** The same list with counts of its own. */
  twin(): RuleList {
    return new RuleList(this.#listed, this.#walks.map(uncounted), this.#separator);
  }

  /** Appends the list for the row whose codes begin at `row`, and gives how many bytes that took, or `CANNOT_TELL`. */
  append(codes: Int8Array, row: number, into: ByteText): number {
    let written = 0;
    for (const each of this.#walks) {
      const outcome = walk(each.table, codes, row);
      if (outcome === UNDECIDED) return CANNOT_TELL;
      each.last = outcome;
      const text = each.texts[outcome];
      if (text === undefined || text.length === 0) continue;
      if (written > 0) into.appendByte(this.#separator.charCodeAt(0));
      into.append(text);
      written += text.length;
    }
    return written;
  }

  /** Whether no rule of the list holds for the row: 1 or 0, or `CANNOT_TELL`. */
  isEmpty(codes: Int8Array, row: number): number {
    for (const { table, texts } of this.#walks) {
      const outcome = walk(table, codes, row);
      if (outcome === UNDECIDED) return CANNOT_TELL;
      if (texts[outcome]?.length !== 0) return 0;
    }
    return 1;
  }

  /** Counts what was appended last, now that its row is complete. */
  count(): void {
    for (const { counts, last } of this.#walks) counts[last] = (counts[last] ?? 0) + 1;
  }

  /** How often each member of the list was counted. */
  counted(): Map<string, number> {
    const times = new Map<string, number>();
    for (const { first, table, counts } of this.#walks) {
      this.#listed.slice(first).forEach(({ id }, member) => {
        table.members.forEach((set, outcome) => {
          const isIn = member < 31 && ((set >>> member) & 1) === 1;
          const more = isIn ? (counts[outcome] ?? 0) : 0;
          if (more > 0) times.set(id, (times.get(id) ?? 0) + more);
        });
      });
    }
    return times;
  }
}

/** One walk for the rules of a list from `first` on. */
interface ListWalk {
  readonly first: number;
  readonly table: WalkTable;
  /** By outcome, the list of the rules that hold. */
  readonly texts: readonly Uint8Array[];
  readonly counts: Float64Array;
  /** The outcome of the last walk. */
  last: number;
}

function uncounted({ first, table, texts }: Pick<ListWalk, 'first' | 'table' | 'texts'>): ListWalk {
  return { first, table, texts, counts: new Float64Array(texts.length), last: UNDECIDED };
}
