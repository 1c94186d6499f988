import { alertOf, isLevelRule, type Rule } from '../../core/rule-set.ts';
import { membersOf } from '../../diagram/possible.ts';
import { listText, PROBLEM } from './answer-codes.ts';
import type { Writing } from './formula-text.ts';
import { FLOOR, IN_FORCE } from './ladder-columns.ts';
import { COLUMN_INDENT, type Column } from './layer.ts';
import { inapplicableName } from './rule-columns.ts';
import type { SqlPlan } from './sql-plan.ts';

/** The columns of the SELECT, in their order; kept columns follow. */
export const SQL_COLUMNS = [
  'id',
  'level',
  'lowest',
  'highest',
  'settled',
  'alerts',
  'reasons',
  'advice',
  'rechecks',
  'rule_set',
  'problem',
] as const;

/** The outcome as the last step gives it; everything but `rule_set` and `problem` is NULL where there is a problem. */
export function outcomeColumns(plan: SqlPlan, writing: Writing, identity: string): Column[] {
  const { dialect, names } = writing;
  const problem = names.of(PROBLEM);
  const lowest = names.level('least');
  const highest = names.level('most');
  const held = (rules: readonly Rule[]) => rules.map(({ id }) => ({ condition: names.of(id), text: id }));
  const rules = plan.rules.map(({ rule }) => rule);
  const inapplicable = plan.mayApply.map(({ question }) => ({
    condition: inapplicableName(writing, question),
    text: `not-applicable.${plan.ruleSet.questions[question]?.id}`,
  }));
  const ofValidRow = (name: string, sql: string): Column => ({
    name: dialect.name(name),
    sql: `CASE WHEN ${problem} IS NULL THEN ${sql} END`,
  });
  return [
    {
      name: dialect.name('level'),
      sql: `CASE WHEN ${problem} IS NULL AND ${lowest} = ${highest} THEN ${levelText(plan, writing, lowest)} END`,
    },
    ofValidRow('lowest', levelText(plan, writing, lowest)),
    ofValidRow('highest', levelText(plan, writing, highest)),
    ofValidRow('settled', `${lowest} = ${highest}`),
    ofValidRow('alerts', listText(writing, held(rules.filter((rule) => alertOf(rule) !== undefined)))),
    {
      name: dialect.name('reasons'),
      sql: `CASE WHEN ${problem} IS NULL AND ${names.of(IN_FORCE)} = ${lowest} THEN ${reasonsText(plan, writing)} END`,
      notes: ['NULL where no rule alone forces the lowest level, but only several of which one must hold'],
    },
    ofValidRow('advice', listText(writing, held(rules.filter(({ kind }) => kind === 'advise')))),
    ofValidRow(
      'rechecks',
      listText(writing, [...held(rules.filter(({ kind }) => kind === 'recheck')), ...inapplicable]),
    ),
    { name: dialect.name('rule_set'), sql: dialect.text(identity) },
    { name: dialect.name('problem'), sql: problem },
  ];
}

function levelText({ ruleSet }: SqlPlan, { dialect }: Writing, column: string): string {
  const whens = ruleSet.levels.map(({ id }, level) => `WHEN ${level} THEN ${dialect.text(id)}`);
  return `CASE ${column} ${whens.join(' ')} END`;
}

/** The `at_least` rules that ask for the level; where rules out lift above what is asked for, these come first. */
function reasonsText(plan: SqlPlan, writing: Writing): string {
  const { names } = writing;
  const floor = names.of(FLOOR);
  const lowest = names.level('least');
  const levelRules = plan.rules.map(({ rule }) => rule).filter(isLevelRule);
  const lifting = levelRules.flatMap((rule) => {
    if (rule.kind !== 'rule_out') return [];
    const lifts = membersOf(rule.levels).map((level) => `${floor} <= ${level} AND ${lowest} > ${level}`);
    const condition = lifts.length === 1 ? lifts[0] : `(${lifts.map((each) => `(${each})`).join(' OR ')})`;
    return [{ condition: `${names.of(rule.id)} AND ${condition}`, text: rule.id }];
  });
  const asking = levelRules.flatMap((rule) =>
    rule.kind === 'at_least' && rule.level > 0
      ? [{ condition: `${names.of(rule.id)} AND ${floor} = ${rule.level}`, text: rule.id }]
      : [],
  );
  return listText(writing, [...lifting, ...asking], COLUMN_INDENT);
}
