import { objectsTo } from '../../core/ladder.ts';
import { isLevelRule } from '../../core/rule-set.ts';
import { partsOf } from './formula.ts';
import { comment, type Writing } from './formula-text.ts';
import {
  countedFormula,
  countedName,
  type LadderReading,
  readingsOf,
  readingWords,
} from './ladder-reading.ts';
import { COLUMN_INDENT, type Column, ColumnSet, type Layer } from './layer.ts';
import type { LevelBound } from './level-bound.ts';
import type { PlannedRule, SqlPlan } from './sql-plan.ts';
import { otherEnd } from './three-valued.ts';

/** What the last column of a level is called until the last step. */
export const IN_FORCE = 'level in force';
export const FLOOR = 'highest at_least in force';

/** Rules with the same effect on the ladder. */
interface Group {
  readonly label: string;
  readonly rules: readonly PlannedRule[];
  /** Whether these rules object to stopping at a level. */
  readonly objectsTo: (level: number) => boolean;
}

/** The steps from rules to levels: what is asked for, first by rules alike in every reading, then the ladder itself. */
export function ladderLayers(plan: SqlPlan, writing: Writing): Layer[] {
  const ladders = new Ladders(plan, writing);
  const { ruleSet, lowest, highest } = plan;
  const truth: LadderReading = { kind: 'truth', fill: [] };
  const columns: Column[] = [
    { name: writing.names.of(IN_FORCE), sql: ladders.climb(truth, []), notes: ['by the rules that hold'] },
    { name: writing.names.of(FLOOR), sql: ladders.floor(truth) },
    {
      name: writing.names.level('least'),
      sql: ladders.bound('lowest', lowest, []),
      notes: ['of all completions'],
    },
    { name: writing.names.level('most'), sql: ladders.bound('highest', highest, []) },
    ...withoutTests(plan).map(({ end, rules }) => ({
      name: writing.names.levelWithout(end, rules),
      sql: ladders.bound(end === 'least' ? 'lowest' : 'highest', end === 'least' ? lowest : highest, rules),
      notes: [`if it were not for ${rules.join(', ')}`],
    })),
  ];
  const levels = ruleSet.levels.map(({ id }, level) => `${level} ${id}`).join(', ');
  return [
    { name: 'asked', note: 'what the rules ask for together', columns: ladders.asked },
    { name: 'ladder', note: `the lowest level to which no rule objects: ${levels}`, columns },
  ];
}

/** The ends of ranges without some rules with which formulas compare. */
function withoutTests(plan: SqlPlan) {
  const tests = plan.rules
    .flatMap(({ holds }) => partsOf(holds))
    .flatMap((part) => (part.kind === 'above_without' ? [part] : []));
  const ends = tests.map(({ end, rules }) => ({ end: otherEnd(end), rules }));
  return [...new Map(ends.map((test) => [`${test.end} ${test.rules.join(' ')}`, test])).values()];
}

/** Writes ladders, and collects in `asked` the columns that they need. */
class Ladders {
  readonly #asked = new ColumnSet();
  readonly #plan: SqlPlan;
  readonly #writing: Writing;
  readonly #groups: readonly Group[];

  constructor(plan: SqlPlan, writing: Writing) {
    this.#plan = plan;
    this.#writing = writing;
    this.#groups = groupsOf(plan);
  }

  get asked(): readonly Column[] {
    return this.#asked.columns;
  }

