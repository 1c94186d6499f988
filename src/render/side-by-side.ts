import stringWidth from 'string-width';
import { alertOf } from '../core/rule-set.ts';
import { answerTexts, questionTitles } from './answer-text.ts';
import { identityLines } from './every-page.ts';
import { type ExplainedCase, recheckParts, recheckTitle, ruleWithId, safetyFirst } from './explained-case.ts';
import { headline } from './ladder.ts';
import { counted, reasonText, ruleName } from './reason-text.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** Narrower than this, the outcomes stand one below the other. */
const TWO_COLUMNS = 80;
const DIVIDER = ' │ ';

/** What is compared of one outcome: a title, and the points under it. */
interface Facet {
  readonly title: string;
  readonly points: readonly string[];
}

/**
 * The outcome as answered and the outcome with some answers changed, next to each other. A point that only one side
 * has is marked: `-` where it goes, `+` where it comes.
 */
export function renderSideBySide(
  given: ExplainedCase,
  changed: ExplainedCase,
  { width, theme }: { readonly width: number; readonly theme: Theme },
): string {
  const differing = given.ruleSet.questions.flatMap((_, index) =>
    given.answers[index] === changed.answers[index] ? [] : [index],
  );
  const before = facets(given, changed, differing);
  const after = facets(changed, given, differing);
  const isWide = width >= TWO_COLUMNS;
  const column = isWide ? Math.floor((width - DIVIDER.length) / 2) : width;
  const rows = before.flatMap((facet, index) => {
    const other = after[index] ?? { title: facet.title, points: [] };
    if (facet.points.length === 0 && other.points.length === 0) return [];
    return [
      {
        left: facetLines(facet, other, '-', column, theme),
        right: facetLines(other, facet, '+', column, theme),
      },
    ];
  });
  const titles = [wrapped('As answered', column), wrapped('What if', column)].map((lines) =>
    lines.map(theme.strong),
  );
  const body = isWide
    ? [{ left: titles[0] ?? [], right: titles[1] ?? [] }, ...rows].flatMap((row) => paired(row, column))
    : [
        ...(titles[0] ?? []),
        ...rows.flatMap((row) => row.left),
        '',
        ...(titles[1] ?? []),
        ...rows.flatMap((row) => row.right),
      ];
  const isEmergency = [given, changed].some(({ explanation }) => explanation.outcome.alerts.length > 0);
  const emergency = isEmergency ? [...wrapped(given.ruleSet.emergency, width).map(theme.alert), ''] : [];
  return `${[...emergency, ...body, '', ...identityLines(given, width, theme)].join('\n')}\n`;
}

function facets(subject: ExplainedCase, other: ExplainedCase, differing: readonly number[]): Facet[] {
  const { ruleSet, answers, explanation } = subject;
  const { outcome } = explanation;
  return [
    { title: 'Alerts', points: outcome.alerts.map((id) => alertOf(ruleWithId(ruleSet, id)) ?? '') },
    { title: 'Answers', points: answerTexts(ruleSet, differing, answers) },
    { title: 'Level', points: [headline(ruleSet, outcome)] },
    { title: 'Why', points: outcome.reasons.map((reason) => reasonText(ruleSet, reason)) },
    { title: 'Plan, barriers', points: outcome.advice.map(ruleName) },
    {
      title: 'Check again',
      points: outcome.rechecks.map((id) => recheckTitle(ruleSet, recheckParts(ruleSet, id))),
    },
    { title: 'Open', points: openPoints(subject, other) },
  ];
}

/** Long lists that say the same on both sides would hide what differs: what is shared is only counted. */
function openPoints({ ruleSet, explanation }: ExplainedCase, other: ExplainedCase): string[] {
  const open = safetyFirst(ruleSet, explanation.outcome.open);
  const own = open.filter((question) => !other.explanation.outcome.open.includes(question));
  const shared = open.length - own.length;
  const count = shared > 0 ? [`${counted(shared, 'question')} on both sides`] : [];
  return [...questionTitles(ruleSet, own), ...count];
}

function facetLines(facet: Facet, other: Facet, mark: '+' | '-', width: number, theme: Theme): string[] {
  const points = facet.points.length === 0 ? ['none'] : facet.points;
  const lines = points.flatMap((point) => {
    const isShared = facet.points.length === 0 || other.points.includes(point);
    const lines = wrapped(point, width, isShared ? '  ' : `${mark} `);
    return isShared ? lines : lines.map(theme.strong);
  });
  return ['', theme.heading(facet.title), ...lines];
}

function paired(
  row: { readonly left: readonly string[]; readonly right: readonly string[] },
  column: number,
): string[] {
  const height = Math.max(row.left.length, row.right.length);
  return Array.from({ length: height }, (_, index) => {
    const left = row.left[index] ?? '';
    const padding = ' '.repeat(Math.max(0, column - stringWidth(left)));
    return `${left}${padding}${DIVIDER}${row.right[index] ?? ''}`.trimEnd();
  });
}
