import { OPEN } from '../../core/answers.ts';
import { objectsTo } from '../../core/ladder.ts';
import { NOT_APPLICABLE } from '../../core/outcome.ts';
import { alertOf, isLevelRule, type Rule } from '../../core/rule-set.ts';
import { CertainDiagrams } from '../../diagram/certain.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { ConditionCompiler } from '../../diagram/condition-compiler.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import { buildSharedDiagrams } from '../../diagram/shared-diagrams.ts';
import type { ByteText } from './byte-text.ts';
import { joinLevels } from './joint-level.ts';
import type { RowForm } from './row-form.ts';
import { CANNOT_TELL, type Listed, type ListSpace, RuleList } from './rule-list.ts';
import { UNDECIDED, type WalkTable, walk, walkTable } from './walk-table.ts';

/** The lists of one level: what gives it, and what is advised there. */
interface LevelLists {
  /** The rules that ask for at least this level. */
  readonly floors: RuleList;
  /** By the highest level that rules ask for at least, below this one: the rules that lift from there to here. */
  readonly lifts: readonly RuleList[];
  readonly advice: RuleList;
}

/**
 * Writes the outcome of a row of answer codes as bytes, without an object in between. It takes only cases whose level,
 * alerts and reasons no open answer can touch; the others are for `evaluate`, which knows all of them.
 *
 * INVARIANT: what it writes is what `evaluate` and the writer of the format write for the same case.
 */
export class RowScorer {
  readonly #form: { readonly [Piece in Exclude<keyof RowForm, 'item' | 'reason' | 'afterId'>]: Uint8Array };
  readonly #afterId: readonly Uint8Array[];
  readonly #level: WalkTable;
  readonly #levels: readonly LevelLists[];
  readonly #alerts: RuleList;
  readonly #rechecks: RuleList;
  /** Questions that do not always apply: where they do not, and the recheck that an answer then is. */
  readonly #conditional: readonly { readonly question: number; readonly recheck: RuleList }[];

  /** @throws TooLargeError if the diagrams, with open answers counted in, are too large. */
  constructor(compiled: CompiledRuleSet, form: RowForm) {
    const { ruleSet, order, arities } = compiled;
    const encoder = new TextEncoder();
    const bytes = (text: string) => encoder.encode(text);
    this.#form = {
      beforeId: bytes(form.beforeId),
      beforeReasons: bytes(form.beforeReasons),
      beforeAdvice: bytes(form.beforeAdvice),
      beforeRechecks: bytes(form.beforeRechecks),
      end: bytes(form.end),
      separator: bytes(form.separator),
    };
    this.#afterId = form.afterId.map(bytes);
    this.#level = walkTable(joinLevels(compiled), order, arities);
    const shared = buildSharedDiagrams(ruleSet, { order });
    const { store, variables, ruleRoots, levelRoot } = shared;
    const given: ListSpace = { store, order, answerCounts: arities };
    const certain = new CertainDiagrams(store);
    const maybeOpen: ListSpace = { store: certain.store, order, answerCounts: arities };
    const listed = (wanted: (rule: Rule) => boolean, text: RowForm['item']): Listed[] =>
      ruleSet.rules.flatMap((rule, index) =>
        wanted(rule) ? [{ text: text(rule.id), holds: ruleRoots[index] ?? FALSE }] : [],
      );
    const surely = (rules: readonly Listed[]) =>
      rules.map(({ text, holds }) => ({ text, holds: certain.of(holds) }));
    const list = (space: ListSpace, rules: readonly Listed[]) => new RuleList(space, rules, form.separator);

