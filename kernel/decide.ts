import { LadderBits, RowOutput, RowPlan } from './row-plan';
import { hasAnySign, isAny, look, meets, writeMasked } from './rule-bits';
import { find, NOT_KNOWN, WORD, WordMemo } from './word-memo';

/**
 * The decision for the row whose codes begin at `codes`: the part of its line that tells it, `plan.unsettled`, or
 * `NOT_KNOWN` where nobody has yet worked out what the rules come to that hold for it.
 */
export function decisionOf(plan: RowPlan, output: RowOutput, codes: usize): usize {
  const surely = plan.surely;
  look(surely.bits, codes);
  if (!isAnyOpen(plan, codes)) {
    writeMasked(surely.bits, countingFrom(surely, floorOf(surely)), plan.key);
    return asked(plan.ofWhole, plan.key, output);
  }
  const maybe = plan.maybe;
  look(maybe.bits, codes);
  const lowest = floorOf(surely);
  const highest = floorOf(maybe);
  const isLifted = lowest == surely.levelCount || highest == surely.levelCount;
  if (lowest != highest && !isLifted) return changetype<usize>(plan.unsettled);
  const half = writeMasked(surely.bits, countingFrom(surely, lowest), plan.key);
  writeMasked(maybe.bits, countingFrom(maybe, highest), half);
  return asked(plan.ofPartial, plan.key, output);
}

/** Whether a question that matters has no answer, and applies or may. */
function isAnyOpen(plan: RowPlan, codes: usize): bool {
  if (!hasAnySign(codes, plan.openSigns, plan.questionCount)) return false;
  look(plan.open, codes);
  return isAny(plan.open);
}

/** What is remembered for a key; if nothing is, the output says for what. */
export function asked(memo: WordMemo, key: usize, output: RowOutput): usize {
  const found = find(memo, key);
  if (found == NOT_KNOWN) {
    output.memo = changetype<usize>(memo);
    output.key = key;
  }
  return found;
}

/** The level that the row comes to by the rules that ask for one; where rules rule levels out, one past the last. */
function floorOf(ladder: LadderBits): usize {
  if (meets(ladder.bits, ladder.ruleOuts)) return ladder.levelCount;
  let level = ladder.levelCount - 1;
  while (level > 0 && !meets(ladder.bits, load<usize>(ladder.floors + WORD * level))) level--;
  return level;
}

function countingFrom(ladder: LadderBits, floor: usize): usize {
  return load<usize>(ladder.counting + WORD * floor);
}
