/** A part of a page that can be shown in full or, one form after another, shorter. */
export interface Section {
  readonly full: readonly string[];
  /** Shorter forms, in the order in which they replace each other. A form that leaves things out says how many. */
  readonly folds: readonly Fold[];
}

/** A shorter form. Of all forms that could come next, the one with the lowest price is taken. */
export interface Fold {
  readonly price: number;
  readonly lines: readonly string[];
}

/** The lines of a page, and whether anything was folded away. */
export interface FoldedPage {
  readonly lines: readonly string[];
  readonly isFolded: boolean;
}

/** Folds the least important sections until the page has at most `height` lines, or nothing is left to fold. */
export function foldToFit(sections: readonly Section[], height: number): FoldedPage {
  const forms = sections.map((section) => ({ lines: section.full, folds: [...section.folds] }));
  const length = () => forms.reduce((sum, form) => sum + form.lines.length, 0);
  let isFolded = false;
  while (length() > height) {
    const foldable = forms.filter((form) => form.folds.length > 0);
    const [cheapest] = foldable.sort((a, b) => priceOf(a.folds) - priceOf(b.folds));
    const next = cheapest?.folds.shift();
    if (cheapest === undefined || next === undefined) break;
    // A form that was meant to be shorter and is not (wrapping) changes nothing.
    if (next.lines.length >= cheapest.lines.length) continue;
    isFolded ||= cheapest.lines.some((line) => line !== '');
    cheapest.lines = next.lines;
  }
  return { lines: forms.flatMap((form) => form.lines), isFolded };
}

function priceOf(folds: readonly Fold[]): number {
  return folds[0]?.price ?? Number.POSITIVE_INFINITY;
}
