import type { Report, ReportPart } from './report.ts';
import { wrapped } from './text-lines.ts';

/** A report as plain text, for a chart that takes nothing else: no style, no line wider than `width`. */
export function renderReportText(report: Report, width: number): string {
  const { headline, about, alerts, emergency, level, rungs, placement, reasoning, plan, answers, footer } =
    report;
  const ladder = rungs.map(({ word, standing }) =>
    standing === 'suggested' || standing === 'possible' ? `[${word}]` : word,
  );
  const given = answers.flatMap(({ title, answers: ofDimension }) => [
    ...wrapped(title, width),
    ...ofDimension.flatMap(({ question, answer, note }) => [
      ...wrapped(`${question}: ${answer}`, width, '- '),
      ...(note === undefined ? [] : wrapped(`Note: ${note}`, width, '  ')),
    ]),
  ]);
  const paragraphs = [
    [...wrapped(headline, width), ...(about.length === 0 ? [] : wrapped(about.join(' · '), width))],
    emergency === undefined
      ? []
      : [...alerts.flatMap((alert) => wrapped(alert, width, 'ALERT: ')), ...wrapped(emergency, width)],
    wrapped(ladder.join(' -- '), width),
    level.flatMap(([label, says]) => wrapped(says, width, `${label}: `)),
    ...[placement, ...reasoning, ...plan].map((part) => partLines(part, width)),
    given.length === 0 ? [] : [...wrapped('ANSWERS', width), ...given],
    wrapped(footer, width),
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function partLines({ title, lead, points }: ReportPart, width: number): string[] {
  if (points.length === 0) return [];
  return [
    ...wrapped(title.toUpperCase(), width),
    ...(lead === undefined ? [] : wrapped(lead, width)),
    ...points.flatMap(({ text, details = [], basis }) => [
      ...wrapped(text, width, '- '),
      ...details.flatMap((detail) => wrapped(detail, width, '  - ')),
      ...(basis === undefined ? [] : wrapped(`(${basis})`, width, '  ')),
    ]),
  ];
}
