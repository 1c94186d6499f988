import { CountedText } from './counted-text';
import { RuleBits } from './rule-bits';
import { WordMemo } from './word-memo';

/** Of the rules that hold those that count, as `LadderBits` of src/batch/fast lays it out. */
@unmanaged
export class LadderBits {
  bits: RuleBits;
  /** The rules that rule levels out. */
  ruleOuts: usize;
  /** By level the place of the mask of those that ask for at least this one. */
  floors: usize;
  /** By level the place of the mask of all that counts; after the last level, of what counts where levels are ruled out. */
  counting: usize;
  levelCount: usize;
}

/** The advice and the rechecks that hold, as `RuleLists` of src/batch/fast lays them out. */
@unmanaged
export class RuleLists {
  bits: RuleBits;
  /** Per word of the bits the place of a memo of the texts that its bits stand for: first those of the advice. */
  memos: usize;
  recheckMemos: usize;
  memosEnd: usize;
}

/** All that a rule set and a format say of how rows are scored, as `RowScorer` of src/batch/fast lays it out. */
@unmanaged
export class RowPlan {
  /** What surely holds, what may hold, and what is open. */
  surely: LadderBits;
  maybe: LadderBits;
  open: RuleBits;
  /** A byte for each question, with the sign bit where something may be open that rests on it. */
  openSigns: usize;
  questionCount: usize;
  /** Decisions by what counts of what holds, for rows that leave nothing open; for others by what surely holds and what may. */
  ofWhole: WordMemo;
  ofPartial: WordMemo;
  /** Room for the longest key of these. */
  key: usize;
  /** In place of a decision, where open answers leave it to others. */
  unsettled: CountedText;
  /** By level the place of the lists there. */
  lists: usize;
  /** Room for the places of all texts of the lists of a row. */
  listed: usize;
  beforeId: CountedText;
  beforeRechecks: CountedText;
  end: CountedText;
  /** The places of the texts before each kept text. */
  beforeKept: usize;
  close: CountedText;
  /** Between the items of a list. */
  separator: u32;
  /** Bytes of all parts of a line that are always the same. */
  ownLength: usize;
  /** By byte 0 where it cannot be copied into the output as it is, 1 where it can but not as the first of a text, else 2. */
  plain: usize;
}

/** Rows to be scored. */
@unmanaged
export class RowBlock {
  /** Answer codes, a byte each, row by row. */
  codes: usize;
  /** Per row a byte: 1 for those that are left out. */
  leftOut: usize;
  /** What the ranges of ids and kept texts count from. */
  texts: usize;
  /** Per row four bytes. */
  idStart: usize;
  idEnd: usize;
  /** Per row and kept text four bytes. */
  keptStart: usize;
  keptEnd: usize;
  keptCount: usize;
}

/** What came of it. */
@unmanaged
export class RowOutput {
  /** Where the next line begins, and what no line may pass. */
  end: usize;
  limit: usize;
  /** How many of the rows written have alerts. */
  alerted: u32;
  /** Why the last row has not been written. */
  stop: u32;
  /** The memo that was asked in vain, and for what. */
  memo: usize;
  key: usize;
}
