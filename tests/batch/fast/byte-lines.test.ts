import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_ROW } from '../../../src/batch/case-row.ts';
import { ByteLines } from '../../../src/batch/fast/byte-lines.ts';

/** What the lines hold at present; `…` stands for a first one that was too long. */
function textOf(lines: ByteLines): string {
  const text = new TextDecoder().decode(lines.bytes.subarray(0, lines.end));
  return lines.startsTooLong ? `…${text}` : text;
}

function linesOf(chunks: readonly string[]): string[] {
  const lines = new ByteLines();
  const encoder = new TextEncoder();
  const found = chunks.map((chunk) => {
    lines.add(encoder.encode(chunk));
    return textOf(lines);
  });
  lines.close();
  return [...found, textOf(lines)];
}

test('lines are handed on when they are whole, the last one at the end', () => {
  expect(linesOf(['a', 'b\nc\nd', '', '\n', 'e'])).toEqual(['', 'ab\nc\n', '', 'd\n', '', 'e\n']);
  expect(linesOf(['a\n'])).toEqual(['a\n', '']);
  expect(linesOf([])).toEqual(['']);
});

test('a line that is too long leaves its line feed alone, wherever it ends', () => {
  const long = 'x'.repeat(2 * LONGEST_ROW);
  expect(linesOf([long, long, 'x', '\nb\n', 'c'])).toEqual(['', '', '', '…\nb\n', '', 'c\n']);
  expect(linesOf(['a\nb', long, long])).toEqual(['a\n', '', '', '…\n']);
});

test('there is room to look beyond the last line, whatever the chunks', () => {
  const lines = new ByteLines();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300_000 }), (size) => {
      lines.add(new Uint8Array(size).fill(0x0a));
      expect(lines.end).toBe(size);
      expect(() => lines.view.getInt32(lines.end + 3, true)).not.toThrow();
    }),
    { seed: 20_261_122, numRuns: 30 },
  );
});
