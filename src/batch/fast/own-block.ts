import type { CaseBlock } from './case-block.ts';

/** A block that shares nothing with its reader, and the memory that it is made of. */
export interface OwnBlock {
  readonly block: CaseBlock;
  /** Everything that can be moved to another thread in place of being copied. */
  readonly memory: readonly ArrayBuffer[];
}

/** A copy of a block that holds no bytes but those of its ids and kept texts. */
export function ownBlock(block: CaseBlock): OwnBlock {
  const texts = new Uint8Array(
    lengthOf(block.idStart, block.idEnd) + lengthOf(block.keptStart, block.keptEnd),
  );
  let end = 0;
  const gathered = (
    starts: Int32Array,
    ends: Int32Array,
  ): [starts: Int32Array<ArrayBuffer>, ends: Int32Array<ArrayBuffer>] => {
    const ownStarts = new Int32Array(starts);
    const ownEnds = new Int32Array(ends);
    for (let index = 0; index < starts.length; index++) {
      const start = starts[index] ?? -1;
      if (start < 0) continue;
      texts.set(block.bytes.subarray(start, ends[index]), end);
      ownStarts[index] = end;
      end += (ends[index] ?? start) - start;
      ownEnds[index] = end;
    }
    return [ownStarts, ownEnds];
  };
  const [idStart, idEnd] = gathered(block.idStart, block.idEnd);
  const [keptStart, keptEnd] = gathered(block.keptStart, block.keptEnd);
  const codes = new Int8Array(block.codes);
  const line = new Float64Array(block.line);
  const { count } = block;
  return {
    block: { kind: 'block', count, codes, bytes: texts, idStart, idEnd, keptStart, keptEnd, line },
    memory: [codes, texts, idStart, idEnd, keptStart, keptEnd, line].map(({ buffer }) => buffer),
  };
}

function lengthOf(starts: Int32Array, ends: Int32Array): number {
  let length = 0;
  for (let index = 0; index < starts.length; index++) length += (ends[index] ?? 0) - (starts[index] ?? 0);
  return length;
}
