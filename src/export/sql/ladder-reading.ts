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

/** The formula of where a rule counts under one reading. */
export function countedFormula(
  plan: SqlPlan,
  { holds, mayHold }: PlannedRule,
  { kind, fill }: LadderReading,
): Formula {
  return filledIn(plan.space, kind === 'highest' ? mayHold : holds, fill);
}

/** The name of the column that says whether a rule counts under one reading: the same where that is the same. */
export function countedName(
  plan: SqlPlan,
  writing: Writing,
  planned: PlannedRule,
  reading: LadderReading,
): string {
  const keyOf = (other: LadderReading) => JSON.stringify(countedFormula(plan, planned, other));
  const { id } = planned.rule;
  if (keyOf(reading) === JSON.stringify(planned.holds)) return writing.names.of(id);
  const base = reading.kind === 'highest' ? `${id} may hold` : id;
  return writing.names.of(`${base}${readingWords(plan, reading, keyOf)}`);
}

/**
 * What sets a reading apart, for names: ` at best` (or ` at worst`) where the answers that are always filled in make a
 * difference, and the answers that are tried and do, as in ` if care_now is none or outpatient`.
 */
export function readingWords(
  plan: SqlPlan,
  reading: LadderReading,
  keyOf: (other: LadderReading) => string,
): string {
  const { kind, fill } = reading;
  if (kind === 'truth') return '';
  const { tried } = plan[kind];
  const key = keyOf(reading);
  const changed = (one: Fill[number], answer: number | undefined) =>
    fill.flatMap((each) => (each !== one ? [each] : answer === undefined ? [] : [{ ...one, answer }]));
  const matters = (one: Fill[number]) => keyOf({ kind, fill: changed(one, undefined) }) !== key;
  const words = fill
    .filter((one) => tried.includes(one.question) && matters(one))
    .map((one) => {
      const question = plan.ruleSet.questions[one.question];
      const alike = question?.answers.filter(
        (_, answer) => keyOf({ kind, fill: changed(one, answer) }) === key,
      );
      return `${question?.id} is ${alike?.map(({ id }) => id).join(' or ')}`;
    });
  const isFilled = fill.some((one) => !tried.includes(one.question) && matters(one));
  const best = kind === 'lowest' ? ' at best' : ' at worst';
  return `${isFilled ? best : ''}${words.length === 0 ? '' : ` if ${words.join(' and ')}`}`;
}
