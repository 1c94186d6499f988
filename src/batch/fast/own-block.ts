import type { CaseBlock } from './case-block.ts';
import { textRange } from './text-range.ts';

/** A block that shares nothing with its reader, and the one piece of memory that all of it is in. */
export interface OwnBlock {
  readonly block: CaseBlock;
  /** To be moved to another thread in place of being copied. */
  readonly memory: ArrayBuffer;
}

/** New memory has so many times what is needed, so that it holds the next block as well. */
const ROOM = 1.25;

/**
 * A copy of a block that holds no bytes before its first text and after its last one.
 *
 * @param spent memory that nobody needs any more: it is taken if it is large enough
 */
export function ownBlock(block: CaseBlock, spent?: ArrayBuffer): OwnBlock {
  const { count, codes, line, idStart, idEnd, keptStart, keptEnd } = block;
  const { first, end } = textRange(block);
  const places = idStart.length + idEnd.length + keptStart.length + keptEnd.length;
  const needed = line.byteLength + places * Int32Array.BYTES_PER_ELEMENT + codes.length + end - first;
  const memory =
    spent !== undefined && spent.byteLength >= needed ? spent : new ArrayBuffer(Math.ceil(needed * ROOM));
  // What has the widest numbers comes first, so that all of them stand where such numbers may.
  const ownLine = new Float64Array(memory, 0, line.length);
  ownLine.set(line);
  let at = ownLine.byteLength;
  const moved = (others: Int32Array) => {
    const own = new Int32Array(memory, at, others.length);
    at += own.byteLength;
    // Negative places stand for no text.
    for (let index = 0; index < own.length; index++) {
      const place = others[index] ?? 0;
      own[index] = place < 0 ? place : place - first;
    }
    return own;
  };
  const texts = {
    idStart: moved(idStart),
    idEnd: moved(idEnd),
    keptStart: moved(keptStart),
    keptEnd: moved(keptEnd),
  };
  const ownCodes = new Int8Array(memory, at, codes.length);
  ownCodes.set(codes);
  const bytes = new Uint8Array(memory, at + codes.length, end - first);
  bytes.set(block.bytes.subarray(first, end));
  return { block: { kind: 'block', count, codes: ownCodes, bytes, line: ownLine, ...texts }, memory };
}
