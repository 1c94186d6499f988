import { objectsTo } from '../../core/ladder.ts';
import { NOT_APPLICABLE } from '../../core/outcome.ts';
import { alertOf, isLevelRule, type Rule } from '../../core/rule-set.ts';
import { CertainDiagrams } from '../../diagram/certain.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { ConditionCompiler } from '../../diagram/condition-compiler.ts';
import { FALSE } from '../../diagram/node-store.ts';
import { buildSharedDiagrams } from '../../diagram/shared-diagrams.ts';
import { joinLevels } from './joint-level.ts';
import type { RowForm } from './row-form.ts';
import { type Listed, type ListSpace, RuleList } from './rule-list.ts';
import { type WalkTable, walkTable } from './walk-table.ts';

/** The lists of one level: what gives it, and what is advised there. */
export interface LevelLists {
  /** The rules that ask for at least this level. */
  readonly floors: RuleList;
  /** By the highest level that rules ask for at least, below this one: how it comes from there to here. */
  readonly lifts: readonly Lift[];
  readonly advice: RuleList;
}

/** What gives a level that no rule asks for. */
export interface Lift {
  /** The rules that rule out what lies between. */
  readonly lifting: RuleList;
  /** The rules that ask for the level from which they lift. */
  readonly from: RuleList;
}

/** Everything that is walked for a row. */
export interface RowLists {
  readonly level: WalkTable;
  readonly levels: readonly LevelLists[];
  readonly alerts: RuleList;
  readonly rechecks: RuleList;
  /** Questions that do not always apply: the recheck that an answer is where they do not. */
  readonly conditional: readonly { readonly question: number; readonly recheck: RuleList }[];
}

/**
 * Lays out a rule set for walks. Level, alerts and reasons are told for rows that leave nothing open of what they rest
 * on. Advice and rechecks, which may rest on any question, are told whatever is open: there a rule holds if it holds in
 * every completion.
 *
 * @throws TooLargeError if the diagrams, with open answers counted in, are too large.
 */
export function rowLists(compiled: CompiledRuleSet, form: RowForm): RowLists {
  const { ruleSet, order, arities } = compiled;
  const { rules, levels, questions } = ruleSet;
  const { store, variables, ruleRoots } = buildSharedDiagrams(ruleSet, { order });
  const certain = new CertainDiagrams(store);
  const whereGiven: ListSpace = { store, order, answerCounts: arities };
  const whateverOpen: ListSpace = { store: certain.store, order, answerCounts: arities };
  const surely = (listed: Listed): Listed => ({ ...listed, holds: certain.of(listed.holds) });
  const list = (space: ListSpace, listed: readonly Listed[]) => RuleList.of(space, listed, form.separator);
  const listed = (wanted: (rule: Rule) => boolean, text: RowForm['item']): Listed[] =>
    rules.flatMap((rule, index) =>
      wanted(rule) ? [{ id: rule.id, text: text(rule.id), holds: ruleRoots[index] ?? FALSE }] : [],
    );

  const levelRules = rules.flatMap((rule, index) =>
    isLevelRule(rule) ? [{ rule, holds: ruleRoots[index] ?? FALSE }] : [],
  );
  const conditions = new ConditionCompiler(ruleSet, store, variables);
  const adviceAt = (level: number) => {
    // Where one level is left, tests on the level are settled too.
    conditions.useLevel(level, levelRules);
    return rules.flatMap((rule): Listed[] =>
      rule.kind === 'advise'
        ? [{ id: rule.id, text: form.item(rule.id), holds: conditions.compile(rule.when) }]
        : [],
    );
  };

  const floors = levels.map((_, level) =>
    list(
      whereGiven,
      listed((rule) => rule.kind === 'at_least' && rule.level === level && level > 0, form.reason),
    ),
  );
  const liftsTo = (level: number) =>
    floors.slice(0, level).map((from, floor) => {
      const lifting = listed((rule) => liftsFrom(rule, floor, level), form.reason);
      return { lifting: list(whereGiven, lifting), from: from.twin() };
    });

  return {
    level: walkTable(joinLevels(compiled), order, arities),
    levels: floors.map((own, level) => ({
      floors: own,
      lifts: liftsTo(level),
      advice: list(whateverOpen, adviceAt(level).map(surely)),
    })),
    alerts: list(
      whereGiven,
      listed((rule) => alertOf(rule) !== undefined, form.item),
    ),
    rechecks: list(whateverOpen, listed((rule) => rule.kind === 'recheck', form.item).map(surely)),
    conditional: questions.flatMap((question, index) => {
      if (question.appliesWhen === undefined) return [];
      const id = `${NOT_APPLICABLE}${question.id}`;
      const holds = store.not(conditions.compile(question.appliesWhen));
      return [{ question: index, recheck: list(whereGiven, [{ id, text: form.item(id), holds }]) }];
    }),
  };
}

function liftsFrom(rule: Rule, floor: number, level: number): boolean {
  if (rule.kind !== 'rule_out') return false;
  for (let rung = floor; rung < level; rung++) {
    if (objectsTo(rule, rung)) return true;
  }
  return false;
}
