/**
 * Scores rows of answer codes into lines of text. It works on memory that src/batch/fast lays out, and knows what the
 * rules say only as bits; where it comes upon bits that it has not met before, it stops and asks.
 */
import { BYTES_BEYOND, CountedText, writeBytes, writeText } from './counted-text';
import { asked, decisionOf } from './decide';
import { RowBlock, RowOutput, RowPlan, RuleLists } from './row-plan';
import { look } from './rule-bits';
import { NOT_KNOWN, WORD, WordMemo } from './word-memo';

export { look } from './rule-bits';
export { find, remember } from './word-memo';

/** What comes of a row: it is written, */
const WRITTEN: u32 = 0;
/** or what `output.memo` was asked for is to be remembered first, */
const NOT_LEARNED: u32 = 1;
/** or others must write it, */
const CANNOT_TELL: u32 = 2;
/** or what the output holds is to be taken away first. */
const FULL: u32 = 3;

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

/** Writes a row, or says why not; then it has changed nothing but where it asked for something. */
function scoreRow(plan: RowPlan, block: RowBlock, output: RowOutput, row: usize): u32 {
  const id = load<usize>(block.idStart + WORD * row);
  const idLength = load<usize>(block.idEnd + WORD * row) - id;
  if (!isPlain(plan, block.texts + id, idLength)) return CANNOT_TELL;
  const kept = keptLength(plan, block, row);
  if (kept == NOT_COPIED) return CANNOT_TELL;

  const codes = block.codes + row * plan.questionCount;
  const found = decisionOf(plan, output, codes);
  if (found == NOT_KNOWN) return NOT_LEARNED;
  if (found == changetype<usize>(plan.unsettled)) return CANNOT_TELL;
  const decision = changetype<CountedText>(found);
  const lists = load<RuleLists>(plan.lists + WORD * decision.level);
  look(lists.bits, codes);
  const adviceEnd = findTexts(lists, lists.memos, lists.recheckMemos, plan.listed, output);
  if (adviceEnd == NOT_KNOWN) return NOT_LEARNED;
  const listedEnd = findTexts(lists, lists.recheckMemos, lists.memosEnd, adviceEnd, output);
  if (listedEnd == NOT_KNOWN) return NOT_LEARNED;

  const length = plan.ownLength + idLength + decision.length + lengthOf(plan.listed, listedEnd) + kept;
  let at = output.end;
  if (at + length + BYTES_BEYOND > output.limit) return FULL;
  at = writeText(plan.beforeId, at);
  at = writeBytes(block.texts + id, idLength, at);
  at = writeText(decision, at);
  at = writeList(plan, plan.listed, adviceEnd, at);
  at = writeText(plan.beforeRechecks, at);
  at = writeList(plan, adviceEnd, listedEnd, at);
  at = writeText(plan.end, at);
  at = writeKept(plan, block, row, at);
  output.end = writeText(plan.close, at);
  if (decision.alerts > 0) output.alerted++;
  return WRITTEN;
}

/**
 * Writes the places of the texts that the words of some memos stand for to `into` and gives where they end; `NOT_KNOWN`
 * where one is not known.
 */
function findTexts(lists: RuleLists, memos: usize, memosEnd: usize, into: usize, output: RowOutput): usize {
  const words = lists.bits.words - lists.memos;
  let end = into;
  for (let place = memos; place < memosEnd; place += WORD) {
    if (load<u32>(words + place) == 0) continue;
    const text = asked(load<WordMemo>(place), words + place, output);
    if (text == NOT_KNOWN) return NOT_KNOWN;
    store<usize>(end, text);
    end += WORD;
  }
  return end;
}

/** Bytes of the texts whose places stand from `from` to `to`, and of what stands between them. */
function lengthOf(from: usize, to: usize): usize {
  let length: usize = 0;
  for (let place = from; place < to; place += WORD) length += load<CountedText>(place).length + 1;
  return length;
}

function writeList(plan: RowPlan, from: usize, to: usize, into: usize): usize {
  let at = into;
  for (let place = from; place < to; place += WORD) {
    if (place != from) store<u8>(at++, plan.separator);
    at = writeText(load<CountedText>(place), at);
  }
  return at;
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
