import { describe, expect, test } from 'vitest';
import { rowOfBlock } from '../../../src/batch/fast/block-row.ts';
import type { CaseBlock } from '../../../src/batch/fast/case-block.ts';
import { CasePage } from '../../../src/batch/fast/case-page.ts';
import { ownBlock } from '../../../src/batch/fast/own-block.ts';

const TEXT = 'id,site,mood\na-1,north,good\nb,,poor\nc-33,ü,good\n';

/** Rows of one question, with an id and a kept text that are found in the text by their order. */
function blockOf(rows: readonly (readonly [id: string, site: string, code: number])[]): CaseBlock {
  const bytes = new TextEncoder().encode(TEXT);
  const page = new CasePage(1, 1);
  let at = TEXT.indexOf('\n') + 1;
  rows.forEach(([id, site, code], row) => {
    page.codes[row] = code;
    page.line[row] = row + 2;
    page.idStart[row] = at;
    page.idEnd[row] = at + new TextEncoder().encode(id).length;
    page.keptStart[row] = (page.idEnd[row] ?? 0) + 1;
    page.keptEnd[row] = (page.keptStart[row] ?? 0) + new TextEncoder().encode(site).length;
    at = bytes.indexOf(0x0a, at) + 1;
  });
  return page.block(0, rows.length, bytes);
}

const rowsOf = (block: CaseBlock) =>
  Array.from({ length: block.count }, (_, row) => {
    const { id, answers, kept, line } = rowOfBlock(block, row, 'cases.csv', String);
    return { id, answers, kept, line };
  });

const ALL = blockOf([
  ['a-1', 'north', 0],
  ['b', '', 1],
  ['c-33', 'ü', -1],
]);

describe('a block of its own', () => {
  test('says the same, in one piece of memory', () => {
    const { block, memory } = ownBlock(ALL);
    expect(rowsOf(block)).toEqual(rowsOf(ALL));
    for (const part of Object.values(block)) if (ArrayBuffer.isView(part)) expect(part.buffer).toBe(memory);
    expect(memory).not.toBe(ALL.bytes.buffer);
  });

  test('takes spent memory where that is large enough', () => {
    const first = ownBlock(ALL);
    const again = ownBlock(blockOf([['a-1', 'north', 1]]), first.memory);
    expect(again.memory).toBe(first.memory);
    expect(rowsOf(again.block)).toEqual([{ id: 'a-1', answers: Int8Array.of(1), kept: ['north'], line: 2 }]);
    const larger = ownBlock(ALL, new ArrayBuffer(8));
    expect(larger.memory.byteLength).toBeGreaterThan(8);
    expect(rowsOf(larger.block)).toEqual(rowsOf(ALL));
  });

  test('keeps it that rows have no ids', () => {
    const page = new CasePage(1, 0);
    page.codes.set([1, 0]);
    page.line.set([2, 3]);
    const { block } = ownBlock(page.block(0, 2, new Uint8Array(100)));
    expect(rowsOf(block).map(({ id }) => id)).toEqual(['2', '3']);
    expect(block.bytes.length).toBe(0);
  });
});
