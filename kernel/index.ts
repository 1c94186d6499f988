/**
 * Scores rows of answer codes into lines of text. It works on memory that src/batch/fast lays out, and knows what the
 * rules say only as bits and texts.
 */
import { floorOf, levelOf, UNSETTLED } from './climb';
import { RowBlock, RowOutput, RowPlan, RuleLists } from './row-plan';
import { addMasked, look, writeMasked } from './rule-bits';
import { BYTES_BEYOND, CountedText, WORD, writeBytes, writeList, writeText } from './texts';

export { look } from './rule-bits';

/** What comes of a row: it is written, */
const WRITTEN: u32 = 0;
/** or others must write it, */
const CANNOT_TELL: u32 = 1;
/** or what the output holds is to be taken away first. */
const FULL: u32 = 2;

/** What `plan.plain` says of a byte. */
const NOT_PLAIN: u8 = 0;
const PLAIN: u8 = 2;

/** In place of a number of bytes. */
const NOT_COPIED: usize = usize.MAX_VALUE;

/** The first place that nothing of the program itself takes. */
export function firstPlace(): usize {
  return __heap_base;
}

/** Scores the rows from `from` to before `to`; gives the first that it could not write, and says why in `output.stop`. */
export function scoreRows(plan: RowPlan, block: RowBlock, output: RowOutput, from: u32, to: u32): u32 {
  for (let row = from; row < to; row++) {
    if (load<u8>(block.leftOut + row) != 0) continue;
    output.stop = scoreRow(plan, block, output, row);
    if (output.stop != WRITTEN) return row;
  }
  output.stop = WRITTEN;
  return to;
}

/** Writes a row, or changes nothing and says why not. */
function scoreRow(plan: RowPlan, block: RowBlock, output: RowOutput, row: usize): u32 {
  const id = load<usize>(block.idStart + WORD * row);
  const idLength = load<usize>(block.idEnd + WORD * row) - id;
  if (!isPlain(plan, block.texts + id, idLength)) return CANNOT_TELL;
  const kept = keptLength(plan, block, row);
  if (kept == NOT_COPIED) return CANNOT_TELL;
  if (output.end + plan.longest + idLength + kept + BYTES_BEYOND > output.limit) return FULL;

  const codes = block.codes + row * plan.ladder.questionCount;
  const level = levelOf(plan.ladder, codes);
  if (level == UNSETTLED) return CANNOT_TELL;
  let at = writeText(plan.beforeId, output.end);
  at = writeBytes(block.texts + id, idLength, at);
  at = writeText(load<CountedText>(plan.afterId + WORD * level), at);
  const alerts = at;
  at = writeAlerts(plan, at);
  if (at != alerts) output.alerted++;
  at = writeText(plan.beforeReasons, at);
  at = writeReasons(plan, level, at);
  at = writeText(plan.beforeAdvice, at);
  at = writeAdviceAndRechecks(plan, load<RuleLists>(plan.lists + WORD * level), codes, at);
  at = writeText(plan.end, at);
  at = writeKept(plan, block, row, at);
  output.end = writeText(plan.close, at);
  return WRITTEN;
}

function writeAlerts(plan: RowPlan, into: usize): usize {
  const surely = plan.ladder.surely;
  writeMasked(surely, plan.ladder.alerts, plan.room);
  return writeList(plan.room, plan.room + surely.size, plan.alertTexts, plan.separator, into);
}

/**
 * Writes the rules that ask for the level; where there is none, those that rule out the levels below it, then those that
 * ask for the one from which these lift: `reasonsInForce` of src/explain.
 */
function writeReasons(plan: RowPlan, level: usize, into: usize): usize {
  const ladder = plan.ladder;
  const surely = ladder.surely;
  const texts = load<usize>(plan.reasonTexts + WORD * level);
  const end = plan.room + surely.size;
  const floor = floorOf(ladder, surely);
  let at = into;
  if (floor < level) {
    writeMasked(surely, load<usize>(ladder.ruleOuts + WORD * floor), plan.room);
    for (let passed = floor + 1; passed < level; passed++) {
      addMasked(surely, load<usize>(ladder.ruleOuts + WORD * passed), plan.room);
    }
    at = writeList(plan.room, end, texts, plan.separator, at);
  }
  writeMasked(surely, load<usize>(ladder.floors + WORD * floor), plan.room);
  const before = at;
  if (at != into) store<u8>(at++, plan.separator);
  const start = at;
  at = writeList(plan.room, end, texts, plan.separator, at);
  return at == start ? before : at;
}

function writeAdviceAndRechecks(plan: RowPlan, lists: RuleLists, codes: usize, into: usize): usize {
  look(lists.bits, codes);
  let at = writeList(lists.bits.words, lists.recheckWords, lists.texts, plan.separator, into);
  at = writeText(plan.beforeRechecks, at);
  return writeList(lists.recheckWords, lists.end, lists.recheckTexts, plan.separator, at);
}

/** Whether bytes can be copied into the output as they are. */
function isPlain(plan: RowPlan, from: usize, length: usize): bool {
  if (length > 0 && load<u8>(plan.plain + load<u8>(from)) != PLAIN) return false;
  for (let at = from + 1; at < from + length; at++) {
    if (load<u8>(plan.plain + load<u8>(at)) == NOT_PLAIN) return false;
  }
  return true;
}

/** Bytes of the kept texts of a row, or `NOT_COPIED` where one of them cannot be copied as it is. */
function keptLength(plan: RowPlan, block: RowBlock, row: usize): usize {
  let length: usize = 0;
  for (let kept: usize = 0; kept < block.keptCount; kept++) {
    const place = WORD * (row * block.keptCount + kept);
    const start = load<usize>(block.keptStart + place);
    const own = load<usize>(block.keptEnd + place) - start;
    if (!isPlain(plan, block.texts + start, own)) return NOT_COPIED;
    length += own;
  }
  return length;
}

function writeKept(plan: RowPlan, block: RowBlock, row: usize, into: usize): usize {
  let at = into;
  for (let kept: usize = 0; kept < block.keptCount; kept++) {
    const place = WORD * (row * block.keptCount + kept);
    const start = load<usize>(block.keptStart + place);
    at = writeText(load<CountedText>(plan.beforeKept + WORD * kept), at);
    at = writeBytes(block.texts + start, load<usize>(block.keptEnd + place) - start, at);
  }
  return at;
}
