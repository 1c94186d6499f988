import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldToFit, type Section } from '../../src/render/folding.ts';
import { runs } from '../arbitrary-rule-set.ts';

const dear: Section = { full: ['a1', 'a2', 'a3'], folds: [{ price: 9, lines: ['a'] }] };
const cheap: Section = {
  full: ['b1', 'b2', 'b3', 'b4'],
  folds: [
    { price: 1, lines: ['b1', 'b'] },
    { price: 5, lines: ['b'] },
  ],
};

describe('a page that folds', () => {
  test('stays as it is where it fits', () => {
    expect(foldToFit([dear, cheap], 7)).toEqual({
      lines: ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'b4'],
      isFolded: false,
    });
  });

  test('folds what costs least, as far as needed', () => {
    expect(foldToFit([dear, cheap], 6).lines).toEqual(['a1', 'a2', 'a3', 'b1', 'b']);
    expect(foldToFit([dear, cheap], 4).lines).toEqual(['a1', 'a2', 'a3', 'b']);
  });

  test('takes back what a later, coarser fold made needless', () => {
    expect(foldToFit([dear, cheap], 3).lines).toEqual(['a', 'b1', 'b']);
  });

  test('shows the shortest forms where even they do not fit', () => {
    expect(foldToFit([dear, cheap], 0)).toEqual({ lines: ['a', 'b'], isFolded: true });
  });

  test('does not call a closed gap folded', () => {
    const gap: Section = { full: [''], folds: [{ price: 2, lines: [] }] };
    expect(foldToFit([dear, gap], 3)).toEqual({ lines: ['a1', 'a2', 'a3'], isFolded: false });
  });

  test('passes over a form that is no shorter', () => {
    const stubborn: Section = { full: ['x1', 'x2'], folds: [{ price: 0, lines: ['y1', 'y2'] }] };
    expect(foldToFit([stubborn, cheap], 4).lines).toEqual(['x1', 'x2', 'b1', 'b']);
  });

  test('never has more lines than asked for while a shorter form is left', () => {
    const section = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 50 }))
      .map(([length, price]): Section => {
        const full = Array.from({ length }, (_, index) => `line ${index}`);
        return { full, folds: [{ price, lines: full.slice(0, 1) }] };
      });
    fc.assert(
      fc.property(
        fc.array(section, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 50 }),
        (sections, height) => {
          const { lines } = foldToFit(sections, height);
          expect(lines.length).toBeLessThanOrEqual(Math.max(height, sections.length));
        },
      ),
      runs(300),
    );
  });
});
