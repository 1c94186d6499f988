import stringWidth from 'string-width';
import { summaryAgreement, summaryComparison } from './agreement-text.ts';
import { barText } from './bar-text.ts';
import { caseShare, grouped } from './case-share.ts';
import { DECISION_SUPPORT_NOTE, identityText } from './identity.ts';
import type { SummaryPage } from './summary-page.ts';
import { ALL_CASES, type SummaryBar, type SummarySection, summarySections } from './summary-sections.ts';
import { aligned, cut, wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

export interface SummaryLook {
  readonly width: number;
  readonly theme: Theme;
}

/** How many bars of a section are drawn; the report has all of them. */
const MOST_BARS = 5;
const WIDEST_LABEL = 34;
const WIDEST_BAR = 28;
const GAP = '  ';

/** The summary of a scoring run for a terminal: what was counted as bars, and how far it agrees with others. */
export function renderSummary(page: SummaryPage, look: SummaryLook): string {
  const [levels, ...rest] = summarySections(page);
  return written([
    wrapped(headline(page), look.width).map(look.theme.heading),
    ...(levels === undefined ? [] : [linesOf(levels, true, look)]),
    ...comparisons(page, look),
    ...rest.map((section, index) => linesOf(section, section.part !== rest[index - 1]?.part, look)),
    wrapped(`${identityText(page.identity)} · ${DECISION_SUPPORT_NOTE}`, look.width).map(look.theme.quiet),
  ]);
}

/** Of the summary only how far the levels agree with a reviewer's and another rule set's. */
export function renderAgreement(page: SummaryPage, look: SummaryLook): string {
  return written(comparisons(page, look));
}

function comparisons({ ruleSet, expected, comparison }: SummaryPage, look: SummaryLook): string[][] {
  return [
    ...(expected === undefined ? [] : [summaryAgreement(ruleSet, expected, look)]),
    ...(comparison === undefined ? [] : [summaryComparison(ruleSet, comparison, look)]),
  ];
}

function written(sections: readonly (readonly string[])[]): string {
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headline({ summary }: SummaryPage): string {
  const { scored, alerted, rejected, open } = summary;
  const openCases = open.reduce((sum, { cases }) => sum + cases, 0);
  const cases = `${grouped(scored)} ${scored === 1 ? 'case' : 'cases'}`;
  const parts = [
    `${grouped(openCases)} open`,
    `${grouped(alerted)} with an alert`,
    `${grouped(rejected)} rows rejected`,
  ];
  return `${cases}: ${parts.join(', ')}`;
}

function linesOf(section: SummarySection, isFirstOfPart: boolean, { width, theme }: SummaryLook): string[] {
  const { title, part, bars, whole, shareOf, isClosedList } = section;
  const shown = isClosedList ? bars : bars.slice(0, MOST_BARS);
  const left = bars.length - shown.length;
  return [
    ...(isFirstOfPart ? [theme.heading(part)] : []),
    ...(title === part
      ? []
      : wrapped(shareOf === ALL_CASES ? title : `${title}, in shares of ${shareOf}`, width, '  ')),
    ...barLines(shown, whole, width).map((line) => `  ${line}`),
    ...(left > 0 ? [theme.quiet(`  and ${left} more`)] : []),
  ];
}

function barLines(bars: readonly SummaryBar[], whole: number, width: number): string[] {
  const labels = aligned(bars.map(({ label }) => cut(label, Math.min(WIDEST_LABEL, Math.floor(width / 2)))));
  const counts = rightAligned(bars.map(({ cases }) => grouped(cases)));
  const shares = rightAligned(bars.map(({ cases }) => caseShare(cases, whole)));
  const most = Math.max(...bars.map(({ cases }) => cases));
  return bars.map(({ cases }, index) => {
    const text = [labels[index], counts[index], shares[index], ''].join(GAP);
    const room = Math.min(WIDEST_BAR, width - 2 - stringWidth(text));
    return (room < 4 ? text : text + barText(cases, most, room)).trimEnd();
  });
}

function rightAligned(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map((text) => stringWidth(text)));
  return texts.map((text) => ' '.repeat(width - stringWidth(text)) + text);
}
