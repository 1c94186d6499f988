import { labelled } from '../render/labelled.ts';
import type { Look } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';
import { caseCount } from '../statistics/confusion-matrix.ts';
import type { ExamReport } from './exam-report.ts';
import { placementLines } from './placement-matrix.ts';

/** The result of an exam for a terminal: the figures, then each case placed otherwise than by the criteria; sources stand on the pages. */
export function renderExamText(report: ExamReport, { width, theme }: Look): string {
  const { title, about, facts, levels, agreement, cases, footer } = report;
  const at = labelled(width, theme);
  const others = cases.filter(({ isSame }) => !isSame);
  const lines = [
    ...wrapped(`${title}: ${about.join(' · ')}`, width).map(theme.strong),
    '',
    ...facts.flatMap(([label, text]) => at.parts(label, [text])),
    ...(caseCount(agreement.matrix) === 0
      ? []
      : [
          '',
          ...wrapped('Placements (columns) beside the criteria (rows)', width).map(theme.heading),
          ...placementLines(levels, agreement.matrix, width),
        ]),
    ...others.flatMap((one) => [
      '',
      ...wrapped(one.title, width).map(theme.heading),
      ...one.points.flatMap(({ text }) => wrapped(text, width, '  · ')),
    ]),
    '',
    ...wrapped(footer, width).map(theme.quiet),
  ];
  return `${lines.join('\n')}\n`;
}
