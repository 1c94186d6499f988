import { expect, test } from 'vitest';
import { LineBytes } from '../../../src/batch/fast/line-bytes.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('lines come out as they were appended, as bytes or as text, and begin anew once they are taken', () => {
  const lines = new LineBytes();
  const long = 'ü€😀'.repeat(30_000);
  lines.append(bytesOf('a\n'));
  lines.appendText(`b,${long}\n`);
  lines.append(bytesOf(long));
  const taken = lines.take(bytesOf('last\n'));
  expect(new TextDecoder().decode(taken)).toBe(`a\nb,${long}\n${long}last\n`);
  lines.appendText('c\n');
  expect(new TextDecoder().decode(lines.take(new Uint8Array(0)))).toBe('c\n');
  expect(new TextDecoder().decode(taken)).toMatch(/^a\nb,ü/);
});
