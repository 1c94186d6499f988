import { identityLines } from '../render/every-page.ts';
import { foldToFit, type Section } from '../render/folding.ts';
import { labelled } from '../render/labelled.ts';
import { notHigherSection, notLowerSection, openSection } from '../render/outcome-sections.ts';
import { wrapped } from '../render/text-lines.ts';
import type { Theme } from '../render/theme.ts';
import type { Feedback } from './feedback.ts';
import {
  alertSection,
  assignedSection,
  flipSection,
  heededSection,
  overWeightedSection,
  reasonsSection,
  teachesSection,
  whySection,
} from './feedback-sections.ts';
import { markedLadder, verdictText } from './verdict-text.ts';

/** How to write feedback for a terminal; without a height nothing is folded away. */
export interface FeedbackLook {
  readonly width: number;
  readonly height?: number;
  readonly theme: Theme;
}

/** Above the price of what can be read elsewhere, below that of the reasons. */
const GAP_PRICE = 28;

/** The feedback on one case as a page, and whether something was folded away to fit the terminal. */
export function feedbackPage(
  feedback: Feedback,
  { width, height = Number.POSITIVE_INFINITY, theme }: FeedbackLook,
): { readonly lines: readonly string[]; readonly isFolded: boolean } {
  const { ruleSet, explanation, mark } = feedback;
  const { outcome } = explanation;
  const at = labelled(width, theme);
  const placed = mark.commitment.placed;
  const verdict: Section = {
    full: [
      ...wrapped(verdictText(ruleSet, outcome, mark), width).map(theme.strong),
      markedLadder(ruleSet, outcome, placed, theme),
    ],
    folds: [],
  };
  const footer = identityLines(feedback, width, theme);
  const isSaidAlready = mark.verdict === 'higher' && placed === outcome.highest + 1;
  const sections: readonly Section[] = [
    verdict,
    assignedSection(feedback, at),
    gap(),
    alertSection(feedback, at, theme),
    whySection(feedback, at, theme),
    heededSection(feedback, at),
    overWeightedSection(feedback, at, theme),
    reasonsSection(feedback, at),
    notLowerSection(feedback, at),
    ...(isSaidAlready ? [] : [notHigherSection(feedback, at)]),
    flipSection(feedback, at),
    openSection(feedback, at),
    teachesSection(feedback, at),
  ];
  const { lines, isFolded } = foldToFit(sections, height - footer.length);
  return { lines: [...lines, ...footer], isFolded };
}

function gap(): Section {
  return { full: [''], folds: [{ price: GAP_PRICE, lines: [] }] };
}
