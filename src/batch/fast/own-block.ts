import type { CaseBlock } from './case-block.ts';

/** A copy of a block that shares nothing with its reader and holds no bytes but those of its own ids and kept texts. */
export function ownBlock(block: CaseBlock): CaseBlock & { readonly bytes: Uint8Array<ArrayBuffer> } {
  const starts = [block.idStart, block.keptStart].flatMap((list) => Array.from(list).filter((at) => at >= 0));
  const from = starts.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const to = [block.idEnd, block.keptEnd]
    .flatMap((list) => Array.from(list))
    .reduce((a, b) => Math.max(a, b), 0);
  const base = Number.isFinite(from) ? from : 0;
  const moved = (list: Int32Array) => list.map((at) => (at < 0 ? at : at - base));
  return {
    kind: 'block',
    count: block.count,
    codes: block.codes.slice(),
    bytes: new Uint8Array(block.bytes.subarray(base, Math.max(to, base))),
    idStart: moved(block.idStart),
    idEnd: moved(block.idEnd),
    keptStart: moved(block.keptStart),
    keptEnd: moved(block.keptEnd),
    line: block.line.slice(),
  };
}
