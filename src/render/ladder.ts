import type { Outcome } from '../core/outcome.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { levelAt, levelWord } from './level-word.ts';
import type { Theme } from './theme.ts';

const NAMED_RUNG = 'suggested';
const POSSIBLE_RUNGS = 'still possible';

/** The levels in one line, least intensive first; brackets mark those that the answers leave possible. */
export function ladderLine(ruleSet: RuleSet, outcome: Outcome, theme: Theme): string {
  const rungs = ruleSet.levels.map((level, index) =>
    outcome.possible.includes(index) ? theme.chosen(`[${levelWord(level)}]`) : levelWord(level),
  );
  return `  ${rungs.join(' ── ')}`;
}

/** The levels one above the other, most intensive on top, as on a ladder, each with its hours. */
export function ladderLines(ruleSet: RuleSet, outcome: Outcome, theme: Theme): string[] {
  const mark = outcome.settled ? NAMED_RUNG : POSSIBLE_RUNGS;
  const words = ruleSet.levels.map(levelWord);
  const column = Math.max(...words.map((word) => word.length)) + 2;
  return words
    .map((word, index) => {
      const rung = word.padEnd(column);
      return outcome.possible.includes(index) ? theme.chosen(`  ▸ ${rung}${mark}`) : `    ${rung}`.trimEnd();
    })
    .reverse();
}

/** What the outcome comes to, in one line. */
export function headline(ruleSet: RuleSet, outcome: Outcome): string {
  if (outcome.settled) return `Suggested level: ${levelAt(ruleSet, outcome.lowest).name}`;
  const [lowest, highest] = [outcome.lowest, outcome.highest].map((index) =>
    levelWord(levelAt(ruleSet, index)),
  );
  return `Between ${lowest} and ${highest}: answers still open`;
}
