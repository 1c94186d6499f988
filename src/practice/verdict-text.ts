import type { Outcome } from '../core/outcome.ts';
import type { LevelRule, RuleSet } from '../core/rule-set.ts';
import { levelAt, levelWord, rangeWords } from '../render/level-word.ts';
import { effectText } from '../render/reason-text.ts';
import type { Theme } from '../render/theme.ts';
import type { Mark } from './mark.ts';

/** How a placement compares with the criteria, in one sentence that blames nobody. */
export function verdictText(
  ruleSet: RuleSet,
  outcome: Outcome,
  { verdict, commitment, steps }: Mark,
): string {
  const given = rangeWords(ruleSet, outcome.lowest, outcome.highest);
  const placed = placedWord(ruleSet, commitment.placed);
  const levels = steps === 1 ? 'one level' : `${steps} levels`;
  const distance = outcome.settled ? levels : `at least ${levels}`;
  const leave = outcome.settled
    ? `The criteria give ${given}`
    : `The story leaves answers open, and the criteria leave ${given} possible`;
  switch (verdict) {
    case 'same':
      return outcome.settled ? `${leave}, as you do.` : `${leave}; ${placed} is one of these.`;
    case 'lower':
      return `${leave}: ${distance} more than ${placed}.`;
    case 'higher':
      return `${leave}: ${distance} less than ${placed}.`;
    case 'unsure':
      return `${leave}. Unsure is an answer; here is how they get there.`;
    default:
      return verdict satisfies never;
  }
}

/** The placement in a word; `unsure` is one. */
export function placedWord(ruleSet: RuleSet, placed: number | undefined): string {
  return placed === undefined ? 'unsure' : levelWord(levelAt(ruleSet, placed));
}

/** What a criterion asks for: `at least PHP`, `rules out IOP`. */
export function asksText(ruleSet: RuleSet, rule: LevelRule): string {
  return rule.kind === 'at_least'
    ? `at least ${levelWord(levelAt(ruleSet, rule.level))}`
    : effectText(ruleSet, rule);
}

/** The levels in one line; brackets mark those that the criteria leave possible, `(you)` the placement. */
export function markedLadder(
  ruleSet: RuleSet,
  outcome: Outcome,
  placed: number | undefined,
  theme: Theme,
): string {
  const rungs = ruleSet.levels.map((level, index) => {
    const word = outcome.possible.includes(index) ? theme.chosen(`[${levelWord(level)}]`) : levelWord(level);
    return index === placed ? `${word} (you)` : word;
  });
  return `  ${rungs.join(' ── ')}`;
}
