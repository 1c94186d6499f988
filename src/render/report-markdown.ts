import { markdownText as text } from './markdown-text.ts';
import type { AnswersOfDimension, Report, ReportPart } from './report.ts';

/** A report as a Markdown note for a chart. */
export function renderReportMarkdown(report: Report): string {
  const { headline, about, alerts, emergency, level, placement, reasoning, plan, answers, footer } = report;
  const blocks = [
    `# ${text(headline)}`,
    ...(about.length === 0 ? [] : [about.map(text).join(' · ')]),
    ...alertBlock(alerts, emergency),
    level.map(([label, says]) => `- **${text(label)}**: ${text(says)}`).join('\n'),
    ...[placement, ...reasoning, ...plan].flatMap(partBlocks),
    ...(answers.length === 0 ? [] : ['## Answers', ...answers.flatMap(answerBlocks)]),
    `---\n\n${text(footer)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function alertBlock(alerts: readonly string[], emergency: string | undefined): string[] {
  if (emergency === undefined) return [];
  const lines = [...alerts.map((alert) => `**ALERT: ${text(alert)}**`), text(emergency)];
  return [lines.map((line) => `> ${line}`).join('\n>\n')];
}

function partBlocks({ title, lead, points }: ReportPart): string[] {
  if (points.length === 0) return [];
  const items = points.map(({ text: says, details = [], basis }) =>
    [
      basis === undefined ? `- ${text(says)}` : `- ${text(says)}  \n  ${text(basis)}`,
      ...details.map((detail) => `  - ${text(detail)}`),
    ].join('\n'),
  );
  return [`## ${text(title)}`, ...(lead === undefined ? [] : [text(lead)]), items.join('\n')];
}

function answerBlocks({ title, answers }: AnswersOfDimension): string[] {
  const items = answers.map(({ question, answer, note }) => {
    const given = `- ${text(question)}: ${text(answer)}`;
    return note === undefined ? given : `${given}  \n  Note: ${text(note)}`;
  });
  return [`### ${text(title)}`, items.join('\n')];
}
