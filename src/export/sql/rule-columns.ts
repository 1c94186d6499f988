import { NOT_APPLICABLE } from '../../core/outcome.ts';
import { alertOf, isLevelRule, type LevelRule, type Rule, type RuleSet } from '../../core/rule-set.ts';
import { membersOf } from '../../diagram/possible.ts';
import { type Formula, looksAtLevel } from './formula.ts';
import { formulaText, type Writing } from './formula-text.ts';
import { countedFormula, countedName, readingsOf } from './ladder-reading.ts';
import { COLUMN_INDENT, type Column, ColumnSet, type Layer } from './layer.ts';
import type { SqlPlan } from './sql-plan.ts';

/** The step that says of each rule whether it holds; advice that looks at the level comes after the level. */
export function rulesLayer(plan: SqlPlan, writing: Writing): Layer {
  const set = new ColumnSet();
  for (const planned of plan.rules) {
    const { rule, holds } = planned;
    if (looksAtLevel(holds)) continue;
    set.add(ruleColumn(writing, rule, holds));
    if (!isLevelRule(rule)) continue;
    for (const reading of readingsOf(plan)) {
      const sql = formulaText(writing, countedFormula(plan, planned, reading), COLUMN_INDENT);
      set.add({ name: countedName(plan, writing, planned, reading), sql });
    }
  }
  const applicability = plan.mayApply.map(({ question, formula }) => ({
    name: inapplicableName(writing, question),
    sql: `${writing.names.code(question)} >= 0 AND NOT (${formulaText(writing, formula, COLUMN_INDENT)})`,
  }));
  return {
    name: 'rules',
    note: 'where each rule holds, whatever the open answers are, and where it may hold',
    columns: [...set.columns, ...applicability],
  };
}

/** The step that says of each piece of advice that looks at the level whether it holds. */
export function adviceLayer(plan: SqlPlan, writing: Writing): Layer {
  return {
    name: 'advice',
    note: 'where advice holds that depends on the level',
    columns: plan.rules
      .filter(({ holds }) => looksAtLevel(holds))
      .map(({ rule, holds }) => ruleColumn(writing, rule, holds)),
  };
}

function ruleColumn(writing: Writing, rule: Rule, formula: Formula): Column {
  return {
    name: writing.names.of(rule.id),
    sql: formulaText(writing, formula, COLUMN_INDENT),
    notes: [`${rule.id}: ${effectText(writing.ruleSet, rule)}`],
  };
}

/** What the recheck of an answer to a question that does not apply is called. */
export function inapplicableName(writing: Writing, question: number): string {
  return writing.names.of(`${NOT_APPLICABLE}${writing.ruleSet.questions[question]?.id}`);
}

function effectText(ruleSet: RuleSet, rule: Rule): string {
  const levels = (rule: LevelRule) => {
    const indexes = rule.kind === 'at_least' ? [rule.level] : membersOf(rule.levels);
    return indexes.map((index) => ruleSet.levels[index]?.id).join(', ');
  };
  switch (rule.kind) {
    case 'at_least':
      return `at least ${levels(rule)}${alertOf(rule) === undefined ? '' : ', with an alert'}`;
    case 'rule_out':
      return `rules out ${levels(rule)}`;
    case 'alert':
      return 'an alert';
    case 'advise':
      return 'advice';
    case 'recheck':
      return `answers to look at again: ${rule.questions.map((index) => ruleSet.questions[index]?.id).join(', ')}`;
    default:
      return rule satisfies never;
  }
}
