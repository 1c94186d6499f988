import { Ladder } from './row-plan';
import { hasAnySign, isAny, isAnyOfOther, look, meets, RuleBits } from './rule-bits';
import { WORD } from './texts';

/** In place of a level, where open answers leave it, or an alert, to others. */
export const UNSETTLED: usize = usize.MAX_VALUE;

/** The level of the row whose codes begin at `codes`, or `UNSETTLED`. What surely holds is then in `ladder.surely`. */
export function levelOf(ladder: Ladder, codes: usize): usize {
  look(ladder.surely, codes);
  if (meets(ladder.surely, ladder.unclear)) return UNSETTLED;
  const level = climb(ladder, ladder.surely, floorOf(ladder, ladder.surely));
  if (!isAnyOpen(ladder, codes)) return level;
  look(ladder.maybe, codes);
  // More rules never give a lower level: where these agree, so does everything between them.
  if (climb(ladder, ladder.maybe, floorOf(ladder, ladder.maybe)) != level) return UNSETTLED;
  return isAnyOfOther(ladder.maybe, ladder.surely, ladder.alerts) ? UNSETTLED : level;
}

/** The highest level that a rule asks for. */
export function floorOf(ladder: Ladder, bits: RuleBits): usize {
  let level = ladder.lastLevel;
  while (level > 0 && !meets(bits, load<usize>(ladder.floors + WORD * level))) level--;
  return level;
}

/** The first level from `floor` on that is not ruled out; the last one is never passed over. */
function climb(ladder: Ladder, bits: RuleBits, floor: usize): usize {
  let level = floor;
  while (level < ladder.lastLevel && meets(bits, load<usize>(ladder.ruleOuts + WORD * level))) level++;
  return level;
}

/** Whether a question that matters has no answer, and applies or may. */
function isAnyOpen(ladder: Ladder, codes: usize): bool {
  if (!hasAnySign(codes, ladder.openSigns, ladder.questionCount)) return false;
  look(ladder.open, codes);
  return isAny(ladder.open);
}
