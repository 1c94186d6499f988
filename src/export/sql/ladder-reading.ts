import type { RuleSet } from '../../core/rule-set.ts';
import type { Formula } from './formula.ts';
import type { Writing } from './formula-text.ts';
import { type Fill, filledIn, fillsOf, type LevelBound } from './level-bound.ts';
import type { PlannedRule, SqlPlan } from './sql-plan.ts';

/** One way to read open questions when the ladder is climbed. */
export interface LadderReading {
  /** `truth`: the rules that hold count. Else one end of the range, with some open questions filled in. */
  readonly kind: 'truth' | 'lowest' | 'highest';
  readonly fill: Fill;
}

/** Every way in which the ladder has to be climbed. */
export function readingsOf(plan: SqlPlan): LadderReading[] {
  return [
    { kind: 'truth', fill: [] },
    ...readingsOfBound(plan, 'lowest', plan.lowest),
    ...readingsOfBound(plan, 'highest', plan.highest),
  ];
}

function readingsOfBound(plan: SqlPlan, kind: 'lowest' | 'highest', bound: LevelBound): LadderReading[] {
  const tried = bound.tried.length === 0 ? [] : fillsOf(plan.space, bound);
  return [bound.fixed, ...tried].map((fill) => ({ kind, fill }));
}

/** How a rule counts under one reading. */
export interface CountedColumn {
  /** Quoted; the same for readings that come to the same. */
  readonly name: string;
  readonly formula: Formula;
  /** The part of the fill that makes a difference to the rule. */
  readonly mattering: Fill;
}

export function countedColumn(
  plan: SqlPlan,
  writing: Writing,
  { rule, holds, mayHold }: PlannedRule,
  { kind, fill }: LadderReading,
): CountedColumn {
  const plain = kind === 'highest' ? mayHold : holds;
  const mattering = fill.filter((one) => !isSame(filledIn(plan.space, plain, [one]), plain));
  const formula = filledIn(plan.space, plain, mattering);
  if (isSame(formula, holds)) return { name: writing.names.of(rule.id), formula, mattering: [] };
  const may = kind === 'highest' ? ' may hold' : '';
  const name = writing.names.of(`${rule.id}${may}${fillWords(plan.ruleSet, mattering)}`);
  return { name, formula, mattering };
}

/** ` if care_now is php`, or nothing. */
export function fillWords(ruleSet: RuleSet, fill: Fill): string {
  const words = fill.map(({ question, answer }) => {
    const asked = ruleSet.questions[question];
    return `${asked?.id} is ${asked?.answers[answer]?.id}`;
  });
  return words.length === 0 ? '' : ` if ${words.join(' and ')}`;
}

function isSame(one: Formula, other: Formula): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