    this.#alerts = list(
      given,
      listed((rule) => alertOf(rule) !== undefined, form.item),
    );
    this.#rechecks = list(maybeOpen, surely(listed((rule) => rule.kind === 'recheck', form.item)));
    const levelRules = ruleSet.rules.flatMap((rule, index) =>
      isLevelRule(rule) ? [{ rule, holds: ruleRoots[index] ?? FALSE }] : [],
    );
    const conditions = new ConditionCompiler(ruleSet, store, variables);
    conditions.useLevel(levelRoot, levelRules);
    this.#levels = ruleSet.levels.map((_, level) => {
      // Where one level is left, a test on the level is settled too.
      conditions.useLevel(level, levelRules);
      const advice = ruleSet.rules.flatMap((rule): Listed[] =>
        rule.kind === 'advise' ? [{ text: form.item(rule.id), holds: conditions.compile(rule.when) }] : [],
      );
      const lifts = ruleSet.levels.slice(0, level).map((_, floor) =>
        list(
          given,
          listed((rule) => rule.kind === 'rule_out' && liftsFrom(rule, floor, level), form.reason),
        ),
      );
      const floors = list(
        given,
        listed((rule) => rule.kind === 'at_least' && rule.level === level && level > 0, form.reason),
      );
      return { floors, lifts, advice: list(maybeOpen, surely(advice)) };
    });
    this.#conditional = ruleSet.questions.flatMap(({ id, appliesWhen }, question) => {
      if (appliesWhen === undefined) return [];
      const holds: Node = store.not(conditions.compile(appliesWhen));
      return [{ question, recheck: list(given, [{ text: form.item(`${NOT_APPLICABLE}${id}`), holds }]) }];
    });
  }

  /**
   * Appends the line of the row whose codes begin at `row` and whose id is a range of `ids`; gives how many bytes of
   * alerts that line holds, or `CANNOT_TELL`, and then nothing is appended.
   */
  append(
    codes: Int8Array,
    row: number,
    ids: Uint8Array,
    idStart: number,
    idEnd: number,
    into: ByteText,
  ): number {
    const outcome = walk(this.#level, codes, row);
    if (outcome === UNDECIDED) return CANNOT_TELL;
    const level = 31 - Math.clz32(this.#level.members[outcome] ?? 1);
    const lists = this.#levels[level];
    const afterId = this.#afterId[level];
    if (lists === undefined || afterId === undefined) return CANNOT_TELL;
    const start = into.length;
    const form = this.#form;
    into.append(form.beforeId);
    into.appendRange(ids, idStart, idEnd);
    into.append(afterId);
    const alerts = this.#alerts.append(codes, row, into);
    if (alerts === CANNOT_TELL) return takenBack(into, start);
    into.append(form.beforeReasons);
    if (!this.#appendReasons(codes, row, level, lists, into)) return takenBack(into, start);
    into.append(form.beforeAdvice);
    lists.advice.append(codes, row, into);
    into.append(form.beforeRechecks);
    let rechecks = this.#rechecks.append(codes, row, into);
    for (const { question, recheck } of this.#conditional) {
      if (codes[row + question] === OPEN) continue;
      const before = into.length;
      if (rechecks > 0) into.append(form.separator);
      const written = recheck.append(codes, row, into);
      if (written === CANNOT_TELL) return takenBack(into, start);
      if (written === 0) into.cut(before);
      rechecks += written;
    }
    into.append(form.end);
    return alerts;
  }

  /** The reasons of a settled level, as `reasonsFor` gives them; false if an open answer leaves them undecided. */
  #appendReasons(codes: Int8Array, row: number, level: number, lists: LevelLists, into: ByteText): boolean {
    if (level === 0) return true;
    const atFloor = lists.floors.append(codes, row, into);
    if (atFloor !== 0) return atFloor !== CANNOT_TELL;
    const floor = this.#floorBelow(codes, row, level, into);
    if (floor === CANNOT_TELL) return false;
    const lifting = lists.lifts[floor]?.append(codes, row, into) ?? CANNOT_TELL;
    if (lifting === CANNOT_TELL || floor === 0) return lifting !== CANNOT_TELL;
    if (lifting > 0) into.append(this.#form.separator);
    return (this.#levels[floor]?.floors.append(codes, row, into) ?? CANNOT_TELL) !== CANNOT_TELL;
  }

  /** The highest level below this one that a rule asks for at least. */
  #floorBelow(codes: Int8Array, row: number, level: number, into: ByteText): number {
    for (let floor = level - 1; floor > 0; floor--) {
      const before = into.length;
      const written = this.#levels[floor]?.floors.append(codes, row, into) ?? CANNOT_TELL;
      into.cut(before);
      if (written === CANNOT_TELL) return CANNOT_TELL;
      if (written > 0) return floor;
    }
    return 0;
  }
}

function takenBack(into: ByteText, length: number): number {
  into.cut(length);
  return CANNOT_TELL;
}

function liftsFrom(rule: Rule, floor: number, level: number): boolean {
  if (rule.kind !== 'rule_out') return false;
  for (let rung = floor; rung < level; rung++) {
    if (objectsTo(rule, rung)) return true;
  }
  return false;
}
