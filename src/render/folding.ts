/** A part of a page that can be shown in full or, one form after another, shorter. */
export interface Section {
  readonly full: readonly string[];
  /** Shorter forms, in the order in which they replace each other. A form that leaves things out says how many. */
  readonly folds: readonly Fold[];
}

/** A shorter form. Of all forms that could come next, the one with the lowest price is taken. */
interface Fold {
  readonly price: number;
  readonly lines: readonly string[];
}

/** The lines of a page, and whether anything was folded away. */
export interface FoldedPage {
  readonly lines: readonly string[];
  readonly isFolded: boolean;
}

interface Form {
  lines: readonly string[];
  readonly folds: Fold[];
}

/** A fold that was made, so that it can be taken back. */
interface Folded {
  readonly form: Form;
  readonly price: number;
  readonly before: readonly string[];
}

/**
 * Folds the least important sections until the page has at most `height` lines, or nothing is left to fold; then
 * takes back, the most important first, what the last and coarsest folds have made room for.
 */
export function foldToFit(sections: readonly Section[], height: number): FoldedPage {
  const forms = sections.map((section): Form => ({ lines: section.full, folds: [...section.folds] }));
  const length = () => forms.reduce((sum, form) => sum + form.lines.length, 0);
  const made: Folded[] = [];
  while (length() > height) {
    const [cheapest] = forms
      .filter((form) => form.folds.length > 0)
      .sort((a, b) => priceOf(a.folds) - priceOf(b.folds));
    const fold = cheapest?.folds.shift();
    if (cheapest === undefined || fold === undefined) break;
    // A form that was meant to be shorter and is not, because its text wraps, changes nothing.
    if (fold.lines.length >= cheapest.lines.length) continue;
    made.push({ form: cheapest, price: fold.price, before: cheapest.lines });
    cheapest.lines = fold.lines;
  }
  const kept = new Set<Form>();
  const left = made
    .sort((a, b) => b.price - a.price)
    .filter(({ form, before }) => {
      const fits = !kept.has(form) && length() - form.lines.length + before.length <= height;
      if (fits) form.lines = before;
      else kept.add(form);
      return !fits;
    });
  // A gap between sections that closes hides nothing.
  const isFolded = left.some(({ before }) => before.some((line) => line !== ''));
  return { lines: forms.flatMap((form) => form.lines), isFolded };
}

function priceOf(folds: readonly Fold[]): number {
  return folds[0]?.price ?? Number.POSITIVE_INFINITY;
}