  /** One end of the range: where questions that have to be tried are open, over each of their answers. */
  bound(kind: 'lowest' | 'highest', { fixed, tried }: LevelBound, without: readonly string[]): string {
    const given = this.climb({ kind, fill: fixed }, without);
    if (tried.length === 0) return given;
    const each = readingsOf(this.#plan)
      .filter((reading) => reading.kind === kind && reading.fill.length > fixed.length)
      .map((reading) => this.climb(reading, without, `${COLUMN_INDENT}    `));
    const distinct = [...new Set(each)];
    const known = tried.map((question) => `${this.#writing.names.code(question)} >= 0`).join(' AND ');
    const join = kind === 'lowest' ? 'least' : 'greatest';
    const indent = COLUMN_INDENT;
    return [
      `CASE WHEN ${known} THEN ${this.climb({ kind, fill: fixed }, without, `${indent}  `)}`,
      `  ELSE ${join}(`,
      `    ${distinct.join(`,\n${indent}    `)})`,
      'END',
    ].join(`\n${indent}`);
  }

  /** The lowest level to which no rule objects. */
  climb(reading: LadderReading, without: readonly string[], indent = COLUMN_INDENT): string {
    const { levels } = this.#plan.ruleSet;
    const rungs = levels.slice(0, -1).map(({ id }, level) => {
      const columns = this.#groups
        .filter((group) => group.objectsTo(level))
        .flatMap((group) => this.#column(group, reading, without));
      const accepts = columns.length === 0 ? 'TRUE' : `NOT (${columns.join(' OR ')})`;
      return `WHEN ${accepts} THEN ${level}${comment(id)}`;
    });
    const last = levels.length - 1;
    const lines = ['CASE', ...rungs, `ELSE ${last}${comment(levels[last]?.id ?? '')}`];
    return `${lines.join(`\n${indent}  `)}\n${indent}END`;
  }

  /** The highest level that an `at_least` asks for. */
  floor(reading: LadderReading): string {
    const whens = this.#groups.flatMap((group) => {
      const [first] = group.rules;
      if (first?.rule.kind !== 'at_least') return [];
      const { level } = first.rule;
      return this.#column(group, reading, []).map((column) => ({
        level,
        text: `WHEN ${column} THEN ${level}`,
      }));
    });
    if (whens.length === 0) return '0';
    const lines = whens.toSorted((a, b) => b.level - a.level).map(({ text }) => text);
    return `CASE ${lines.join(' ')} ELSE 0 END`;
  }

  /** The column that says whether one of a group of rules counts; none if none can. */
  #column(group: Group, reading: LadderReading, without: readonly string[]): string[] {
    const rules = group.rules.filter(({ rule }) => !without.includes(rule.id));
    if (rules.length === 0) return [];
    const left = rules.length === group.rules.length ? '' : ` without ${without.join(', ')}`;
    const perhaps = reading.kind === 'highest' ? 'perhaps ' : '';
    const words = readingWords(this.#plan, reading, (other) =>
      rules.map((rule) => JSON.stringify(countedFormula(this.#plan, rule, other))).join(),
    );
    const name = this.#writing.names.of(`${perhaps}${group.label}${left}${words}`);
    const counted = rules.map((rule) => countedName(this.#plan, this.#writing, rule, reading));
    this.#asked.add({ name, sql: counted.join(`\n${COLUMN_INDENT}OR `) });
    return [name];
  }
}

function groupsOf({ ruleSet, rules }: SqlPlan): Group[] {
  const atLeast = ruleSet.levels.flatMap(({ id }, level): Group[] => {
    const alike = rules.filter(({ rule }) => rule.kind === 'at_least' && rule.level === level);
    const objects = (rung: number) => rung < level;
    return level === 0 || alike.length === 0
      ? []
      : [{ label: `at least ${id}`, rules: alike, objectsTo: objects }];
  });
  const ruledOut = ruleSet.levels.slice(0, -1).flatMap(({ id }, level): Group[] => {
    const alike = rules.filter(
      ({ rule }) => isLevelRule(rule) && rule.kind === 'rule_out' && objectsTo(rule, level),
    );
    const objects = (rung: number) => rung === level;
    return alike.length === 0 ? [] : [{ label: `rules out ${id}`, rules: alike, objectsTo: objects }];
  });
  return [...atLeast, ...ruledOut];
}
