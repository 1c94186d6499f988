import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BYTES_BEYOND, KnownTexts } from '../../../src/batch/fast/known-texts.ts';

/** The bytes of a text with what must be readable behind them. */
function readable(text: string): { bytes: Uint8Array; view: DataView } {
  const encoded = new TextEncoder().encode(text);
  const bytes = new Uint8Array(encoded.length + BYTES_BEYOND);
  bytes.set(encoded);
  return { bytes, view: new DataView(bytes.buffer) };
}

function codeAt(texts: KnownTexts, group: number, text: string, at = 0): number | undefined {
  const { bytes, view } = readable(text);
  const found = texts.find(group, bytes, view, at);
  return found < 0 ? undefined : texts.codes[found];
}

test('a text is found in its own group, wherever it stands', () => {
  const texts = new KnownTexts([
    [
      { text: 'none,', code: 0 },
      { text: 'some,', code: 1 },
    ],
    [{ text: 'none,', code: 7 }],
  ]);
  expect(codeAt(texts, 0, 'none,')).toBe(0);
  expect(codeAt(texts, 1, 'none,')).toBe(7);
  expect(codeAt(texts, 0, 'x,some,y', 2)).toBe(1);
  expect(codeAt(texts, 1, 'some,')).toBeUndefined();
});

test('a text that goes on where the known one ends is another one', () => {
  const texts = new KnownTexts([
    [
      { text: 'no,', code: 0 },
      { text: 'none,', code: 1 },
      { text: ',', code: 2 },
    ],
  ]);
  expect(codeAt(texts, 0, 'none,')).toBe(1);
  expect(codeAt(texts, 0, 'no,ne')).toBe(0);
  expect(codeAt(texts, 0, ',none')).toBe(2);
  expect(codeAt(texts, 0, 'nones,')).toBeUndefined();
  expect(codeAt(texts, 0, 'non')).toBeUndefined();
});

test('any text is found as by comparing strings, whichever byte is sampled', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 8 }), word, fc.nat({ max: 1 }), (words, given, sample) => {
      const texts = new KnownTexts([words.map((text, code) => ({ text: `${text};`, code }))], sample);
      const code = words.indexOf(given);
      expect(codeAt(texts, 0, `${given};`)).toBe(code === -1 ? undefined : code);
      expect(codeAt(texts, 0, `${given}a;`)).toBe(
        words.includes(`${given}a`) ? words.indexOf(`${given}a`) : undefined,
      );
    }),
    { seed: 20_261_122, numRuns: 3000 },
  );
});
