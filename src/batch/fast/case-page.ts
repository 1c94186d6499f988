import { OPEN } from '../../core/answers.ts';
import type { CaseBlock } from './case-block.ts';

/**
 * Room for rows on their way into blocks: for all that are taken at once, unless they are very short. All of a page's
 * codes are `OPEN` until they are written.
 */
export class CasePage {
  static readonly ROWS = 4096;
  readonly questionCount: number;
  readonly keptCount: number;
  readonly codes: Int8Array;
  readonly idStart = new Int32Array(CasePage.ROWS).fill(-1);
  readonly idEnd = new Int32Array(CasePage.ROWS).fill(-1);
  readonly keptStart: Int32Array;
  readonly keptEnd: Int32Array;
  readonly line = new Float64Array(CasePage.ROWS);

  constructor(questionCount: number, keptCount: number) {
    this.questionCount = questionCount;
    this.keptCount = keptCount;
    this.codes = new Int8Array(CasePage.ROWS * questionCount).fill(OPEN);
    this.keptStart = new Int32Array(CasePage.ROWS * keptCount);
    this.keptEnd = new Int32Array(CasePage.ROWS * keptCount);
  }

  /** The rows from `from` to before `to`, whose texts are ranges of `bytes`. */
  block(from: number, to: number, bytes: Uint8Array): CaseBlock {
    const { questionCount, keptCount } = this;
    return {
      kind: 'block',
      count: to - from,
      codes: this.codes.subarray(from * questionCount, to * questionCount),
      bytes,
      idStart: this.idStart.subarray(from, to),
      idEnd: this.idEnd.subarray(from, to),
      keptStart: this.keptStart.subarray(from * keptCount, to * keptCount),
      keptEnd: this.keptEnd.subarray(from * keptCount, to * keptCount),
      line: this.line.subarray(from, to),
    };
  }
}
