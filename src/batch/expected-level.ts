import type { RuleSet } from '../core/rule-set.ts';
import { suggestion } from '../rule-set/suggestion.ts';
import type { Place, Problem } from './case-row.ts';
import { quoted } from './quoted.ts';

/** The kept column that holds the level that a reviewer assigned to each case. */
export interface ExpectedColumn {
  /** Its position among the kept columns. */
  readonly position: number;
  /** From the id of a level to its index. */
  readonly levels: ReadonlyMap<string, number>;
}

export function expectedColumn(ruleSet: RuleSet, position: number): ExpectedColumn {
  return { position, levels: new Map(ruleSet.levels.map(({ id }, index) => [id, index])) };
}

/** The level that a reviewer assigned; `undefined` where the cell is blank. */
export function expectedLevel(column: ExpectedColumn, kept: readonly string[]): number | undefined {
  return column.levels.get(kept[column.position] ?? '');
}

/** The problem of a text in the column that is neither blank nor a level. */
export function unknownLevel(
  column: ExpectedColumn,
  position: number,
  text: string,
  place: () => Place,
): Problem | undefined {
  if (position !== column.position || column.levels.has(text) || text.trim() === '') return undefined;
  const help = `${suggestion(text, [...column.levels.keys()], 'levels')}; blank is no expectation`;
  return { ...place(), code: 'unknown-level', reason: `${quoted(text)} is not a level`, help };
}
