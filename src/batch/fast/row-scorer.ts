import { OPEN } from '../../core/answers.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import type { SummaryCounts } from '../summary.ts';
import type { ByteText } from './byte-text.ts';
import type { RowForm } from './row-form.ts';
import { type LevelLists, type RowLists, rowLists } from './row-lists.ts';
import { CANNOT_TELL, type RuleList } from './rule-list.ts';
import { UNDECIDED, walk } from './walk-table.ts';

/**
 * Writes the outcome of a row of answer codes as bytes, without an object in between. It takes only cases whose level,
 * alerts and reasons no open answer can touch; the others are for `evaluate`, which knows all of them.
 *
 * INVARIANT: what it writes is what `evaluate` and the writer of the format write for the same case.
 */
export class RowScorer {
  readonly #lists: RowLists;
  readonly #pieces: Readonly<Record<Piece, Uint8Array>>;
  readonly #afterId: readonly Uint8Array[];
  /** By level: how many rows were written, and how many of them alert. */
  readonly #written: Float64Array;
  readonly #alerted: Float64Array;
  /** The lists that the row at hand was written from. */
  readonly #used: RuleList[] = [];

  /** @throws TooLargeError if the diagrams, with open answers counted in, are too large. */
  constructor(compiled: CompiledRuleSet, form: RowForm) {
    const encoder = new TextEncoder();
    this.#lists = rowLists(compiled, form);
    this.#pieces = {
      beforeId: encoder.encode(form.beforeId),
      beforeReasons: encoder.encode(form.beforeReasons),
      beforeAdvice: encoder.encode(form.beforeAdvice),
      beforeRechecks: encoder.encode(form.beforeRechecks),
      end: encoder.encode(form.end),
      separator: encoder.encode(form.separator),
    };
    this.#afterId = form.afterId.map((text) => encoder.encode(text));
    this.#written = new Float64Array(form.afterId.length);
    this.#alerted = new Float64Array(form.afterId.length);
  }

  /**
   * Appends the line, but for kept texts and its end, of the row whose codes begin at `row` and whose id is a range of
   * `ids`. Gives how many bytes of alerts that is, or `CANNOT_TELL`, and then nothing is appended.
   */
  append(
    codes: Int8Array,
    row: number,
    ids: Uint8Array,
    idStart: number,
    idEnd: number,
    into: ByteText,
  ): number {
    const { level: levels, alerts, rechecks } = this.#lists;
    const outcome = walk(levels, codes, row);
    if (outcome === UNDECIDED) return CANNOT_TELL;
    const level = 31 - Math.clz32(levels.members[outcome] ?? 1);
    const lists = this.#lists.levels[level];
    const afterId = this.#afterId[level];
    if (lists === undefined || afterId === undefined) return CANNOT_TELL;
    const start = into.length;
    const pieces = this.#pieces;
    this.#used.length = 0;
    into.append(pieces.beforeId);
    into.appendRange(ids, idStart, idEnd);
    into.append(afterId);
    const alertBytes = this.#appendList(alerts, codes, row, into);
    if (alertBytes === CANNOT_TELL) return takenBack(into, start);
    into.append(pieces.beforeReasons);
    if (!this.#appendReasons(codes, row, level, lists, into)) return takenBack(into, start);
    into.append(pieces.beforeAdvice);
    this.#appendList(lists.advice, codes, row, into);
    into.append(pieces.beforeRechecks);
    const recheckBytes = this.#appendList(rechecks, codes, row, into);
    if (!this.#appendNotApplicable(codes, row, recheckBytes, into)) return takenBack(into, start);
    into.append(pieces.end);
    for (const list of this.#used) list.count();
    this.#written[level] = (this.#written[level] ?? 0) + 1;
    if (alertBytes > 0) this.#alerted[level] = (this.#alerted[level] ?? 0) + 1;
    return alertBytes;
  }

  /** Adds what all rows together came to. */
  addTo(counts: SummaryCounts): void {
    const { levels, alerts, rechecks, conditional } = this.#lists;
    levels.forEach(({ floors, lifts, advice }, level) => {
      counts.addSettled(level, this.#written[level] ?? 0, this.#alerted[level] ?? 0);
      counts.addHeld('advice', advice.counted());
      const lists = lifts.flatMap(({ lifting, from }) => [lifting, from]);
      for (const list of [floors, ...lists]) counts.addDrivers(level, list.counted());
    });
    counts.addHeld('alerts', alerts.counted());
    for (const { recheck } of [{ recheck: rechecks }, ...conditional]) {
      counts.addHeld('rechecks', recheck.counted());
    }
  }

  #appendList(list: RuleList, codes: Int8Array, row: number, into: ByteText): number {
    this.#used.push(list);
    return list.append(codes, row, into);
  }

  /** The reasons of a settled level, as `reasonsFor` gives them; false if an open answer leaves them undecided. */
  #appendReasons(codes: Int8Array, row: number, level: number, lists: LevelLists, into: ByteText): boolean {
    if (level === 0) return true;
    const atLevel = this.#appendList(lists.floors, codes, row, into);
    if (atLevel !== 0) return atLevel !== CANNOT_TELL;
    const floor = this.#floorBelow(codes, row, level);
    const lift = lists.lifts[floor];
    if (lift === undefined) return false;
    const lifting = this.#appendList(lift.lifting, codes, row, into);
    if (lifting === CANNOT_TELL || floor === 0) return lifting !== CANNOT_TELL;
    if (lifting > 0) into.append(this.#pieces.separator);
    return this.#appendList(lift.from, codes, row, into) !== CANNOT_TELL;
  }

  /** The highest level below this one that a rule asks for at least; `CANNOT_TELL` where a rule may ask for it. */
  #floorBelow(codes: Int8Array, row: number, level: number): number {
    for (let floor = level - 1; floor > 0; floor--) {
      const isEmpty = this.#lists.levels[floor]?.floors.isEmpty(codes, row) ?? CANNOT_TELL;
      if (isEmpty === CANNOT_TELL) return CANNOT_TELL;
      if (isEmpty === 0) return floor;
    }
    return 0;
  }

  /** The rechecks of answers to questions that do not apply; false if an open answer leaves that undecided. */
  #appendNotApplicable(codes: Int8Array, row: number, before: number, into: ByteText): boolean {
    let written = before;
    for (const { question, recheck } of this.#lists.conditional) {
      if (codes[row + question] === OPEN) continue;
      const isEmpty = recheck.isEmpty(codes, row);
      if (isEmpty === CANNOT_TELL) return false;
      if (isEmpty === 1) continue;
      if (written > 0) into.append(this.#pieces.separator);
      written += this.#appendList(recheck, codes, row, into);
    }
    return true;
  }
}

type Piece = 'beforeId' | 'beforeReasons' | 'beforeAdvice' | 'beforeRechecks' | 'end' | 'separator';

function takenBack(into: ByteText, length: number): number {
  into.cut(length);
  return CANNOT_TELL;
}
