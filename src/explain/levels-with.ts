import type { AdviseCondition, LevelSet } from '../core/rule-set.ts';

/** The levels at which a condition may hold, as far as its own tests on the level say: all at which it does, if not more. */
export function levelsWith(condition: AdviseCondition, levelCount: number): LevelSet {
  const all = 2 ** levelCount - 1;
  const of = (part: AdviseCondition) => levelsWith(part, levelCount);
  switch (condition.kind) {
    case 'level':
      return condition.levels;
    case 'all':
      return condition.of.reduce((levels, part) => levels & of(part), all);
    case 'any':
    case 'count':
      return condition.of.reduce((levels, part) => levels | of(part), 0);
    case 'none':
    case 'answer':
    case 'rests_on':
      return all;
    default:
      return condition satisfies never;
  }
}
