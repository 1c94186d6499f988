import { RuleBits } from './rule-bits';
import { CountedText } from './texts';

/** How a level comes of the rules that hold, as `Ladder` of src/batch/fast lays it out. */
@unmanaged
export class Ladder {
  /** What surely holds, and what may hold where answers are open: the same bits of both stand for the same rule. */
  surely: RuleBits;
  maybe: RuleBits;
  /** Where an answer is open that matters. */
  open: RuleBits;
  /** A byte for each question, with the sign bit where something may be open that rests on it; how many questions. */
  openSigns: usize;
  questionCount: usize;
  /** A mask of the truths that leave a row to others. */
  unclear: usize;
  /** A mask of the rules that raise alerts. */
  alerts: usize;
  /** By level the place of a mask of the rules that ask for at least this one; none for the first level. */
  floors: usize;
  /** By level the place of a mask of the rules that rule it out. */
  ruleOuts: usize;
  lastLevel: usize;
}

/** The advice and the rechecks of a level, as `RuleLists` of src/batch/fast lays them out. */
@unmanaged
export class RuleLists {
  bits: RuleBits;
  /** The place of the first word of the rechecks, and where the words end. */
  recheckWords: usize;
  end: usize;
  /** The places of the texts of all bits, and of those of the rechecks. */
  texts: usize;
  recheckTexts: usize;
}

/** All that a rule set and a format say of how rows are scored, as `RowPlan` of src/batch/fast lays it out. */
@unmanaged
export class RowPlan {
  ladder: Ladder;
  /** By level the place of the lists there. */
  lists: usize;
  /** The places of the texts of alerts, by bit. */
  alertTexts: usize;
  /** By level where those of reasons are. */
  reasonTexts: usize;
  /** Room for a mask. */
  room: usize;
  beforeId: CountedText;
  /** By level the place of a text. */
  afterId: usize;
  beforeReasons: CountedText;
  beforeAdvice: CountedText;
  beforeRechecks: CountedText;
  end: CountedText;
  /** The places of the texts before each kept text. */
  beforeKept: usize;
  close: CountedText;
  /** Between the items of a list. */
  separator: u32;
  /** Bytes that a line has at most, but for its id and kept texts. */
  longest: usize;
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
}
