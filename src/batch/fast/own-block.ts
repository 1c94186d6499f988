import type { CaseBlock } from './case-block.ts';
import { textRange } from './text-range.ts';

/** A block that shares nothing with its reader, and the memory that it is made of. */
export interface OwnBlock {
  readonly block: CaseBlock;
  /** Everything that can be moved to another thread in place of being copied. */
  readonly memory: readonly ArrayBuffer[];
}

/** A copy of a block that holds no bytes before its first text and after its last one. */
export function ownBlock(block: CaseBlock): OwnBlock {
  const { first, end } = textRange(block);
  const bytes = block.bytes.slice(first, end);
  const codes = new Int8Array(block.codes);
  const line = new Float64Array(block.line);
  const [idStart, idEnd, keptStart, keptEnd] = [
    moved(block.idStart, first),
    moved(block.idEnd, first),
    moved(block.keptStart, first),
    moved(block.keptEnd, first),
  ];
  return {
    block: { kind: 'block', count: block.count, codes, bytes, idStart, idEnd, keptStart, keptEnd, line },
    memory: [codes, bytes, idStart, idEnd, keptStart, keptEnd, line].map(({ buffer }) => buffer),
  };
}

/** Places counted from `first`; negative ones stand for no text. */
function moved(places: Int32Array, first: number): Int32Array<ArrayBuffer> {
  const own = new Int32Array(places);
  for (let index = 0; index < own.length; index++) {
    const place = own[index] ?? 0;
    if (place >= 0) own[index] = place - first;
  }
  return own;
}
