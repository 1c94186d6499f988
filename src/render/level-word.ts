import type { Level, LevelSet, RuleSet } from '../core/rule-set.ts';
import { membersOf } from '../diagram/possible.ts';

/** A level in one word for the middle of a sentence: its abbreviation if its name has one, else its id. */
export function levelWord(level: Level): string {
  return /\(([^()]+)\)$/.exec(level.name)?.[1] ?? level.id.replaceAll('_', ' ');
}

/** Several levels (indexes) in words: `IOP`, `IOP or PHP`. */
export function levelWords(ruleSet: RuleSet, levels: readonly number[]): string {
  return levels.map((level) => levelWord(levelAt(ruleSet, level))).join(' or ');
}

/** A range of levels in words: `IOP to inpatient`, or one level where both ends are the same. */
export function rangeWords(ruleSet: RuleSet, lowest: number, highest: number): string {
  const [from, to] = [levelWord(levelAt(ruleSet, lowest)), levelWord(levelAt(ruleSet, highest))];
  return lowest === highest ? from : `${from} to ${to}`;
}

/** The level at an index. INVARIANT: the index is one of the rule set's. */
export function levelAt(ruleSet: RuleSet, index: number): Level {
  const level = ruleSet.levels[index];
  if (level === undefined) throw new RangeError(`no level has the index ${index}`);
  return level;
}

/** A set of levels in words: `IOP or higher`, `IOP or PHP`. */
export function levelSetText(ruleSet: RuleSet, levels: LevelSet): string {
  const members = membersOf(levels);
  const words = members.map((level) => levelWord(levelAt(ruleSet, level)));
  const isUpperRun = members.length > 1 && members.at(-1) === ruleSet.levels.length - 1;
  if (isUpperRun && members.length === ruleSet.levels.length - (members[0] ?? 0))
    return `${words[0]} or higher`;
  return words.join(' or ');
}
